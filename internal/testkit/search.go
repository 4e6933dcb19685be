package testkit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// indexedItem saves an article and its terms in one transaction.
func indexedItem(t *testing.T, st *store.Store, it *store.Item, kinds ...string) {
	t.Helper()
	update(t, st, func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		c := it.Card()
		doc := search.Index(search.Text{Language: c.Language, Title: c.Title, Lead: c.Lead, Plain: it.Revision.Plain, Section: c.Section})
		doc.Add(nil, kinds)
		return tx.Index(c, doc)
	})
}

// found gives the slugs of what a query finds.
func found(t *testing.T, st *store.Store, query string, byDay bool) (slugs []string, f store.Found) {
	t.Helper()
	q, err := search.Parse(query, search.Options{})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	f = must[store.Found](t)(st.Search(t.Context(), store.Search{Query: q, ByDay: byDay}))
	for _, h := range f.Hits {
		slugs = append(slugs, h.Slug)
	}
	return slugs, f
}

func storeSearch(t *testing.T, st *store.Store) {
	day := time.Date(2019, 5, 1, 0, 0, 0, 0, time.UTC)
	next := func() time.Time { day = day.AddDate(0, 0, 1); return day }
	border := Item("en", "border", "Border protocol signed", "The delegations met in Tashkent.\n\nA protocol on border crossings was signed by both sides.", next())
	border.Article.Section = "news/world"
	water := Item("en", "water", "Water talks", "The ministers spoke of water.\n\nNo border question was raised; the protocol of 1998 was mentioned. O'zbek rivers.", next())
	ru := Item("ru", "dogovor", "Подписан договор", "Стороны подписали договор о границе.\n\nВ договоре названы сроки.", next())
	kk := Item("kk", "assambleia", "Ассамблея сессиясы", "Ассамблеясының сессиясы өтті.", next())
	odd := Item("en", "odd", "It's SELECT * FROM users; -- \" ' & | ! ( ) :* <->", "zz_top 'quoted' \\ back", next())
	indexedItem(t, st, border, read.Agreement)
	indexedItem(t, st, water)
	indexedItem(t, st, ru)
	indexedItem(t, st, kk)
	indexedItem(t, st, odd)
	draft := Item("en", "draft", "Border protocol draft", "Not for the public: border.", next())
	draft.Article.State = article.Draft
	indexedItem(t, st, draft)

	for _, c := range []struct {
		query string
		want  []string // by relevance
	}{
		{"protocol border", []string{"border", "water"}},
		{"protocols BORDERS", []string{"border", "water"}},
		{`"protocol on border"`, []string{"border"}},
		{`«border crossings»`, []string{"border"}},
		{`"border protocol on"`, nil},
		{"protocol -signed", []string{"water"}},
		{`protocol -"border crossings"`, []string{"water"}},
		{"договора", []string{"dogovor"}},
		{"договор lang:ru", []string{"dogovor"}},
		{"договор lang:en", nil},
		{"lang:kk", []string{"assambleia"}},
		{"Ассамблеясы", []string{"assambleia"}},
		{"o'zbek", []string{"water"}},
		{"oʻzbek", []string{"water"}},
		{"protocol kind:agreement", []string{"border"}},
		{"protocol section:news", []string{"border"}},
		{"protocol section:news/world", []string{"border"}},
		{"protocol section:new", nil},
		{"protocol to:2019-05-02", []string{"border"}},
		{"protocol from:3.5.2019", []string{"water"}},
		{"from:2019-05-03 to:2019-05-04", []string{"dogovor", "water"}},
		{"protocol from:2020", nil},
		{"zz_top", []string{"odd"}},
		{"select users", []string{"odd"}},
		{"_len", nil},
		{"nothingofthat", nil},
		{`"unbalanced border`, nil},
		{"person:Nobody protocol", nil},
	} {
		if got, _ := found(t, st, c.query, false); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.query, got, c.want)
		}
	}
	if got, f := found(t, st, "tashkent rivers", false); !f.Any || len(got) != 2 {
		t.Errorf("with no text that has all words, those that have some: %v %+v", got, f)
	}
	if got, _ := found(t, st, "protocol", true); !slices.Equal(got, []string{"water", "border"}) {
		t.Errorf("by day: %v", got)
	}

	// A wrong keyboard layout and a wrong letter are forgiven and said so.
	for query, want := range map[string][2]string{
		"ljujdjh":           {"договор", "dogovor"},
		"зкщещсщд цфеук":    {"protocol water", "water"},
		"tashkend":          {"Tashkent", "border"},
		"protocol tahskent": {"protocol Tashkent", "border"},
		"ljujdj":            {"договор", "dogovor"}, // layout and a letter: догово
		"lfujdjh":           {"договор", "dogovor"}, // даговор
		"bordercrossings":   {"border crossings", "border"},
		"сессаясы":          {"сессиясы", "assambleia"},
	} {
		if got, f := found(t, st, query, false); !strings.EqualFold(f.Meant, want[0]) || len(got) != 1 || got[0] != want[1] {
			t.Errorf("%s: meant %q, found %v", query, f.Meant, got)
		}
	}

	// The index follows the text and its state.
	border.Revision = Item("en", "border", "Border declaration", "Changed altogether.", border.Article.Published).Revision
	indexedItem(t, st, border)
	if got, _ := found(t, st, "crossings", false); got != nil {
		t.Errorf("old words are found: %v", got)
	}
	if got, _ := found(t, st, "declaration", false); len(got) != 1 {
		t.Errorf("new words are not found: %v", got)
	}
	water.Article.State = article.Withdrawn
	save(t, st, water)
	if got, _ := found(t, st, "protocol", false); got != nil {
		t.Errorf("a withdrawn text is found: %v", got)
	}
}

