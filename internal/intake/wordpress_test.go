package intake

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

// items reads inputs and parts what was read from what could not be.
func items(t testing.TB, opt Options, paths ...string) (list []*Item, errs []error) {
	t.Helper()
	for r := range Read(t.Context(), paths, opt) {
		switch {
		case r.Err != nil:
			errs = append(errs, r.Err)
		case r.Item != nil:
			list = append(list, r.Item)
		}
	}
	return list, errs
}

func write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const assembly = "testdata/wordpress/assembly.xml"

func TestWordPressExportWhole(t *testing.T) {
	list, errs := items(t, Options{}, assembly)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var got []string
	for _, it := range list {
		got = append(got, fmt.Sprintf("%s | %s | %s | %s | %s | %s", it.Title, it.Language, it.SectionPath(), it.Day, it.State, strings.Join(it.Authors, ", ")))
	}
	want := []string{
		"Assembly signs a memorandum on the bridge: “Steppe & River” | en | news/agreements/border-trade | 2019-11-15 | published | press-office",
		"Ассамблея подписала меморандум о мосте | ru | новости/соглашения | 2019-11-15 | published | press-office",
		"Ассамблея көпір туралы меморандумға қол қойды | kk | жаңалықтар | 2019-11-15 | published | Second Editor (invented)",
		"How to select a delegate from the list | en | news | 2012-03-02 | published | Second Editor (invented)",
		"Population of the two regions | en | news | 2020-01-09 | published | press-office",
		"Draft that nobody should see | en | news | 2020-02-01 | draft | press-office",
		"Private note | en | news | 2020-02-02 | draft | press-office",
		"A post behind a password | en | news | 2020-02-03 | draft | press-office",
		"About the assembly | en |  | 2011-05-01 | published | press-office",
		"Хабарландыру: отырыс сағат 10-да | ",
	}
	if len(got) != len(want) {
		t.Fatalf("%d items, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("item %d:\n got %s\nwant %s", i, got[i], want[i])
		}
	}
	if g := list[0].Group; g == "" || list[1].Group != g || list[2].Group != g || list[3].Group == g {
		t.Error("the three translations are not one group")
	}
	if old := list[3].Old; len(old) != 2 || old[0] != "https://assembly.example/2012/03/select-a-delegate/" || old[1] != "https://assembly.example/?p=9" {
		t.Errorf("former addresses: %v", old)
	}
	if list[1].Slug != "ассамблея-подписала-меморандум" {
		t.Errorf("slug %q", list[1].Slug)
	}
	if im := list[0].Image; im.Alt != "A road bridge over a river" || !strings.HasSuffix(im.URL, "/bridge.jpg") || im.Caption == "" {
		t.Errorf("lead picture: %+v", im)
	}
	if list[0].Lead != "The memorandum covers three crossings and takes effect in 2020." {
		t.Errorf("lead %q", list[0].Lead)
	}
	if p := list[0].Published.Format("2006-01-02 15:04"); p != "2019-11-15 04:30" {
		t.Errorf("moment %s", p)
	}
}

// What WordPress itself shows of each post, in its feed, has the words that
// the import gives, in their order; only its typographic quotes differ.
func TestWordPressWordsAreThoseItShows(t *testing.T) {
	plain := strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)
	shown := map[string]string{}
	list, errs := items(t, Options{}, "testdata/wordpress/feed.xml")
	if len(errs) > 0 || len(list) != 7 {
		t.Fatal(len(list), errs)
	}
	for _, it := range list {
		shown[it.Key] = plain.Replace(plainWords(it.HTML, 1<<20))
	}
	list, _ = items(t, Options{}, assembly)
	compared := 0
	for _, it := range list {
		want, ok := shown[it.Key]
		if !ok || strings.Contains(want, "password protected") {
			continue
		}
		got := plain.Replace(plainWords(it.HTML, 1<<20))
		if strings.Contains(it.HTML, "<figure>") { // the feed leaves out the captions of galleries
			for _, caption := range []string{"The bridge, November 2019. Photo: fixture", "Зал заседаний"} {
				if !strings.Contains(want, caption) {
					got = strings.Replace(got, caption+" ", "", 1)
				}
			}
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", it.Key, got, want)
		}
		compared++
	}
	if compared < 5 {
		t.Errorf("only %d posts were compared", compared)
	}
}

