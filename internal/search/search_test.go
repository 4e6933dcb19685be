package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"shanyraq/internal/fault"
)

func parts(q Query) string {
	var out []string
	for _, c := range q.Clauses {
		s := strings.Join(c.Words, " ")
		if len(c.Words) > 1 {
			s = `"` + s + `"`
		}
		if c.Not {
			s = "-" + s
		}
		out = append(out, s)
	}
	for _, f := range []struct{ k, v string }{{"lang", q.Language}, {"section", q.Section}, {"kind", q.Kind}, {"person", q.Person}, {"body", q.Body}, {"place", q.Place}, {"from", q.From.String()}, {"to", q.To.String()}} {
		if f.v != "" {
			out = append(out, f.k+"="+f.v)
		}
	}
	return strings.Join(out, " ")
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		`border protocol`:           `border protocol`,
		`"border protocol" -talks`:  `"border protocol" -talks`,
		`-"border protocol" talks`:  `-"border protocol" talks`,
		`«Жаңа сөз» „und so“ “so”`:  `"Жаңа сөз" "und so" so`,
		`Жаңа-Өзен`:                 `Жаңа Өзен`,
		`x -Жаңа-Өзен "Шолпан-Ата"`: `x -"Жаңа Өзен" "Шолпан Ата"`,
		`a - b`:                                `a b`,
		`o'zbek oʻzbek o’zbek`:                 `o'zbek oʻzbek o’zbek`,
		`'quoted' rock'n'roll`:                 `quoted rock'n'roll`,
		`lang:KK section:/news/world/ x`:       `x lang=kk section=news/world`,
		`person:"Roza Otunbayeva" body:UNESCO`: `person=Roza Otunbayeva body=UNESCO`,
		`from:1.5.2019 to:2019-06 kind:Events`: `kind=event from=2019-05-01 to=2019-06`,
		`http://example.org/a 10:30`:           `"http example org a" "10 30"`,
		`subject:x`:                            `"subject x"`,
		`"never closed`:                        `"never closed"`,
		"a\u202eb\u200bc d\x00e":               `abc d e`,
		`漢字`:                                   `"漢 字"`,
	} {
		q, err := Parse(in, Options{})
		if err != nil {
			t.Errorf("%s: %v", in, err)
		} else if got := parts(q); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestParseRefusesInWords(t *testing.T) {
	for in, kind := range map[string]fault.Kind{
		"":                         fault.Invalid,
		"!!! ... ---":              fault.Invalid,
		"-only -this":              fault.Invalid,
		"lang:ru -this":            fault.Invalid,
		"from:2019-02-30 x":        fault.Invalid,
		"to:yesterday":             fault.Invalid,
		"kind:weather":             fault.Invalid,
		strings.Repeat("a", 10000): fault.TooLarge,
		strings.Repeat("a ", 400):  fault.TooLarge,
	} {
		if q, err := Parse(in, Options{}); !fault.Is(err, kind) {
			t.Errorf("%.30q: %v %v", in, parts(q), err)
		} else if err.(*fault.Error).Try == "" {
			t.Errorf("%.30q: %v says nothing to try", in, err)
		}
	}
}

func TestNumbersAreKept(t *testing.T) {
	for in, want := range map[string]string{"1998": "1998", "2000": "2000", "Страна77": "strana77", "٢٠٠٠": "2000", "4K": "4k", "a1b22d": "a1b22d"} {
		if got := Key(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// A word of a query stands for every text that has a form of it.
func TestFormsMeet(t *testing.T) {
	for _, c := range []struct{ language, text, query string }{
		{"en", "Protocols were signed", "protocol"},
		{"en", "Kazakhstan's capital", "Kazakhstan"},
		{"ru", "в договоре", "договора"},
		{"ru", "Подписание договоров", "договор"},
		{"ru", "ёлка", "елка"},
		{"kk", "Ассамблеясының сессиясы", "Ассамблея"},
		{"uz", "oʻzbek tili", "o'zbek"},
		{"uz", "o‘zbek", "o’zbek"},
		{"en", "co\u00adoperation", "cooperation"},
		{"kk", "Әуезов театры", "Auezov"},
		{"ru", "театр Ауэзова", "Әуезов"},
		{"kk", "Қазақстанның", "qazaqstan"},
		{"kk", "Ассамблеясының", "assambleıasynyń"},
		{"kk", "Ассамблеясының", "assambleiasynyñ"},
		{"uz", "Oʻzbekistonda", "Ўзбекистонда"},
		{"en", "Shavkat Mirziyoyev", "Мирзиёев"},
		{"uz", "yangi kutubxonalarda", "kutubxonani"},
		{"tg", "деҳқонони ноҳия", "деҳқонро"},
		{"tk", "taryhynyň", "taryhda"},
		{"ky", "соодасынын", "соодада"},
	} {
		doc := Index(Text{Language: c.language, Plain: c.text})
		doc.Add(nil, nil)
		terms := doc.Terms
		q, err := Parse(c.query, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(q.Clauses[0].Alternatives, func(a []string) bool { return slices.Contains(terms, a[0]) }) {
			t.Errorf("%s has %v, %s looks for %v", c.text, terms, c.query, q.Clauses[0].Alternatives)
		}
	}
}

// An English word is not marked where a Kazakh one would have the stem it has
// when it is read as Kazakh in Latin letters.
func TestForeignStems(t *testing.T) {
	q, err := Parse("meeting", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := HTML(Mark("They met at the meetings.", "en", q)); got != "They met at the <mark>meetings</mark>." {
		t.Error(got)
	}
}

func TestSnippet(t *testing.T) {
	text := strings.Repeat("Filler words stand here. ", 40) + "The border protocol was signed in Tashkent. " + strings.Repeat("More of the same. ", 40)
	q, err := Parse("protocols tashkent -filler", Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := HTML(Snippet(text, "en", q, 120))
	want := "…The border <mark>protocol</mark> was signed in <mark>Tashkent</mark>. "
	if !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "…") {
		t.Error(got)
	}
	if got := HTML(Snippet("<b>Tashkent</b> & co", "en", q, 100)); got != "&lt;b&gt;<mark>Tashkent</mark>&lt;/b&gt; &amp; co" {
		t.Error(got)
	}
	if got := HTML(Snippet("nothing of it", "en", q, 100)); got != "nothing of it" {
		t.Error(got)
	}
}

func TestRelayouts(t *testing.T) {
	for in, want := range map[string]string{"fccfv,ktz": "ассамблея", "фыыуьидн": "assembly", "0fpf0cnfy": "қазақстан"} {
		if got := Relayouts(in); !slices.Contains(got, want) {
			t.Errorf("%s: %v, want %s", in, got, want)
		}
	}
}

func TestOneLetterOff(t *testing.T) {
	got := OneLetterOff("tashkent")
	for _, w := range []string{"tashken", "tashkentt", "tashkend", "tahskent", "ashkent", "stashkent"} {
		if !slices.Contains(got, w) {
			t.Errorf("%s is missing", w)
		}
	}
	if slices.Contains(got, "tashkent") || OneLetterOff("abc") != nil {
		t.Error("the term itself and short terms have no place here")
	}
}

// The limits hold on any text, so that no database refuses a row.
func TestIndexLimits(t *testing.T) {
	huge := strings.Repeat("word "+strings.Repeat("ж", 5000)+" Қала other\n\n", 20000)
	d := Index(Text{Language: "en", Title: huge[:100000], Plain: huge, Section: "a/b'c"})
	d.Add([]string{huge[:50000]}, []string{"event"})
	if len(d.Terms) > 16000 {
		t.Errorf("%d places, PostgreSQL has 16,383", len(d.Terms))
	}
	count := map[string]int{}
	for _, s := range append(slices.Clone(d.Terms), d.Marks...) {
		if count[s]++; s != "" && count[s] > 255 {
			t.Fatalf("%q stands more than 255 times", s)
		}
		if strings.ContainsAny(s, " '\"\\") || len(s) > 2000 || !utf8.ValidString(s) {
			t.Fatalf("a term no database takes: %q", s)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"a b", `"a b" -c lang:ru`, "from:2019 to:..", "\"", "-\"", "a\u202e", "\xff", "ʻa'b’", "漢字"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s, Options{})
		if err != nil {
			if fault.KindOf(err) == fault.Internal {
				t.Errorf("%v", err)
			}
			return
		}
		for _, c := range q.Clauses {
			for _, run := range c.Alternatives {
				for _, term := range run {
					if term == "" || strings.HasPrefix(term, "_") || strings.ContainsAny(term, " '\"\\()") {
						t.Errorf("%q makes the term %q", s, term)
					}
				}
			}
		}
		if a, b := fmt.Sprint(q), fmt.Sprint(must(Parse(s, Options{}))); a != b {
			t.Errorf("%q is read in two ways", s)
		}
	})
}

// Pieces put together are the text, and words are found where they stand.
func FuzzMark(f *testing.F) {
	f.Add("The border protocol", "protocol")
	f.Add("Ассамблеясының сессиясы", "сессия")
	f.Add("\xffa\u0301 ʻab'", "ab")
	f.Fuzz(func(t *testing.T, text, query string) {
		q, err := Parse(query, Options{})
		if err != nil {
			return
		}
		var b strings.Builder
		for _, p := range Mark(text, "en", q) {
			b.WriteString(p.Text)
		}
		if b.String() != text {
			t.Errorf("%q came back as %q", text, b.String())
		}
		for _, p := range Snippet(text, "kk", q, 30) {
			if p.Text != "…" && !strings.Contains(text, p.Text) {
				t.Errorf("%q is not in the text", p.Text)
			}
		}
	})
}

func must(q Query, err error) Query {
	if err != nil {
		panic(err)
	}
	return q
}
