package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

func TestPages(t *testing.T) {
	for _, c := range []struct {
		file, url, title, lead, language, section, day, group, author, image string
		text                                                                 []string // parts in this order
		not                                                                  []string
	}{
		{
			file: "agency.html", title: "Two regions open a bridge", lead: "The bridge took six years and shortens the road by a third.", language: "en",
			section: "transport", day: "2021-09-30", author: "A. Author (invented)", image: "https://agency.example/i/bridge.jpg",
			text: []string{"Two regions opened a bridge", "Short one.", "A bridge is a promise.", "planned for 2024."},
			not:  []string{"Read also", "Share", "All rights", "By A. Author"},
		},
		{
			file: "ministry.html", url: "https://ministry.example/kz/news/17", title: "Министрлік екі келісімге қол қойды", language: "kk", section: "жаңалықтар",
			day: "2015-12-10", group: "url:https://ministry.example/kz/news/17", image: "https://ministry.example/upload/news/1.jpg",
			text: []string{"Министрлік өкілдері", "3,6 миллион доллар", "https://ministry.example/upload/news/2.jpg", "жылына екі рет", "135"},
			not:  []string{"Бөлісу", "Ұқсас", "Күнтізбе", "Байланыс", "құқықтар"},
		},
		{
			file: "saved.html", url: "http://gazeta.example/index.php?id=57", title: "Открыта новая школа", day: "2019-11-15", language: "ru",
			text: []string{"В районном центре", "Первый звонок", "зал на двести человек."},
			not:  []string{"Архив", "15.11.2019", "Газета выходит"},
		},
	} {
		list, errs := items(t, Options{}, "testdata/pages/"+c.file)
		if len(errs) > 0 || len(list) != 1 {
			t.Errorf("%s: %d items, %v", c.file, len(list), errs)
			continue
		}
		it := list[0]
		author := strings.Join(it.Authors, ", ")
		for _, x := range [][3]string{{"address", it.URL, c.url}, {"title", it.Title, c.title}, {"lead", it.Lead, c.lead}, {"language", it.Language, c.language}, {"section", it.SectionPath(), c.section},
			{"day", it.Day.String(), c.day}, {"group", it.Group, c.group}, {"author", author, c.author}, {"picture", it.Image.URL, c.image}} {
			if x[1] != x[2] {
				t.Errorf("%s: %s is %q, want %q", c.file, x[0], x[1], x[2])
			}
		}
		rest := it.HTML
		for _, s := range c.text {
			_, after, ok := strings.Cut(rest, s)
			if !ok {
				t.Errorf("%s: %q is missing or out of order in\n%s", c.file, s, it.HTML)
				break
			}
			rest = after
		}
		for _, s := range c.not {
			if strings.Contains(it.HTML, s) {
				t.Errorf("%s: %q does not belong to the text", c.file, s)
			}
		}
	}
}

// A page of a real WordPress and its export say the same.
func TestPageIsWhatTheExportSays(t *testing.T) {
	exported := map[string]*Item{}
	list, _ := items(t, Options{}, assembly)
	for _, it := range list {
		exported[it.Key] = it
	}
	quotes := strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)
	for _, name := range []string{"memorandum", "classic", "population", "ru"} {
		list, errs := items(t, Options{}, "testdata/wordpress/page-"+name+".html")
		if len(errs) > 0 || len(list) != 1 {
			t.Fatalf("%s: %v", name, errs)
		}
		got, want := list[0], exported[list[0].Key]
		if want == nil {
			t.Fatalf("%s: its address %s is not in the export", name, got.Key)
		}
		if a, b := quotes.Replace(plainWords(got.HTML, 1<<20)), quotes.Replace(plainWords(want.HTML, 1<<20)); a != b {
			t.Errorf("%s:\n page   %s\n export %s", name, a, b)
		}
		if got.Title != want.Title || got.Day != want.Day || got.Authors[0] != "press-office" && got.Authors[0] != "Second Editor (invented)" {
			t.Errorf("%s: %q of %v by %v", name, got.Title, got.Day, got.Authors)
		}
	}
}

func TestPagesThatAreNoArticle(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		text string
		kind fault.Kind
		says string
	}{
		"empty.html":      {"   ", fault.Invalid, "empty"},
		"script.html":     {"<html><body><div id=app></div><script>var a = 'long '.repeat(400)</script></body></html>", fault.Invalid, "no article"},
		"menu.html":       {"<html><body><ul><li><a href=a>one</a><li><a href=b>two</a></ul></body></html>", fault.Invalid, "no article"},
		"impossible.html": {`<html><body><h1>T</h1><div class="date">31.11.2019</div><p>` + strings.Repeat("Words of a text, and more of them. ", 20) + "</p></body></html>", fault.Invalid, "31.11.2019"},
		"binary.html":     {"\x00\x01\x02\xff\xfe\x00<html>", fault.Invalid, ""},
	} {
		path := filepath.Join(dir, name)
		os.WriteFile(path, []byte(c.text), 0o644)
		list, errs := items(t, Options{}, path)
		if len(list) != 0 || len(errs) != 1 || !strings.Contains(errs[0].Error(), c.says) || !strings.Contains(errs[0].Error(), name) {
			t.Errorf("%s: %d items, %v", name, len(list), errs)
		}
	}
	if _, errs := items(t, Options{}, "testdata/wordpress/page-front.html"); len(errs) != 1 || !strings.Contains(errs[0].Error(), "list of 7 articles") {
		t.Errorf("front page: %v", errs)
	}
}

// Broken HTML is still a page: browsers show it, and so do we.
func TestBrokenHTML(t *testing.T) {
	text := "<html><body><h1>Bridge<p>One paragraph that <b>goes on <i>and on</b> for quite a while, so that it is a text and not a caption.<p>Another, with a < sign & an ampersand, a <made-up>tag</made-up> and <table><tr>no cell, which is long enough to be text as well.</p></div></div>"
	list, errs := items(t, Options{}, write(t, "broken.html", text))
	if len(errs) > 0 || len(list) != 1 || !strings.Contains(list[0].Revision.Plain, "a < sign & an ampersand, a tag") {
		t.Fatalf("%v %+v", errs, list)
	}
}

func FuzzPage(f *testing.F) {
	for _, name := range []string{"agency", "ministry", "saved"} {
		data, err := os.ReadFile("testdata/pages/" + name + ".html")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, "")
	}
	f.Add([]byte("<html><body><article itemprop=articleBody><p>x</article><plaintext></html>"), "utf-16")
	f.Add([]byte("<svg><p><math><mi><table><td><svg><desc><a>"), "koi8-r")
	f.Fuzz(func(t *testing.T, data []byte, charset string) {
		list, _ := parsePage(input{place: "fuzz", key: "file:fuzz.html", charset: charset, data: data})
		for _, it := range list {
			checkItem(t, it)
		}
	})
}
