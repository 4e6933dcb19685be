package site

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"shanyraq/internal/article"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
)

// ninjsRules is the schema as IPTC published it. It leaves points on maps to
// another schema; we write none, so that one allows nothing.
func ninjsRules(t *testing.T) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("testdata/ninjs-schema_3.0.json")
	must(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	must(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	must(t, c.AddResource("https://geojson.org/schema/GeoJSON.json", false))
	must(t, c.AddResource(strings.TrimSuffix(ninjsSchema, "#"), doc))
	rules, err := c.Compile(strings.TrimSuffix(ninjsSchema, "#"))
	must(t, err)
	return rules
}

// ninjsDoc is what the tests look at.
type ninjsDoc struct {
	URI, Language, PubStatus, FirstCreated, VersionCreated, By, Title, CopyrightHolder string
	Headlines, Descriptions                                                            []struct{ Role, Value string }
	Bodies                                                                             []struct {
		ContentType, Value   string
		CharCount, WordCount int
	}
	People, Organisations, Places, Subjects []struct{ Name, URI string }
	Associations                            []struct{ Name, Rel, URI, Language, By string }
	RightsInfo                              struct{ LinkedRights string }
}

func (f *fixture) ninjs(t *testing.T, rules *jsonschema.Schema, path string, status int) (d ninjsDoc) {
	t.Helper()
	w := f.get(t, path)
	if w.Code != status || w.Header().Get("Content-Type") != "application/json" {
		t.Fatalf("%s: %d, %s", path, w.Code, w.Header().Get("Content-Type"))
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(w.Body.String()))
	must(t, err)
	if err := rules.Validate(v); err != nil {
		t.Errorf("%s: %v\n%s", path, err, w.Body)
	}
	must(t, json.Unmarshal(w.Body.Bytes(), &d))
	return d
}

// TestNinjs holds the documents of one article, in each language and script,
// to the schema, and looks at what they say.
func TestNinjs(t *testing.T) {
	rules := ninjsRules(t)
	for _, bad := range []string{`{}`, `{"uri":"no address"}`, `{"uri":"https://example.org/","headline":"of version 1"}`, `{"uri":"https://example.org/","associations":[{"uri":"https://example.org/"}]}`} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		must(t, err)
		if rules.Validate(v) == nil {
			t.Errorf("the schema takes %s", bad)
		}
	}
	f := newFixture(t, 0)
	f.setTerms(t, rights.Site, rights.Terms{Reuse: rights.Yes, Contact: rights.Contact{Email: "rights@example.org"}, Holder: map[string]string{"kk": "Үлгі Ассамблеясы"}})
	for _, c := range []struct{ tag, slug, title, word, person string }{
		{"en", "border-protocol", "A protocol on border crossings", "Kazakhstan", "Alia Sample"},
		{"ru", "protokol-o-granitse", "Протокол о пунктах пропуска", "Казахстан", "Алия Образцова"},
		{"kk", "shekara-hattamasy", "Өткізу бекеттері туралы хаттама", "Қазақстан", "Әлия Үлгіқызы"},
		{"kk-Latn", "shekara-hattamasy", "Ötkızu beketterı turaly hattama", "Qazaqstan", ""},
		{"kk-Arab", "shekara-hattamasy", "وتكىزۋ بەكەتتەرى تۋرالى حاتتاما", "قازاقستان", ""},
	} {
		address := "/" + c.tag + "/" + c.slug
		if head := f.get(t, address).Body.String(); !strings.Contains(head, `href="`+address+`.ninjs.json"`) {
			t.Errorf("%s does not lead to its ninjs", address)
		}
		d := f.ninjs(t, rules, address+".ninjs.json", 200)
		if d.URI != "http://example.org"+address || d.Language != c.tag || d.PubStatus != "usable" || d.FirstCreated != "2017-11-10T09:00:00Z" || d.VersionCreated < d.FirstCreated {
			t.Errorf("%s: %+v", address, d)
		}
		if d.Title != c.title || len(d.Headlines) != 1 || d.Headlines[0].Value != c.title {
			t.Errorf("%s: title %q, headlines %v", address, d.Title, d.Headlines)
		}
		if len(d.Bodies) != 2 || d.Bodies[0].ContentType != "text/plain" || d.Bodies[1].ContentType != "text/html" {
			t.Fatalf("%s: %+v", address, d.Bodies)
		}
		for _, b := range d.Bodies {
			if !strings.Contains(b.Value, c.word) || strings.Contains(b.Value, "<strong>3</strong>") != (b.ContentType == "text/html") {
				t.Errorf("%s: %s: %s", address, b.ContentType, b.Value)
			}
		}
		if want := len(strings.Fields(d.Bodies[0].Value)); d.Bodies[0].WordCount != want {
			t.Errorf("%s: %d words, want %d", address, d.Bodies[0].WordCount, want)
		}
		if len(d.People) != 1 || len(d.Organisations) != 1 || len(d.Places) != 2 || len(d.Subjects) != 1 || c.person != "" && d.People[0].Name != c.person {
			t.Errorf("%s: %+v", address, d)
		}
		if d.People[0].URI != "http://example.org/"+c.tag+"/record/people/"+id(f.ids[2]) {
			t.Errorf("%s: %s", address, d.People[0].URI)
		}
		if len(d.Associations) != 2 || d.Associations[0].Rel != "translation" {
			t.Errorf("%s: %+v", address, d.Associations)
		}
		if d.RightsInfo.LinkedRights != "http://example.org/"+c.tag+"/reuse/"+c.slug || d.CopyrightHolder == "" {
			t.Errorf("%s: %+v", address, d)
		}
	}
	if w := f.get(t, "/ru/border-protocol.ninjs.json"); w.Code != 404 {
		t.Errorf("another language's article: %d", w.Code)
	}
}

