package intake

import (
	"os"
	"strings"
	"testing"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
)

func TestFeeds(t *testing.T) {
	rss := `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title><link>https://f.example/</link><language>ru</language>
<item><title>Мост &amp;laquo;Дружба&amp;raquo; открыт</title><link>/news/1?utm_source=rss</link><guid isPermaLink="false">n-1</guid><pubDate>15 ноября 2019</pubDate><description><![CDATA[<p>Мост открыт.</p>]]></description><dc:language>kk</dc:language></item>
<item><title>Two</title><guid isPermaLink="false">n-2</guid><pubDate>Sat, 30 Feb 2019 10:00:00 +0500</pubDate><description>x</description></item>
<item><title>Three</title><guid isPermaLink="false">n-3</guid><description>A &lt;b&gt;summary&lt;/b&gt; from the list</description><enclosure url="https://f.example/i.jpg" type="image/jpeg" length="1"/></item>
</channel></rss>`
	list, errs := items(t, Options{}, write(t, "feed.xml", rss))
	if len(list) != 2 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "item 2") || !strings.Contains(errs[0].Error(), "30 Feb 2019") {
		t.Fatalf("%d items, %v", len(list), errs)
	}
	one, three := list[0], list[1]
	if one.Title != "Мост «Дружба» открыт" || one.Key != "https://f.example/news/1" || one.Language != "kk" || one.Day.String() != "2019-11-15" {
		t.Errorf("%q %q %q %v", one.Title, one.Key, one.Language, one.Day)
	}
	if three.Key != "id:n-3" || three.HTML != "A <b>summary</b> from the list" || three.Image.URL != "https://f.example/i.jpg" || !strings.Contains(strings.Join(three.Notes, " "), "summary only") {
		t.Errorf("%+v", three)
	}

	for name, text := range map[string]string{
		"no.xml":    "<?xml version='1.0'?><note>hello</note>",
		"cut.rss":   rss[:600],
		"empty.rss": "<rss version='2.0'><channel></channel></rss>",
		"words.rss": "This is no feed at all.",
	} {
		list, errs := items(t, Options{}, write(t, name, text))
		if len(list) != 0 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "feed") || !strings.Contains(errs[0].Error(), name) {
			t.Errorf("%s: %d items, %v", name, len(list), errs)
		}
	}
}

// RSS and Atom of one site give the same articles.
func TestRSSAndAtomAgree(t *testing.T) {
	rss, errs := items(t, Options{}, "testdata/wordpress/feed.xml")
	atom, errs2 := items(t, Options{}, "testdata/wordpress/feed.atom")
	if len(errs)+len(errs2) > 0 || len(rss) != 7 || len(atom) != 7 {
		t.Fatal(errs, errs2, len(rss), len(atom))
	}
	for i := range rss {
		a, b := rss[i], atom[i]
		if a.Key != b.Key || a.Title != b.Title || a.Revision.Plain != b.Revision.Plain || a.SectionPath() != b.SectionPath() || !a.Published.Equal(b.Published) || a.Authors[0] != b.Authors[0] {
			t.Errorf("%s: RSS %q %v %v, Atom %q %v %v", a.Key, a.Title, a.Published, a.Authors, b.Title, b.Published, b.Authors)
		}
	}
}

