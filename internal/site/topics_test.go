package site

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/article"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// Every topic that an article touches is a feed that has the article in it,
// and says in header and body where it is and which hubs tell of it.
func TestTopicsAreFeedsThatNameTheirHubs(t *testing.T) {
	f := newFixture(t, 1<<20)
	f.cfg.Hubs = []string{"https://hub.example/", "https://second.example/?a=1&b=2"}
	it := testkit.Item("kk", "kop-til", "Көп тіл", "Мәтін.", testkit.Now)
	it.Article.Section = "news/мәдениет"
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.SaveSection(article.Section{Path: it.Article.Section, Names: map[string]string{"kk": "Мәдениет"}}); err != nil {
			return err
		}
		_, err := tx.Save(it)
		return err
	}))
	topics := Topics("kk", it.Article.Section)
	if len(topics) != 3*3*3 { // scripts, forms, and the site with two sections
		t.Fatalf("%d topics: %q", len(topics), topics)
	}
	for _, path := range topics {
		w := f.get(t, path)
		self := "http://example.org" + path
		want := `<https://hub.example/>; rel="hub", <https://second.example/?a=1&b=2>; rel="hub", <` + self + `>; rel="self"`
		if got := w.Header().Get("Link"); w.Code != 200 || got != want || !strings.Contains(w.Body.String(), "/kop-til") {
			t.Errorf("%s: %d, Link: %s", path, w.Code, got)
		}
		hubs, at := linked(t, path, w.Body.Bytes())
		if !slices.Equal(hubs, f.cfg.Hubs) || at != self {
			t.Errorf("%s says in its body that its hubs are %q and it is at %q", path, hubs, at)
		}
	}
	if list := Topics("de", "news"); len(list) != 0 {
		t.Errorf("a language without pages has topics %q", list)
	}
	if link := f.get(t, "/en/record/agreements.atom?a=b").Header().Get("Link"); link != `<http://example.org/en/record/agreements.atom?a=b>; rel="self"` {
		t.Errorf("the feed of a register, of which no hub tells: %s", link)
	}
	f.cfg.Static = true
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SetSetting("anything", "new") })) // empties the page cache
	if w := f.get(t, topics[0]); strings.Contains(w.Header().Get("Link")+w.Body.String(), "hub.example") {
		t.Error("a feed that is a file names a hub")
	}
}

// linked gives what a feed says of its hubs and itself.
func linked(t *testing.T, path string, body []byte) (hubs []string, self string) {
	t.Helper()
	if strings.HasSuffix(path, ".json") {
		var j struct {
			Self string                       `json:"feed_url"`
			Hubs []struct{ Type, URL string } `json:"hubs"`
		}
		must(t, json.Unmarshal(body, &j))
		for _, h := range j.Hubs {
			if h.Type != "WebSub" {
				t.Errorf("%s has a hub of type %q", path, h.Type)
			}
			hubs = append(hubs, h.URL)
		}
		return hubs, j.Self
	}
	d := xml.NewDecoder(strings.NewReader(string(body)))
	for {
		token, err := d.Token()
		if err != nil {
			return hubs, self
		}
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "link" || e.Name.Space != "http://www.w3.org/2005/Atom" {
			continue
		}
		var rel, href string
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "rel":
				rel = a.Value
			case "href":
				href = a.Value
			}
		}
		switch rel {
		case "hub":
			hubs = append(hubs, href)
		case "self":
			self = href
		}
	}
}