// TestNinjsOfPictures looks at pictures, authors and an address beyond ASCII;
// and at what is not public.
func TestNinjsOfPictures(t *testing.T) {
	rules := ninjsRules(t)
	f := newFixture(t, 0)
	doc, _, err := article.Parse(`<p>Сурет. <a href="/kk/басқа">Басқа</a> <span lang="ru">Чужое</span></p><figure><img src="/media/а б.jpg" alt="Тау"><figcaption>Биік тау <small class="credit">Үлгі</small></figcaption></figure>`)
	must(t, err)
	day := time.Date(2018, 3, 1, 9, 0, 0, 0, time.UTC)
	save := func(slug string, state article.State) {
		it := &store.Item{Article: article.Article{Language: "kk", Script: "Cyrl", Section: "news", Slug: slug, State: state, Published: day, Source: "https://example.com/қ?а=б"},
			Revision: article.NewRevision("Тау", "", doc, "test", day), Authors: []string{"Әлия Үлгіқызы", "Үлгі"},
			Images: []store.Image{{Address: "/media/а б.jpg", Alt: "Тау"}, {Address: "/media/2.jpg"}}}
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }))
	}
	save("тау", article.Published)
	save("draft", article.Draft)
	save("gone", article.Withdrawn)
	d := f.ninjs(t, rules, "/kk-Latn/%D1%82%D0%B0%D1%83.ninjs.json", 200)
	if d.URI != "http://example.org/kk-Latn/%D1%82%D0%B0%D1%83" || d.By != "Äliia Ülgıqyzy, Ülgı" {
		t.Errorf("%+v", d)
	}
	if len(d.Associations) != 1 || d.Associations[0].Name != "Tau" || d.Associations[0].URI != "http://example.org/media/%D0%B0%20%D0%B1.jpg" || d.Associations[0].By != "Ülgı" {
		t.Errorf("%+v", d.Associations)
	}
	text, page := d.Bodies[0], d.Bodies[1].Value
	if !strings.Contains(page, `src="http://example.org/media/`) || !strings.Contains(page, `href="http://example.org/kk/`) {
		t.Errorf("addresses are not whole: %s", page)
	}
	if !strings.Contains(text.Value, "Basqa Чужое") || text.WordCount != 3 {
		t.Errorf("%+v", text)
	}
	if w := f.get(t, "/kk/draft.ninjs.json"); w.Code != 404 || strings.Contains(w.Body.String(), "Сурет") {
		t.Errorf("a draft: %d", w.Code)
	}
	gone := f.ninjs(t, rules, "/kk/gone.ninjs.json", 410)
	if gone.PubStatus != "canceled" || gone.Title != "" || gone.Bodies != nil {
		t.Errorf("%+v", gone)
	}
}
