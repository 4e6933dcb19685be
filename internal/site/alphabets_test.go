package site

import (
	"strings"
	"testing"

	"shanyraq/internal/store"
)

// TestExceptions sets forms for the site and for one article, and looks at
// every place that shows the words.
func TestExceptions(t *testing.T) {
	f := newFixture(t, 1<<20)
	page := f.get(t, "/kk-Latn/shekara-hattamasy").Body.String()
	if !strings.Contains(page, "Ötkızu beketterı turaly hattama") || !strings.Contains(page, "kk-Cyrl/kk-Latn 2021.") {
		t.Fatal("the page is not in the alphabet of 2021, or does not say what it was made with")
	}
	set := func(list ...store.Exception) {
		t.Helper()
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
			for _, e := range list {
				if err := tx.SetException(e); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	set(store.Exception{Tag: "kk-Latn", Word: "хаттама*", Form: "protokol", Who: "editor"},
		store.Exception{Tag: "kk-Latn", Word: "* broken", Form: "x", Who: "somebody else's program"})
	for _, path := range []string{"/kk-Latn/shekara-hattamasy", "/kk-Latn/", "/kk-Latn/feed.xml", "/kk-Latn/record/agreements", "/kk-Latn/search?q=bekett"} {
		if page := f.get(t, path).Body.String(); strings.Contains(page, "hattama<") || !strings.Contains(page, "protokol") {
			t.Errorf("%s does not show the site's form", path)
		}
	}
	if page := f.get(t, "/kk-Arab/shekara-hattamasy").Body.String(); !strings.Contains(page, "حاتتاما") {
		t.Error("the form for one variant changed another")
	}
	set(store.Exception{Article: f.cards["kk"].ID, Tag: "kk-Latn", Word: "хаттама*", Form: "hattamalyq", Who: "editor"},
		store.Exception{Article: f.cards["kk"].ID + 1, Tag: "kk-Latn", Word: "бекет*", Form: "elsewhere", Who: "editor"})
	for _, path := range []string{"/kk-Latn/shekara-hattamasy", "/kk-Latn/", "/kk-Latn/feed.json", "/kk-Latn/record/agreements"} {
		if page := f.get(t, path).Body.String(); strings.Contains(page, "protokol<") || !strings.Contains(page, "hattamalyq") || strings.Contains(page, "elsewhere") {
			t.Errorf("%s does not show the article's own form", path)
		}
	}
	if page := f.get(t, "/kk/shekara-hattamasy").Body.String(); !strings.Contains(page, "хаттама") || strings.Contains(page, "hattamalyq") {
		t.Error("a text shown as written was changed")
	}
}

// TestSiteAlphabet shows the site in each of the alphabets there are.
func TestSiteAlphabet(t *testing.T) {
	f := newFixture(t, 1<<20)
	for _, c := range []struct{ tag, alphabet, title, made string }{
		{"kk-Latn", "2018", "Ótkizý beketteri týraly hattama", "kk-Cyrl/kk-Latn-x-2018"},
		{"kk-Latn", "qazaqparat", "Ötkizw beketteri twralı xattama", "kk-Cyrl/kk-Latn-x-aqparat"},
		{"kk-Latn", "2021", "Ötkızu beketterı turaly hattama", "kk-Cyrl/kk-Latn 2021"},
		{"kk-Arab", "u0674", "وتكىزۋ بەكەتتەرى تۋرالى حاتتاما", "kk-Cyrl/kk-Arab-x-u0674"},
		{"kk-Latn", "1929", "Ötkızu beketterı turaly hattama", "kk-Cyrl/kk-Latn 2021"}, // unknown: the usual one, and a line in the log
	} {
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SetSetting(AlphabetSetting(c.tag), c.alphabet) }))
		page := f.get(t, "/"+c.tag+"/shekara-hattamasy").Body.String()
		if !strings.Contains(page, c.title) || !strings.Contains(page, c.made) || !strings.Contains(page, `<html lang="`+c.tag+`"`) {
			t.Errorf("%s in %s is not shown so: %.300s", c.tag, c.alphabet, page[max(0, strings.Index(page, "<h1")):])
		}
	}
	if m := f.get(t, "/en/").Body.String(); !strings.Contains(m, "Qazaqşa") {
		t.Error("the switcher does not name the language")
	}
}
