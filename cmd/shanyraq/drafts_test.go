package main

import (
	"io"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/jobs"
	"shanyraq/internal/site"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// A draft is read by the machine before it is public, so that it can be
// reviewed; no page, feed, list, search or export tells of it.
func TestDraftsAreNowhere(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	st := testkit.OpenStore(t, dir+"/shanyraq.db")
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	const secret = "Zhanbolat Qorqytov"
	items := []*store.Item{testkit.Item("en", "public", "Public", "The Assembly of Samples signed a protocol with Kazakhstan on 5 May 2019.", day)}
	for _, state := range []article.State{article.Draft, article.Review, article.Scheduled, article.Withdrawn} {
		it := testkit.Item("en", "secret-"+string(state), secret+" is appointed", secret+", the head of the Qorqyt Bureau, signed a protocol with Kazakhstan on 7 May 2019. “We open three crossings,” said "+secret+". In Qorqytville 3,600 people live.", day)
		it.Article.State = state
		it.Article.Section = "news"
		items = append(items, it)
	}
	if err := st.Update(ctx, func(tx *store.Tx) error {
		for _, it := range items {
			if _, err := tx.Save(it); err != nil {
				return err
			}
			if err := jobs.Enqueue(tx, it.Article.ID); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := jobs.New().Drain(ctx, st, nil); err != nil {
		t.Fatal(err)
	}
	statements, err := st.ArticleStatements(ctx, items[1].Article.ID, true)
	if err != nil || len(statements) == 0 {
		t.Fatalf("the draft was not read, so this test says nothing: %v", err)
	}
	public, err := site.New(site.Config{Store: st})
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{"/en/", "/en/secret-draft", "/en/secret-review", "/en/secret-scheduled", "/en/search?q=Qorqytov", "/en/search?q=Qorqyt+Bureau", "/en/feed.xml", "/en/feed.atom", "/en/feed.json", "/sitemap.xml", "/sitemap/en-0.xml",
		"/en/record/", "/en/record/people", "/en/record/bodies", "/en/record/places", "/en/record/agreements", "/en/record/quotations", "/en/record/figures", "/en/record/events", "/en/record/agreements.json", "/en/record/agreements.csv", "/en/record/people.json", "/en/record/people.csv", "/en/record/coverage"}
	for _, s := range statements {
		for _, ext := range []string{"", ".json", ".bib"} {
			paths = append(paths, "/en/record/statement/"+strconv.FormatInt(s.ID, 10)+ext)
		}
	}
	seen := map[int64]bool{}
	for _, s := range statements {
		for _, e := range s.Refs {
			if !seen[e.Entity] {
				seen[e.Entity] = true
				for _, r := range []string{"people", "bodies", "places"} {
					paths = append(paths, "/en/record/"+r+"/"+strconv.FormatInt(e.Entity, 10))
				}
			}
		}
	}
	for _, path := range paths {
		w := httptest.NewRecorder()
		public.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		body, _ := io.ReadAll(w.Body)
		text := string(body)
		if strings.Contains(path, "q=") { // the page repeats the question
			text = strings.ReplaceAll(text, "Qorqytov", "")
			for _, space := range []string{" ", "+", "%20", "%2B", "&#43;"} {
				text = strings.ReplaceAll(text, "Qorqyt"+space+"Bureau", "")
			}
		}
		if strings.Contains(text, "Qorqyt") || strings.Contains(text, "secret-") && !strings.HasPrefix(path, "/en/secret") {
			at := strings.Index(text, "Qorqyt")
			t.Errorf("%s (%d) tells of what is not public: …%s…", path, w.Code, text[max(0, at-80):min(len(text), max(0, at)+80)])
		}
	}
	out := dir + "/out.jsonl"
	if status := run([]string{"export", "--data", dir, "--format", "record", "--out", out}); status != 0 {
		t.Errorf("export ends with %d", status)
	} else {
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), "Qorqyt") {
			t.Error("an export tells of what is not public")
		}
	}
}
