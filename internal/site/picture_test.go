package site

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// signedAt tells of an agreement of the first two entities at a place.
func (f *fixture) signedAt(t *testing.T, place record.Entity, date string) int64 {
	t.Helper()
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveEntity(&place, []string{place.Known}) }))
	it := testkit.Item("en", "signed-"+date, "A signing", "They signed a treaty.", time.Date(2018, 1, 2, 9, 0, 0, 0, time.UTC))
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		card, err := tx.ArticleByID(tx.Context(), it.Article.ID)
		if err != nil {
			return err
		}
		r := &store.Reading{Article: card, Hash: it.Revision.Hash, Version: "test-1", Language: "en", Sentences: 1}
		said := read.Statement{Kind: read.Agreement, Status: "signed", Date: date, Rule: "test", Evidence: value.Span{Start: 0, End: 4}}
		r.Statements = []record.Statement{{Evidence: said.Evidence, Quote: it.Revision.Plain[:4], Said: said, Fact: "at " + date, Keys: []string{"at " + date}, Rank: record.Suggested,
			Refs: []record.Ref{{Role: record.RoleParty, Entity: f.ids[0]}, {Role: record.RoleParty, Entity: f.ids[1]}, {Role: record.RolePlace, Entity: place.ID}}}}
		r.Checks = append(r.Checks, nil)
		for i, id := range []int64{f.ids[0], f.ids[1], place.ID} {
			r.Mentions = append(r.Mentions, store.Mention{Entity: id, Spans: []value.Span{{Start: i, End: i + 1}}})
		}
		return tx.SaveReading(r)
	}))
	return place.ID
}

var tashkent = record.Entity{Kind: read.Place, Known: "tashkent", Names: []record.Name{{Text: "Tashkent", Language: "en", Script: "Latn"}}}

// The map counts what was agreed at places, under the questions of its form,
// the same in the table as in the data; only its own page may make images.
func TestMap(t *testing.T) {
	f := newFixture(t, 0)
	id := f.signedAt(t, tashkent, "2018-01-02")
	w := f.get(t, "/en/record/map")
	sound(t, w.Body.String())
	for _, want := range []string{"Tashkent", "2018", `data-src="/en/record/map.json"`, fmt.Sprintf(`href="/en/record/places/%d"`, id), "pictures."} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the map's page lacks %q", want)
		}
	}
	if got := w.Header().Get("Content-Security-Policy"); got != web.PicturePolicy {
		t.Errorf("policy of the map: %s", got)
	}
	if story := f.get(t, "/en/border-protocol"); strings.Contains(story.Body.String(), "pictures.") || story.Header().Get("Content-Security-Policy") != web.Policy {
		t.Error("an article loads the script of pictures, or may make images")
	}
	for question, rows := range map[string]int{"": 1, "?from=2018&to=2018": 1, "?to=2017": 0, "?from=2019": 0, "?kind=agreement": 1, "?kind=event": 0} {
		var got struct {
			Rows []struct {
				Name       string
				Lon, Lat   *float64
				Agreements int
				Years      map[string]int
			}
		}
		must(t, json.Unmarshal(f.get(t, "/en/record/map.json"+question).Body.Bytes(), &got))
		if len(got.Rows) != rows {
			t.Errorf("%q: %d places, want %d", question, len(got.Rows), rows)
		} else if rows == 1 && (got.Rows[0].Lon == nil || *got.Rows[0].Lon != 69.22 || got.Rows[0].Agreements != 1 || got.Rows[0].Years["2018"] != 1) {
			t.Errorf("%q: %+v", question, got.Rows[0])
		}
		if page := f.get(t, "/en/record/map"+question).Body.String(); strings.Contains(page, "<figure") != (rows > 0) {
			t.Errorf("%q: the page shows other rows than the data", question)
		}
	}
	if w := f.get(t, "/en/record/map?from=spring"); w.Code != 400 {
		t.Errorf("a year that is none: status %d", w.Code)
	}
}

