package site

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/mmcdole/gofeed"
)

var feedForm = regexp.MustCompile(`\.(xml|rss|atom|json)$`)

// Every list of the record and every list of news is followed in all three
// forms: a reader's own parser finds title, language, page and dates in them,
// and every item leads somewhere and has an id of its own that is the same in
// each form and each time.
func TestFeedsAreFollowed(t *testing.T) {
	f := newFixture(t, 0)
	f.countUzbeks(t)
	record := func(tag, rest string) string { return "/" + tag + "/record/" + rest }
	lists := []string{"agreements", "agreements?kind=signed&from=2017", "figures", "quotations", "people", "places", "bodies", "peoples",
		fmt.Sprintf("places/%d", f.ids[0]), fmt.Sprintf("people/%d", f.ids[2]), fmt.Sprintf("pair/%d/%d", f.ids[0], f.ids[1]), fmt.Sprintf("pair/%d/%d?since=2016&kind=agreement", f.ids[0], f.ids[1])}
	for _, tag := range []string{"en", "kk", "kk-Latn", "kk-Arab"} {
		forms := map[string][]string{"/" + tag + "/": {"/" + tag + "/feed.xml", "/" + tag + "/feed.atom", "/" + tag + "/feed.json"},
			"/" + tag + "/section/news": {"/" + tag + "/section/news/feed.xml", "/" + tag + "/section/news/feed.atom", "/" + tag + "/section/news/feed.json"}}
		for _, l := range lists {
			path, query, asked := strings.Cut(record(tag, l), "?")
			for _, ext := range []string{".rss", ".atom", ".feed.json"} {
				at := path + ext
				if asked {
					v, _ := url.ParseQuery(query)
					at += "?" + v.Encode()
				}
				forms[record(tag, l)] = append(forms[record(tag, l)], at)
			}
		}
		for page, feeds := range forms {
			var ids []string
			body := f.get(t, page).Body.String()
			for _, at := range feeds {
				if !strings.Contains(body, `<link rel="alternate" type="`+feedType(feedForm.FindStringSubmatch(strings.Split(at, "?")[0])[1])+`"`) || !strings.Contains(body, strings.ReplaceAll(at, "&", "&amp;")) {
					t.Errorf("%s does not lead to %s", page, at)
				}
				if strings.Contains(page, "/record/") && strings.Count(body, strings.ReplaceAll(at, "&", "&amp;")) < 2 {
					t.Errorf("%s has no visible link to %s", page, at)
				}
				got := f.followed(t, tag, at)
				if len(got.Items) == 0 {
					t.Errorf("%s has nothing in it", at)
				}
				var now []string
				for _, i := range got.Items {
					now = append(now, i.GUID)
				}
				if ids == nil {
					ids = now
				}
				if fmt.Sprint(ids) != fmt.Sprint(now) {
					t.Errorf("%s: the ids are %v, in another form %v", at, now, ids)
				}
			}
		}
	}
}

// followed takes a feed as a reader does, and holds it to what all promise.
func (f *fixture) followed(t *testing.T, tag, at string) *gofeed.Feed {
	t.Helper()
	w := f.get(t, at)
	raw := w.Body.String()
	got, err := gofeed.NewParser().ParseString(raw)
	if err != nil || w.Code != 200 {
		t.Fatalf("%s: %d %v", at, w.Code, err)
	}
	language := map[string]string{"atom": `xml:lang="` + tag + `"`, "rss": "<language>" + tag + "</language>", "json": `"language":"` + tag + `"`}[got.FeedType]
	if !strings.Contains(raw, language) || got.Title == "" || !strings.HasPrefix(got.Link, "http://example.org/"+tag+"/") || got.FeedLink != "http://example.org"+at {
		t.Errorf("%s: %q %q %q", at, got.Title, got.Link, got.FeedLink)
	}
	seen := map[string]bool{}
	for _, i := range got.Items {
		if seen[i.GUID] || i.Title == "" || !strings.HasPrefix(i.GUID, "http://example.org/"+tag+"/") || !strings.HasPrefix(i.Link, "http://example.org/") || i.PublishedParsed == nil {
			t.Errorf("%s: %+v", at, i)
		}
		seen[i.GUID] = true
		// What runs from right to left says so, to readers who would not know.
		words := i.Description + i.Content
		if rtl := strings.Contains(words, `dir="rtl"`); rtl != strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
			t.Errorf("%s: right to left is %v in %q", at, rtl, words)
		}
	}
	if got.FeedType == "rss" {
		var dates struct {
			Built string   `xml:"channel>lastBuildDate"`
			Dates []string `xml:"channel>item>pubDate"`
		}
		if err := xml.Unmarshal([]byte(raw), &dates); err != nil {
			t.Fatal(err)
		}
		for _, d := range append(dates.Dates, dates.Built) {
			if _, err := time.Parse(time.RFC1123Z, d); err != nil {
				t.Errorf("%s: %v", at, err)
			}
		}
	}
	if got.FeedType == "json" {
		var j struct {
			Version string
			Items   []struct {
				ID, URL, Language string
				Text              *string `json:"content_text"`
				HTML              *string `json:"content_html"`
				Changed           string  `json:"date_modified"`
			}
		}
		if err := json.Unmarshal([]byte(raw), &j); err != nil || j.Version != "https://jsonfeed.org/version/1.1" {
			t.Errorf("%s: %v %q", at, err, j.Version)
		}
		for _, i := range j.Items {
			if _, err := time.Parse(time.RFC3339, i.Changed); err != nil || (i.Text == nil) == (i.HTML == nil) || i.Language == "" {
				t.Errorf("%s: %+v %v", at, i, err)
			}
		}
	}
	// Whoever has it is not given it again.
	if again := f.get(t, at, "If-None-Match", w.Header().Get("Etag")); again.Code != 304 || w.Header().Get("Last-Modified") == "" {
		t.Errorf("%s: asked for again: %d", at, again.Code)
	}
	return got
}

// A statement told in the page's language is shown in it, under the id that
// it had when only another language told it.
func TestFeedSpeaksThePagesLanguage(t *testing.T) {
	f := newFixture(t, 0)
	path := fmt.Sprintf("/record/pair/%d/%d.atom", f.ids[0], f.ids[1])
	for tag, words := range map[string]string{"en": "signed a protocol", "ru": "подписали протокол", "kk": "хаттамаға", "kk-Arab": "حاتتاماعا"} {
		got := f.followed(t, tag, "/"+tag+path)
		if len(got.Items) != 1 || !strings.Contains(got.Items[0].Description, words) || !strings.Contains(got.Items[0].Link, "/"+tag+"/") {
			t.Errorf("%s: %+v", tag, got.Items)
		}
	}
}
