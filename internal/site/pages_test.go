package site

import (
	"io/fs"
	"net/http/httptest"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"shanyraq/internal/web"
)

// Every page folder has a view of its name and a sample.
func TestEveryPageHasAViewAndASample(t *testing.T) {
	dirs, err := fs.ReadDir(pages(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var folders, fields, sampled []string
	for _, d := range dirs {
		folders = append(folders, d.Name())
	}
	for f := range reflect.TypeFor[views]().Fields() {
		fields = append(fields, f.Name)
	}
	for _, s := range samples {
		sampled = append(sampled, s.page)
	}
	slices.Sort(fields)
	slices.Sort(sampled)
	if sampled = slices.Compact(sampled); !slices.Equal(folders, fields) || !slices.Equal(folders, sampled) {
		t.Errorf("page folders %v, views %v, samples %v: they must be the same", folders, fields, sampled)
	}
}

// Every sample renders in every language; the page says which that is; no
// wording is missing; it is sound HTML.
func TestSamples(t *testing.T) {
	book, err := Storybook(false)
	if err != nil {
		t.Fatal(err)
	}
	missing := regexp.MustCompile(`\[[a-z]+\.[a-z0-9.]+\]`)
	for _, tag := range web.Spoken() {
		for _, s := range samples {
			t.Run(tag.Name+"/"+s.name, func(t *testing.T) {
				w := httptest.NewRecorder()
				book.ServeHTTP(w, httptest.NewRequest("GET", "/"+tag.Name+"/"+s.name, nil))
				body := w.Body.String()
				if w.Code != 200 {
					t.Fatalf("status %d: %s", w.Code, body)
				}
				if m := missing.FindString(body); m != "" {
					t.Errorf("wording is missing: %s", m)
				}
				if want := `<html lang="` + tag.Name + `" dir="` + tag.Dir + `">`; !strings.Contains(body, want) {
					t.Errorf("the page does not say %s", want)
				}
				sound(t, body)
			})
		}
	}
}

// sound checks what holds of every page: one h1, one main, ids that are
// there once, references to ids that exist, nothing inline that the policy
// forbids.
func sound(t *testing.T, body string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	ids, count := map[string]int{}, map[string]int{}
	var refs []string
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			count[n.Data]++
			kind := ""
			for _, a := range n.Attr {
				switch {
				case a.Key == "id":
					ids[a.Val]++
				case a.Key == "href" && len(a.Val) > 1 && a.Val[0] == '#':
					refs = append(refs, a.Val[1:])
				case a.Key == "aria-labelledby" || a.Key == "for":
					refs = append(refs, a.Val)
				case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
					t.Errorf("<%s %s=…> is inline: the policy forbids it", n.Data, a.Key)
				case a.Key == "type":
					kind = a.Val
				}
				if strings.Contains(a.Val, "ZgotmplZ") {
					t.Errorf("<%s %s> was refused by the template's escaper", n.Data, a.Key)
				}
			}
			if n.Data == "style" || n.Data == "script" && n.FirstChild != nil && kind != "application/ld+json" {
				t.Errorf("<%s> with content: the policy forbids it", n.Data)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	if !strings.Contains(body, `<link rel="stylesheet"`) {
		t.Error("the head has no style sheet: a field of the page may stand before the head of its base")
	}
	for _, once := range []string{"h1", "main", "title"} {
		if count[once] != 1 {
			t.Errorf("%d <%s>, want one", count[once], once)
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("id %q is there %d times", id, n)
		}
	}
	for _, r := range refs {
		if ids[r] == 0 {
			t.Errorf("something points to id %q, which is not there", r)
		}
	}
}

// Styles know no left and right: a page in Arabic script is the same page
// mirrored.
func TestStylesAreLogical(t *testing.T) {
	physical := regexp.MustCompile(`(?:^|[\s;{])((?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|max-width|min-width|max-height|min-height|text-align:\s*(?:left|right)|float)\s*:`)
	sheets := 0
	for _, dir := range []struct {
		files   fs.FS
		pattern string
	}{{pages(), "*/*.css"}, {web.Styles(), "*/*.css"}} {
		names, err := fs.Glob(dir.files, dir.pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			src, err := fs.ReadFile(dir.files, name)
			if err != nil {
				t.Fatal(err)
			}
			sheets++
			for n, line := range strings.Split(string(src), "\n") {
				if strings.HasPrefix(strings.TrimSpace(line), "@media") {
					line = line[strings.IndexByte(line, '{')+1:]
				}
				if m := physical.FindStringSubmatch(line); m != nil {
					t.Errorf("%s:%d: %s: use the logical property", name, n+1, m[1])
				}
			}
		}
	}
	if sheets < 8 {
		t.Fatalf("only %d style sheets were found", sheets)
	}
}