// The network joins the parties of agreements, each pair with its page.
func TestNetwork(t *testing.T) {
	f := newFixture(t, 0)
	f.signedAt(t, tashkent, "2018-01-02")
	page := f.get(t, "/en/record/network").Body.String()
	sound(t, page)
	pair := fmt.Sprintf(`/en/record/pair/%d/%d`, f.ids[0], f.ids[1])
	if !strings.Contains(page, `<td><a href="`+pair+`">2</a></td>`) {
		t.Errorf("the table lacks the pair with its two agreements:\n%s", page)
	}
	for question, agreements := range map[string]int{"": 2, "?to=2017": 1, "?from=2019": 0} {
		var got struct {
			Nodes []struct{ Agreements int }
			Links []struct {
				A, B       int64
				Agreements int
			}
		}
		must(t, json.Unmarshal(f.get(t, "/en/record/network.json"+question).Body.Bytes(), &got))
		switch {
		case agreements == 0 && len(got.Links)+len(got.Nodes) == 0:
		case len(got.Links) == 1 && len(got.Nodes) == 2 && got.Links[0].Agreements == agreements && got.Nodes[0].Agreements == agreements && got.Links[0].A == f.ids[0]:
		default:
			t.Errorf("%q: %+v, want %d agreements", question, got, agreements)
		}
	}
}

// TestPicturesAreDrawn: the browser draws the pictures of a page, left to
// right and right to left, saves one as PNG, and has nothing to complain of.
func TestPicturesAreDrawn(t *testing.T) {
	ctx, cancel := context.WithTimeout(testkit.Browser(t), time.Minute)
	defer cancel()
	f := newFixture(t, 0)
	f.signedAt(t, tashkent, "2018-01-02")
	f.countUzbeks(t)
	server := httptest.NewServer(f)
	defer server.Close()
	said := testkit.Complaints(t, ctx)
	_, bolat, senate := f.elsewhere(t)
	for _, c := range []struct {
		path, marks string
		want        int
	}{
		{"/en/record/map", "circle", 2}, {"/en/record/network", "circle", 2}, {"/kk-Arab/record/network", "circle", 2}, {"/en/record/series/KZ/uzbek", "circle", 2}, {"/kk-Arab/record/series/KZ/uzbek", "circle", 2},
		{fmt.Sprintf("/en/record/people/%d", f.ids[2]), "g.mark-named circle", 1}, {fmt.Sprintf("/kk-Arab/record/people/%d", bolat), "g.mark-began path", 1},
		{fmt.Sprintf("/en/record/bodies/%d", senate), "rect", 2}, {fmt.Sprintf("/kk-Arab/record/places/%d", f.ids[0]), "rect", 2}, {fmt.Sprintf("/en/record/pair/%d/%d", f.ids[0], f.ids[1]), "rect", 2},
	} {
		path := c.path
		must(t, chromedp.Do(ctx, chromedp.Navigate(server.URL+path), chromedp.WaitVisible(`.stage svg.plot`), chromedp.WaitVisible(`.saving button`)))
		marks, err := chromedp.Run(ctx, chromedp.Evaluate[int](`Array.from(document.querySelectorAll(".plot `+c.marks+`")).length`))
		must(t, err)
		if marks != c.want {
			t.Errorf("%s: %d marks are drawn, want %d", path, marks, c.want)
		}
		// What the button gives is caught on its way to the disk.
		must(t, chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](`HTMLAnchorElement.prototype.click = function () { window.given = this }`), chromedp.Click(`.saving button:last-of-type`)))
		var kind string
		for range 50 {
			kind, err = chromedp.Run(ctx, chromedp.Evaluate[string](`window.given ? given.download : ""`))
			must(t, err)
			if kind != "" {
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
		if !strings.HasSuffix(kind, ".png") {
			t.Errorf("%s: saving as PNG gives %q", path, kind)
		}
	}
	if all := said(); len(all) > 0 {
		t.Errorf("the browser complains:\n%s", strings.Join(all, "\n"))
	}
}
