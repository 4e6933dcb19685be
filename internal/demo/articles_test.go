package demo

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var link = regexp.MustCompile(`(?m)^- \[[^\]]+\]\(((?:https?:/)?/[^)\s]+)\)$`)

// Every article is whole: what a reader, an address and a list need is there.
func TestArticlesAreWhole(t *testing.T) {
	slugRE := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]string{}
	each(t, func(t *testing.T, s sample) {
		if s.Title == "" || s.Lead == "" {
			t.Error("no title or no lead")
		}
		if s.file != s.Group+"."+s.Language {
			t.Errorf("the file is of group %q in %q", s.Group, s.Language)
		}
		if !slugRE.MatchString(s.Slug) {
			t.Errorf("slug %q", s.Slug)
		}
		if other, taken := seen[s.Language+"/"+s.Slug]; taken {
			t.Errorf("slug %q is that of %s too", s.Slug, other)
		}
		seen[s.Language+"/"+s.Slug] = s.file
		day, err := time.Parse(time.DateOnly, s.Published)
		if err != nil || day.Year() < 2017 || day.After(time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("published %q", s.Published)
		}
		if !slices.ContainsFunc(Sections(), func(x Section) bool { return x.Path == s.Section }) {
			t.Errorf("section %q is not one of the demo's", s.Section)
		}
		if n := len(strings.Fields(s.Title + " " + s.Lead + " " + s.body)); n < 200 || n > 500 {
			t.Errorf("%d words", n)
		}
		links := link.FindAllString(s.sources, -1)
		if len(links) == 0 || len(links) != strings.Count(strings.TrimSpace(s.sources), "\n")+1 {
			t.Errorf("the sources are not a list of links:\n%s", s.sources)
		}
	})
}

// Translations agree in what does not depend on language.
func TestTranslationsAgree(t *testing.T) {
	first := map[string]sample{}
	groups := map[string]int{}
	each(t, func(t *testing.T, s sample) {
		groups[s.Group]++
		a, ok := first[s.Group]
		if !ok {
			first[s.Group] = s
			return
		}
		if a.Published != s.Published || a.Section != s.Section {
			t.Errorf("%s is of %s in %s, %s is of %s in %s", a.file, a.Published, a.Section, s.file, s.Published, s.Section)
		}
		if len(a.Invented) != len(s.Invented) {
			t.Errorf("invented: %q and %q", a.Invented, s.Invented)
		}
		if !slices.Equal(a.Meetings, s.Meetings) {
			t.Errorf("meetings: %q and %q", a.Meetings, s.Meetings)
		}
		if !slices.EqualFunc(a.Figures, s.Figures, func(x, y figure) bool { x.Written, y.Written = "", ""; return x == y }) {
			t.Errorf("figures: %v and %v", a.Figures, s.Figures)
		}
		for _, mark := range []string{"\n## ", "\n| ", "\n- ", "\n**", "\n\n"} {
			if x, y := strings.Count(a.body, mark), strings.Count(s.body, mark); x != y {
				t.Errorf("%q stands %d times in %s and %d times in %s", mark, x, a.file, y, s.file)
			}
		}
		if x, y := link.FindAllStringSubmatch(a.sources, -1), link.FindAllStringSubmatch(s.sources, -1); len(x) != len(y) {
			t.Errorf("%d sources and %d", len(x), len(y))
		} else {
			for i := range x {
				if x[i][1] != y[i][1] && strings.HasPrefix(x[i][1], "http") {
					t.Errorf("source %d is %s and %s", i+1, x[i][1], y[i][1])
				}
			}
		}
	})
	whole := 0
	for _, n := range groups {
		if n == 3 {
			whole++
		}
	}
	if whole < 16 {
		t.Errorf("only %d groups are in three languages", whole)
	}
}

// Links within the portal lead to an article of the same language.
func TestInnerLinksLead(t *testing.T) {
	all, err := load()
	if err != nil {
		t.Fatal(err)
	}
	addresses := map[string]bool{}
	for _, s := range all {
		addresses["/"+s.Language+"/"+s.Slug] = true
	}
	inner := regexp.MustCompile(`\]\((/[^)]*)\)`)
	each(t, func(t *testing.T, s sample) {
		for _, m := range inner.FindAllStringSubmatch(s.body+s.sources, -1) {
			if !addresses[m[1]] || !strings.HasPrefix(m[1], "/"+s.Language+"/") {
				t.Errorf("the link to %s leads nowhere", m[1])
			}
		}
	})
}

// Every section has a name in every language, stands below its parent and
// holds an article.
func TestSectionsAreUsed(t *testing.T) {
	all, err := load()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, sec := range Sections() {
		if i := strings.LastIndexByte(sec.Path, '/'); i >= 0 && !seen[sec.Path[:i]] {
			t.Errorf("%s stands before its parent", sec.Path)
		}
		seen[sec.Path] = true
		for language := range Name {
			if sec.Names[language] == "" {
				t.Errorf("%s has no name in %s", sec.Path, language)
			}
			if !slices.ContainsFunc(all, func(s sample) bool {
				return s.Language == language && strings.HasPrefix(s.Section+"/", sec.Path+"/")
			}) {
				t.Errorf("%s is empty in %s", sec.Path, language)
			}
		}
	}
}