func TestJSONLines(t *testing.T) {
	text := `{"id":"a1","title":"A < B","text":"1 < 2 & 'x'\n\nsecond\nline","language":"en","published":"2019-11-15","section":"News/Water","group":"g"}
{"url":"https://s.example/x","headline":"Two","content":"<p>html</p>","datePublished":"2019-11-15T00:30:00+06:00","tags":["a","b"],"authors":[{"name":"N (invented)"}],"inLanguage":"ru"}

{"guid":"a3","title":{"rendered":"It&#8217;s"},"content":{"rendered":"<p>rest</p>"},"excerpt":{"rendered":"<p>lead</p>"},"status":"draft","date":1573800000}
{"id":"a4","title":"bad day","text":"x","published":"2019-02-30"}
not json
{"id":"a5"}
{"id":"a6","title":"two"} {"id":"a7","title":"on a line"}
{"id":"a1","title":"A < B","text":"1 < 2 & 'x'\n\nsecond\nline","language":"en","published":"2019-11-15","section":"News/Water","group":"g"}
{"id":"a1","title":"other words","text":"y"}
{"id":"last","title":"last","text":"no line end"}`
	path := write(t, "a.jsonl", text)
	list, errs := items(t, Options{}, path)
	var ids []string
	for _, it := range list {
		ids = append(ids, it.Key)
	}
	if got := strings.Join(ids, " "); got != "id:a1 https://s.example/x id:a3 id:last" {
		t.Errorf("read %s", got)
	}
	one, two, three := list[0], list[1], list[2]
	if one.Title != "A < B" || one.HTML != "<p>1 &lt; 2 &amp; &#39;x&#39;</p>\n<p>second<br>\nline</p>\n" || one.Revision.Plain != "1 < 2 & 'x'\n\nsecond\nline" || one.SectionPath() != "news/water" || one.Group != "g" {
		t.Errorf("%+v", one)
	}
	if two.Title != "Two" || two.Day.String() != "2019-11-15" || two.Published.Format("15:04") != "18:30" || two.Authors[0] != "N (invented)" || len(two.Keywords) != 2 || two.Language != "ru" {
		t.Errorf("%+v", two)
	}
	if three.Title != "It’s" || three.Lead != "lead" || three.State != article.Draft || three.Day.String() != "2019-11-15" {
		t.Errorf("%+v", three)
	}
	wants := []string{":5, published: \"2019-02-30\" is a day", ":6: this is not JSON", ":7: the object has no title", ":8: there is more than one object", ":10: another article of this import"}
	wants[0] = ":5, published"
	if len(errs) != len(wants) {
		t.Fatalf("%v", errs)
	}
	for i, w := range wants {
		if !strings.Contains(errs[i].Error(), path+w) {
			t.Errorf("error %d: %v, want %s", i, errs[i], w)
		}
	}
}

func TestJSONDocuments(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		n    int
		err  string
	}{
		"array.json":  {`[{"id":"a","title":"A","text":"x"},{"id":"b","title":"B","text":"y"}]`, 2, ""},
		"feed.json":   {`{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","title":"T","content_html":"<p>x</p>","date_published":"2020-01-01T00:00:00Z"}]}`, 1, ""},
		"single.json": {`{"title":"A","text":"x"}`, 1, ""},
		"lines.json":  {"{\"id\":\"a\",\"title\":\"A\",\"text\":\"x\"}\n{\"id\":\"b\",\"title\":\"B\",\"text\":\"y\"}\n", 2, ""},
		"cut.json":    {`[{"id":"a","title":"A","text":"x"},{"id":"b","ti`, 1, "ends in the middle"},
		"bad.json":    {`[{"id":"a","title":"A","text":"x"},}`, 1, "not JSON"},
	} {
		list, errs := items(t, Options{}, write(t, name, c.text))
		if len(list) != c.n || (len(errs) > 0) != (c.err != "") || len(errs) > 0 && !strings.Contains(errs[0].Error(), c.err) {
			t.Errorf("%s: %d items, %v", name, len(list), errs)
		}
	}
}