func storeSearchNames(t *testing.T, st *store.Store) {
	items := Items(3)
	tk := entity(t, st, read.Person, "Roza Otunbayeva")
	for _, it := range items {
		indexedItem(t, st, it)
	}
	r := reading(items[1])
	r.Mentions = []store.Mention{{Entity: tk, Spans: []value.Span{{Start: 0, End: 4}}}}
	storeReading(t, st, r)
	for _, q := range []string{"person:Otunbayeva", `person:"roza OTUNBAYEVA"`, `text person:otunbayeva`} {
		if got, _ := found(t, st, q, false); !slices.Equal(got, []string{"a1"}) {
			t.Errorf("%s: %v", q, got)
		}
	}
}

func storeSuggest(t *testing.T, st *store.Store) {
	items := Items(2)
	save(t, st, items...)
	rare, often := entity(t, st, read.Person, "Aigerim Tashova"), entity(t, st, read.Place, "Tashkent")
	entity(t, st, read.Person, "Tashmat Unmentioned")
	for i, it := range items {
		r := reading(it)
		r.Mentions = []store.Mention{{Entity: often, Spans: []value.Span{{Start: 0, End: 4}}}}
		if i == 0 {
			r.Mentions = append(r.Mentions, store.Mention{Entity: rare, Spans: []value.Span{{Start: 0, End: 4}}})
		}
		storeReading(t, st, r)
	}
	for text, want := range map[string][]int64{"tash": {often, rare}, "ТАШ": {often, rare}, "aigerim t": {rare}, "t": nil, "xyz": nil, "%": nil, "": nil, "'; --": nil} {
		var got []int64
		for _, s := range must[[]store.Entity](t)(st.Suggest(t.Context(), text, 8)) {
			got = append(got, s.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q suggests %v, want %v", text, got, want)
		}
	}
	// A thousand names before it in the alphabet do not hide what is mentioned
	// most.
	update(t, st, func(tx *store.Tx) error {
		for i := range 1100 {
			e := record.Entity{Kind: read.Person, Names: []record.Name{{Text: fmt.Sprintf("Tasa%c%c Many", 'a'+i/33, 'a'+i%26), Language: "en", Script: "Latn"}}}
			if err := tx.SaveEntity(&e, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if got := must[[]store.Entity](t)(st.Suggest(t.Context(), "ta", 8)); len(got) == 0 || got[0].ID != often {
		t.Errorf("two letters that a thousand names begin with suggest %+v", got)
	}
	for _, text := range Hostile() {
		if _, err := st.Suggest(t.Context(), text, 8); err != nil {
			t.Errorf("%.40q: %v", text, err)
		}
	}
}

// Hostile queries must give an answer or a sentence, never an error of the
// database.
func storeSearchHostile(t *testing.T, st *store.Store) {
	indexedItem(t, st, Item("en", "x", "Title", "text", Now))
	for _, text := range Hostile() {
		q, err := search.Parse(text, search.Options{})
		if err != nil {
			if fault.KindOf(err) == fault.Internal {
				t.Errorf("%.40q: %v", text, err)
			}
			continue
		}
		for _, byDay := range []bool{false, true} {
			if _, err := st.Search(t.Context(), store.Search{Query: q, ByDay: byDay}); err != nil {
				t.Errorf("%.60q: %v", text, err)
			}
		}
	}
}

// Hostile gives queries that break careless programs.
func Hostile() []string {
	out := []string{"", " ", "\"", "\"\"", "'", "-", "--", "-a", "a -", "AND", "OR NOT", "NEAR(a b)", "a*", "^a", "terms:a", "{terms} : a", "a + b", "a:*", "!a", "a & b", "a <-> b", "a|b",
		"\x00", "a\x00b", "\xff\xfe", "\u202eabc\u202c", "\u200b", "a\u00adb", "%", "_", "__", "_len", "\\", "\\'", "'; DROP TABLE articles; --", "$1", "?", "lang:", "lang:x'y\"z", "section:///", "kind:event -x y",
		"\"lang:ru\" x", "((((((((((", "\"a\" \"b", "\"-\" a", "ا ب", "漢字 テスト", "𝔘𝔫𝔦", "🇰🇿 шаңырақ", "a\n\tb", "1,000.5", "http://example.org/?a=b&c=d", "İ ı ſ ß ﬁ", "é e\u0301"}
	out = append(out, strings.Repeat("a", 10000), strings.Repeat("а б ", 2500), strings.Repeat("\"", 999), strings.Repeat("(a", 300), strings.Repeat("-x ", 300), strings.Repeat("қ", 1000))
	for i := range 20 {
		out = append(out, fmt.Sprintf("%s a", string(rune(0x2000+i*7))))
	}
	return out
}
