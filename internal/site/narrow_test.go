package site

import (
	"net/url"
	"strings"
	"testing"

	"shanyraq/internal/testkit"
)

// The form narrows a search, alone and together with words; what cannot be
// read is said in the page's language.
func TestNarrowSearch(t *testing.T) {
	f := newFixture(t, 0)
	title := stories["en"].title
	for _, c := range []struct {
		query string
		found bool
	}{
		{"q=protocol&kind=agreement", true}, {"q=protocol&kind=quote&section=news", true}, {"q=protocol&section=elsewhere", false},
		{"q=protocol&from=2017-11-10&to=2017-11-10", true}, {"q=protocol&from=2017-11-11", false}, {"q=protocol&to=2016", false},
		{"q=protocol&place=Uzbekistan", true}, {"q=protocol&place=Узбекистан&language=en", true}, {"q=protocol&person=sample", true}, {"q=protocol&person=nobody", false},
		{"q=protocol&body=Sample+Office&order=day", true}, {"person=sample", true}, {"kind=agreement&place=kazakhstan", true},
		{"q=protocol+from:2018", false}, {"q=protocol&language=ru", false},
	} {
		page := f.get(t, "/en/search?"+c.query).Body.String()
		if got := strings.Contains(page, title+"</a>"); got != c.found {
			t.Errorf("%s: found %v", c.query, got)
		}
	}
	if page := f.get(t, "/en/search?q=%D1%85%D0%B0%D1%82%D1%82%D0%B0%D0%BC%D0%B0&language=all").Body.String(); !strings.Contains(page, "Өткізу бекеттері") {
		t.Error("no article of another language is found in all of them")
	}
	page := f.get(t, "/en/search?q=protocol&kind=event&from=2017-01-02&order=day").Body.String()
	for _, want := range []string{`<details class="narrow-down" open>`, `<option value="event" selected>`, `value="2017-01-02" type="date"`, `<option value="day" selected>`,
		`<option value="kk" lang="kk">Қазақша`} {
		if !strings.Contains(page, want) {
			t.Errorf("the form forgets what was asked: no %s", want)
		}
	}
	for _, c := range []struct{ tag, query, want string }{
		{"en", "q=" + strings.Repeat("abc+", 2500), "too long"}, {"ru", "q=" + strings.Repeat("слово+", 1700), "слишком длинный"},
		{"en", "q=!!!+%E2%80%A6", "no word to look for"}, {"ru", "q=-%D1%81%D0%BB%D0%BE%D0%B2%D0%BE", "что исключить"},
		{"kk", "q=%D0%B0%D0%B1&from=never", "Күнді оқу"}, {"en", "q=a&kind=zebra", "no such kind"}, {"en", "q=%22border+crossings", "no partner"},
		{"en", "q=%E2%80%AE%E2%81%A6%00%07", "no word to look for"}, {"en", "q=ab&place=" + strings.Repeat("x", 5000), "too long"},
	} {
		w := f.get(t, "/"+c.tag+"/search?"+c.query)
		if w.Code != 200 || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s %.40s: status %d, and nothing says %q", c.tag, c.query, w.Code, c.want)
		}
	}
	for _, text := range testkit.Hostile() {
		for _, name := range []string{"q", "section", "from", "place"} {
			w := f.get(t, "/en/search?q=protocol&"+name+"="+url.QueryEscape(text))
			if w.Code >= 500 || strings.Contains(w.Body.String(), "fts5") || strings.Contains(strings.ToLower(w.Body.String()), "sql") && !strings.Contains(strings.ToLower(text), "sql") {
				t.Errorf("%s=%.30q: status %d", name, text, w.Code)
			}
		}
	}
}
