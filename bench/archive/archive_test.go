package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"shanyraq/internal/reader"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

func TestSameSeedGivesTheSameArticles(t *testing.T) {
	testkit.Set(t, n, 60)
	one, two, other := newGenerator(1), newGenerator(1), newGenerator(2)
	words, same, last := 0, 0, time.Time{}
	seen := map[string]bool{}
	for i := range *n {
		a, b := one.item(i), two.item(i)
		if a.Revision.Hash != b.Revision.Hash || !reflect.DeepEqual(a.Article, b.Article) || a.Key != b.Key {
			t.Fatalf("article %d comes out in two ways", i)
		}
		if a.Revision.Hash == other.item(i).Revision.Hash {
			same++
		}
		seen[a.Revision.Hash+a.Article.Slug] = true
		plain := a.Revision.Plain
		words += len(strings.Fields(plain))
		if strings.ContainsAny(a.Revision.Title+plain, "{}") {
			t.Errorf("article %d has a slot that is not filled: %s", i, plain)
		}
		cyrillic := strings.ContainsFunc(plain, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
		if a.Article.Language != []string{"en", "ru", "kk"}[i%3] || cyrillic != (a.Article.Script == "Cyrl") || cyrillic != (i%3 > 0) {
			t.Errorf("article %d is %s in %s: %s", i, a.Article.Language, a.Article.Script, plain)
		}
		if a.Article.Published.Before(last.AddDate(0, 0, -14)) {
			t.Errorf("article %d is of %s, the one before of %s", i, a.Article.Published, last)
		}
		last = a.Article.Published
	}
	if same > 0 || len(seen) != *n {
		t.Errorf("%d articles are the same with another seed; %d of %d are different", same, len(seen), *n)
	}
	if mean := words / *n; mean < 450*8/10 || mean > 450*12/10 {
		t.Errorf("an article has %d words, not about %d", mean, 450)
	}
	if last.Year() < 2024 || last.Year() > 2026 {
		t.Errorf("25 years from 2001 end in %d", last.Year())
	}
}

func TestShuffledArticlesComeInNoOrder(t *testing.T) {
	testkit.Set(t, n, 60)
	testkit.Set(t, shuffled, true)
	g, back, last := newGenerator(1), 0, time.Time{}
	for i := range *n {
		day := g.item(i).Article.Published
		back += flag1(day.Before(last.AddDate(0, 0, -14)))
		last = day
	}
	if back < 15 {
		t.Errorf("of 60 articles %d are older than the one before", back)
	}
}

func TestHalfOfTheSentencesStateNothing(t *testing.T) {
	for line, want := range map[string]bool{
		"The {adj} {noun} came.": true, "Nothing came.": true, "{person} came.": false, "In {year} the {noun} came.": false,
	} {
		if got := stateNothing(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	g := newGenerator(1)
	for _, l := range languages {
		if len(g.sentences[l]) < 10 || len(g.sentences[l+" plain"]) < 10 {
			t.Errorf("%s has %d sentences that state and %d that do not", l, len(g.sentences[l]), len(g.sentences[l+" plain"]))
		}
	}
}

func TestOneName(t *testing.T) {
	for text, want := range map[string]string{
		"then the Алма Бірлестігі, came":     "Алма Бірлестігі",
		"Then әрі\n\nSteppe Union. Mill Co":  "Steppe Union",
		"We met Ann. Bela Sample met others": "Bela Sample",
		"nobody came. And":                   "",
	} {
		r := oneName(text, reader.Options{Language: "kk"})
		got := ""
		if len(r.Mentions) == 1 && len(r.Entities) == 1 && r.Entities[0].Name == r.Mentions[0].Text {
			got = string([]rune(text)[r.Mentions[0].Start:r.Mentions[0].End])
			if got != r.Mentions[0].Text {
				t.Errorf("%q: the span has %q, the name is %q", text, got, r.Mentions[0].Text)
			}
		}
		if got != want || r.Language != "kk" {
			t.Errorf("%q: %q in %q, want %q", text, got, r.Language, want)
		}
	}
}

// figures runs the program and gives what it prints.
func figures(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	testkit.Set[io.Writer](t, &out, &b)
	if err := run(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestASmallArchiveIsMadeAndAsked(t *testing.T) {
	testkit.Set(t, n, 30)
	testkit.Set(t, facts, false)
	testkit.Set(t, queries, 6)
	testkit.Set(t, words, 60)
	testkit.Set(t, dir, t.TempDir())
	said := figures(t)
	for line, times := range map[string]int{
		`(?m)^30 articles, seed 1, `:                                1,
		`(?m)^import +\d+ articles/s`:                               1,
		`(?m)^search .* p50 .* p99 .*\(\d+ % found\)$`:              4,
		`(?m)^search .* two words \([1-9]\d* % found\)$`:            1,
		`(?m)^suggestions .* after [235] letters \(\d+ % found\)$`:  3,
		`(?m)^suggestions .* after 2 letters \([1-9]\d* % found\)$`: 1,
		`(?m)^database +\d+\.\d MB, \d+\.\d KB an article$`:         1,
		`(?m)^list `: 0,
	} {
		if got := len(regexp.MustCompile(line).FindAllString(said, -1)); got != times {
			t.Errorf("%d lines are %s, want %d", got, line, times)
		}
	}
	count := func() (articles, bodies int) {
		st, err := store.Open(context.Background(), store.DSN(*dir, ""))
		if err != nil {
			t.Fatal(err)
		}
		defer st.Close()
		list, err := st.Articles(t.Context(), store.ArticleFilter{Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		counts, err := st.RecordCounts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if counts["person"]+counts["place"]+counts["quote"]+counts["figure"] > 0 {
			t.Errorf("more is read than one name of a body: %v", counts)
		}
		return len(list), counts["organization"]
	}
	articles, bodies := count()
	if articles != 30 || bodies < 5 || bodies > 30 {
		t.Errorf("the site has %d articles and %d bodies", articles, bodies)
	}
	testkit.Set(t, loaded, true)
	again := figures(t)
	if strings.Contains(again, "import") || strings.Count(again, "search ") != 4 {
		t.Errorf("an archive that stands is asked with\n%s", again)
	}
	if a, b := count(); a != articles || b != bodies {
		t.Errorf("asking left %d articles and %d bodies", a, b)
	}
	if t.Failed() {
		t.Log(said)
	}
}

func TestAnArchiveThatIsReadHasItsLists(t *testing.T) {
	testkit.Set(t, n, 12)
	testkit.Set(t, dir, "") // a folder of its own
	testkit.Set(t, queries, 3)
	testkit.Set(t, words, 60)
	said := figures(t)
	if got := strings.Count(said, "\nlist "); got != 9 {
		t.Errorf("%d lists, want 9:\n%s", got, said)
	}
	if !regexp.MustCompile(`(?m)^record +[1-9]\d* statements' facts, [1-9]\d* entities$`).MatchString(said) {
		t.Errorf("nothing was read:\n%s", said)
	}
	if _, err := os.Stat(*dir); !os.IsNotExist(err) {
		t.Errorf("a folder of its own stays behind: %v", err)
	}
}