// Wherever the file is cut, the whole items before the cut are read, and the
// error says how many and on which line it ends.
func TestWordPressCutOff(t *testing.T) {
	data, err := os.ReadFile(assembly)
	if err != nil {
		t.Fatal(err)
	}
	whole, _ := items(t, Options{}, assembly)
	dir := t.TempDir()
	last := 0
	for n := 2000; n < len(data)-20; n += 977 {
		path := filepath.Join(dir, fmt.Sprintf("cut-%d.xml", n))
		os.WriteFile(path, data[:n], 0o644)
		list, errs := items(t, Options{}, path)
		if len(errs) != 1 || !fault.Is(errs[0], fault.Invalid) || !errors.Is(errs[0], errCutOff) {
			t.Fatalf("cut at %d: %v", n, errs)
		}
		complete := bytes.Count(data[:n], []byte("</item>"))
		line := 1 + bytes.Count(data[:n], []byte("\n"))
		msg := errs[0].Error()
		if !strings.Contains(msg, fmt.Sprintf("%d whole items", complete)) || !strings.Contains(msg, path+": line ") {
			t.Errorf("cut at %d, line %d, after %d items: %s", n, line, complete, msg)
		}
		if len(list) < last || len(list) > complete {
			t.Errorf("cut at %d: %d items after %d", n, len(list), last)
		}
		last = len(list)
		for i, it := range list {
			if it.HTML != whole[i].HTML && !strings.Contains(whole[i].HTML, "<img") { // pictures may stand behind the cut
				t.Errorf("cut at %d: item %d differs", n, i)
			}
		}
	}
	if last < 9 {
		t.Errorf("only %d items before the last cut", last)
	}
}

func wxr(posts ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><language>ru-RU</language><wp:base_blog_url>https://site.example</wp:base_blog_url>
` + strings.Join(posts, "\n") + "\n</channel></rss>"
}

func post(title, content, more string) string {
	return `<item><title>` + title + `</title><link>https://site.example/` + Slug(title) + `/</link><content:encoded><![CDATA[` + content + `]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>2019-11-15 09:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>` + more + `</item>`
}

func TestWordPressVariants(t *testing.T) {
	path := write(t, "site.xml", wxr(
		post("One", "a text that says &lt;/item&gt; and </item> inside", ""),
		post("Two", "<p>x</p>", `<wp:postmeta><wp:meta_key>_wpml_import_language_code</wp:meta_key><wp:meta_value>kk</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_wpml_import_translation_group</wp:meta_key><wp:meta_value>55</wp:meta_value></wp:postmeta>`),
		post("[:en]News[:ru]Новость[:]", "[:en]<p>Signed.</p>[:ru]<p>Подписан.</p>[:]", ""),
		post("Menu", "x", "<wp:post_type>nav_menu_item</wp:post_type>"),
		post("Bad day", "x", "<wp:post_date>2019-02-30 09:00:00</wp:post_date>"),
		post("Broken \x0b", "bell \x07 in it", ""),
		`<item><title>no end tag</titel></item>`,
		post("Last", "after a broken one", ""),
	))
	list, errs := items(t, Options{}, path)
	var titles []string
	for _, it := range list {
		titles = append(titles, it.Title+"/"+it.Language)
	}
	if got := strings.Join(titles, " "); !strings.HasPrefix(got, "One/") || !strings.Contains(got, "Two/kk News/en Новость/ru Broken") || !strings.Contains(got, "Last/") {
		t.Errorf("items: %s", got)
	}
	if len(errs) < 1 || !strings.Contains(errs[0].Error(), "2019-02-30") || !strings.Contains(errs[0].Error(), "item 5") {
		t.Errorf("errors: %v", errs)
	}
	if !strings.Contains(list[0].HTML, "and </item> inside") {
		t.Errorf("text: %s", list[0].HTML)
	}
	if list[1].Group != "wp:https://site.example#55" || list[2].Group == "" || list[2].Group != list[3].Group || list[2].Key == list[3].Key {
		t.Errorf("groups: %q %q %q", list[1].Group, list[2].Group, list[3].Group)
	}
}