func TestMarkdown(t *testing.T) {
	yaml := "---\ntitle: \"A: B\"\ndate: 2019-11-15\ntags: [a, b]\nlang: kk\nsection: News/Water\ndraft: true\nurl: https://s.example/a\n---\n\nOne \"quoted\" -- text...\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
	list, errs := items(t, Options{}, write(t, "a.md", yaml))
	if len(errs) > 0 || len(list) != 1 {
		t.Fatal(errs)
	}
	it := list[0]
	if it.Title != "A: B" || it.Day.String() != "2019-11-15" || it.State != article.Draft || it.Language != "kk" || it.SectionPath() != "news/water" || it.Key != "https://s.example/a" {
		t.Errorf("%+v", it)
	}
	if it.Revision.Plain != "One \"quoted\" -- text...\n\na\tb\n\n1\t2" {
		t.Errorf("text %q", it.Revision.Plain)
	}

	it = one(t, "2019-11-15-Мост открыт.ru.md", "# Мост *открыт*\n\nТекст.\n")
	if it.Title != "Мост *открыт*" || it.Day.String() != "2019-11-15" || it.Language != "ru" || it.Slug != "мост-открыт" || !strings.HasSuffix(it.Group, "/2019-11-15-Мост открыт") {
		t.Errorf("%+v", it)
	}
	it = one(t, "b.md", "+++\ntitle = \"T\"\ndate = 2020-02-29T10:00:00Z\n+++\ntext\n")
	if it.Title != "T" || it.Day.String() != "2020-02-29" {
		t.Errorf("%+v", it)
	}
	it = one(t, "c.md", "---\n\nA rule at the head.\n")
	if !strings.Contains(it.HTML, "A rule at the head.") {
		t.Errorf("%+v", it)
	}
	it = one(t, "d.txt", "A title\n\nOne < two.\nSame paragraph.\n\nNext.")
	if it.Title != "A title" || it.Revision.Plain != "One < two.\nSame paragraph.\n\nNext." {
		t.Errorf("%q %q", it.Title, it.Revision.Plain)
	}
	for name, text := range map[string]string{"bad.md": "---\ntitle: [a\n---\nx", "open.md": "+++\ntitle = 1\n", "day.md": "---\ntitle: A\ndate: 2019-02-30\n---\nx"} {
		if _, errs := items(t, Options{}, write(t, name, text)); len(errs) != 1 || !fault.Is(errs[0], fault.Invalid) {
			t.Errorf("%s: %v", name, errs)
		}
	}
}

func one(t *testing.T, name, text string) *Item {
	t.Helper()
	list, errs := items(t, Options{}, write(t, name, text))
	if len(errs) > 0 || len(list) != 1 {
		t.Fatalf("%s: %d items, %v", name, len(list), errs)
	}
	return list[0]
}

func FuzzFeed(f *testing.F) {
	for _, name := range []string{"feed.xml", "feed.atom"} {
		data, err := os.ReadFile("testdata/wordpress/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:3000])
	}
	f.Add([]byte("<rss><channel><item><title>x</title><link>::</link></item></channel></rss>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, _ := parseFeed(input{place: "fuzz", data: data})
		for _, it := range list {
			checkItem(t, it)
		}
	})
}

func FuzzObject(f *testing.F) {
	f.Add([]byte(`{"id":1,"title":"a","text":"b\n\nc","published":1573800000,"section":["a","b"],"tags":"x,y"}`))
	f.Add([]byte(`{"title":{"rendered":"&lt;"},"content":"<p>","authors":[{"name":null}],"date":"15.11.2019"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, _ := parseObject(input{place: "fuzz", data: data})
		for _, it := range list {
			checkItem(t, it)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("---\ntitle: a\n---\n# b\n\n<b>c\n"), "x.ru.md")
	f.Add([]byte("+++\na=1\n+++\n> q\n\n|a|\n|-|\n"), "2019-02-30-y.md")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		for _, read := range []func(input) ([]*Item, error){parseMarkdown, parsePlainText} {
			list, _ := read(input{place: "fuzz", key: "file:" + strings.ToValidUTF8(name, ""), data: data})
			for _, it := range list {
				checkItem(t, it)
			}
		}
	})
}

// Plain text keeps every character but the white space at paragraph borders.
func FuzzPlainText(f *testing.F) {
	f.Add("a\n\nb <c> & 'd'\r\ne")
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "\x00") || strings.ToValidUTF8(s, "") != s {
			return
		}
		strip := func(s string) string { return strings.Join(strings.Fields(s), "") }
		doc, _, err := article.Parse(htmlFromText(s))
		if err != nil {
			return
		}
		if got := strip(doc.Plain().Text); got != strip(s) {
			t.Fatalf("%q became %q", s, got)
		}
	})
}