func TestWordPressBodies(t *testing.T) {
	site := newSite()
	site.pictures["4"] = Image{URL: "https://site.example/a.jpg", Alt: "alt", Caption: "A & B"}
	site.blocks["9"] = "<!-- wp:paragraph --><p>kept elsewhere</p><!-- /wp:paragraph -->"
	for _, c := range []struct{ name, in, want string }{
		{"classic", "one\ntwo\n\nthree <b>four\n\nfive</b>", "<p>one<br>\ntwo</p>\n<p>three <b>four</p>\n<p>five</b></p>\n"},
		{"block tags", "one\n<h2>two</h2>\nthree\n<ul>\n<li>a\n\nb</li>\n</ul>\nend", "<p>one</p>\n<h2>two</h2><p>three</p>\n<ul>\n<li>a\n\nb</li>\n</ul><p>end</p>\n"},
		{"open paragraph", "<p>one\n<p>two\n<h3>x</h3>\nthree", "<p>one\n<p>two\n<h3>x</h3><p>three</p>\n"},
		{"quote", "<blockquote>one\n\ntwo</blockquote>", "<blockquote><p>one</p>\n<p>two</p>\n</blockquote>"},
		{"reading break", "one<!--more-->\n\ntwo", "<p>one<!--more--></p>\n<p>two</p>\n"},
		{"brackets stay", "he said [sic] and [2] and [bracketed words]", "<p>he said [sic] and [2] and [bracketed words]</p>\n"},
		{"unknown shortcode stays", `[contact-form id="3"] x`, "<p>[contact-form id=\"3\"] x</p>\n"},
		{"caption", `[caption id="x" width="6"]<a href="b"><img src="a.jpg"></a> The <em>bridge</em>[/caption]`, `<figure><a href="b"><img src="a.jpg"></a><figcaption>The <em>bridge</em></figcaption></figure>`},
		{"gallery", `[gallery ids="4,5"]`, `<figure><img src="https://site.example/a.jpg" alt="alt"><figcaption>A &amp; B</figcaption></figure>`},
		{"embed", "[embed]https://video.example/?a=1&b=2[/embed]", `<p><a href="https://video.example/?a=1&amp;b=2">https://video.example/?a=1&amp;b=2</a></p>`},
		{"builder", `[vc_row][vc_column width="1/2"][vc_column_text]Words.[/vc_column_text][/vc_column][/vc_row]`, "<p>Words.</p>\n"},
		{"classic text between blocks", "before\n\n<!-- wp:paragraph --><p>in</p><!-- /wp:paragraph -->\nafter", "<p>before</p>\n<p>in</p><p>after</p>\n"},
		{"reusable block", `<!-- wp:block {"ref":9} /-->`, "<p>kept elsewhere</p>"},
		{"block inside a group", "<!-- wp:group --><div><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --></div><!-- /wp:group -->", "<div><p>a</p></div>"},
	} {
		b := wpBody{site: site}
		if got := b.render(c.in); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// No letter of a stored text is lost or moved, whatever its markup is.
func FuzzWordPressBody(f *testing.F) {
	for _, s := range []string{"one\n\ntwo <b>x\n\ny</b>", "[caption]<img src=a> b[/caption]", "<!-- wp:x {\"a\":1} --><p>c</p><!-- /wp:x -->", "<p>a<p>b\n<table><tr><td>\n\nx", "[vc_row]x[/vc_row]", "<!--more-->", "<!-->b<!-- wp:x /-->", "[[gallery]]", "a<div\n\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		unfinished := strings.LastIndexByte(s, '<') > strings.LastIndexByte(s, '>')                                 // browsers show no such tag
		if unfinished || strings.ContainsAny(s, "[]") || strings.Contains(s, "<!") || strings.Contains(s, "\x00") { // shortcodes and comments stand for something
			(&wpBody{site: newSite()}).render(s)
			return
		}
		got := (&wpBody{site: newSite()}).render(s)
		if a, b := lettersOnly(got), lettersOnly(s); a != b {
			t.Fatalf("%q became %q:\n%q\n%q", s, got, b, a)
		}
	})
}

// lettersOnly gives the text of a source without any white space.
func lettersOnly(source string) string {
	return strings.ReplaceAll(plainWords(strings.ReplaceAll(source, "\r\n", "\n"), 1<<20), " ", "")
}

func FuzzWordPressItem(f *testing.F) {
	data, err := os.ReadFile(assembly)
	if err != nil {
		f.Fatal(err)
	}
	for _, part := range bytes.SplitAfter(data, []byte("</item>"))[2:6] {
		f.Add(part)
	}
	f.Add([]byte(post("[:en]a[:ru]b", "[:en]x[:kk]y[:]", "")))
	f.Fuzz(func(t *testing.T, raw []byte) {
		site := newSite()
		site.readHeader(raw)
		site.remember(raw)
		list, _ := site.parse(input{place: "fuzz", data: raw})
		for _, it := range list {
			checkItem(t, it)
		}
	})
}

// Cutting an export gives pieces of it, in order, each a whole item.
func FuzzItemCutter(f *testing.F) {
	f.Add([]byte(wxr(post("a", "b]]><![CDATA[</item>", ""))))
	f.Add([]byte("<item><item></item><!-- <item> --><item/></channel>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &itemCutter{line: 1}
		rest := data
		for len(rest) > 0 {
			n, token, err := c.split(rest, true)
			if err != nil || n < 0 || n > len(rest) || n == 0 {
				if n == 0 && err == nil && token != nil {
					continue // an empty header
				}
				t.Fatalf("advance %d of %d, %v", n, len(rest), err)
			}
			if c.inItem && len(token) > 0 && (!bytes.HasPrefix(token, []byte("<item")) || !bytes.HasSuffix(token, []byte(">"))) {
				t.Fatalf("token %q", token)
			}
			rest = rest[n:]
		}
		if c.offset > int64(len(data)) {
			t.Fatal("more bytes passed than there are")
		}
	})
}
