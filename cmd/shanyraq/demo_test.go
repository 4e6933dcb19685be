package main

import (
	"bufio"
	"context"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/demo"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

func openDemo(t *testing.T, dir string) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), store.DSN(dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

// The demo is filled once: a second run finds the same articles, revisions
// and readings, and changes nothing that a reader of the site could see.
func TestDemoFillsOnce(t *testing.T) {
	st := openDemo(t, t.TempDir())
	if err := fillDemo(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(demo.Articles, "articles/*.md")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]map[string]int{}
	count := func() (articles, statements int) {
		clear(kinds)
		for c, err := range st.EachPublic(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			articles++
			list, err := st.ArticleStatements(t.Context(), c.ID, true)
			if err != nil {
				t.Fatal(err)
			}
			statements += len(list)
			for _, s := range list {
				if kinds[c.Language] == nil {
					kinds[c.Language] = map[string]int{}
				}
				kinds[c.Language][s.Said.Kind]++
			}
		}
		return articles, statements
	}
	articles, statements := count()
	if articles != len(files) {
		t.Errorf("%d articles of %d files", articles, len(files))
	}
	if statements < 2*articles {
		t.Errorf("only %d statements in %d articles", statements, articles)
	}
	// What the portal is for shows in every language.
	for language := range demo.Name {
		for _, kind := range []string{read.Office, read.Figure, read.Quote, read.Agreement} {
			if kinds[language][kind] < 10 {
				t.Errorf("only %d statements of kind %s in %s", kinds[language][kind], kind, language)
			}
		}
	}
	if n := kinds["en"][read.Event]; n < 10 {
		t.Errorf("only %d events in English", n)
	}
	houseOfDemo(t, st)
	done := 0
	covers, err := st.Coverage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range covers {
		done += c.Articles
	}
	if done != articles {
		t.Errorf("%d articles are read of %d", done, articles)
	}
	sections, err := st.Sections(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range demo.Sections() {
		if i >= len(sections) || sections[i].Path != want.Path || sections[i].Names["kk"] != want.Names["kk"] {
			t.Fatalf("the sections are %v", sections)
		}
	}
	// The census of 2021 counted the Uzbeks of Kazakhstan.
	found := false
	observations, err := st.Observations(t.Context(), "KZ", "uzbek")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range observations {
		found = found || o.Unit == "person" && o.Date.String() == "2021-09-01" && o.Value == 614047
	}
	if !found {
		t.Errorf("the figures of the facts are not loaded: %v", observations)
	}

	before := st.Version()
	if err := fillDemo(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	if a, s := count(); a != articles || s != statements {
		t.Errorf("the second run made %d articles and %d statements of %d and %d", a, s, articles, statements)
	}
	if st.Version() != before {
		t.Error("the second run wrote to the site")
	}
}

// houseOfDemo: the portal's institution is one body of the register under its
// name in each language, and there are offices of it that are told in all of
// them as one fact.
func houseOfDemo(t *testing.T, st *store.Store) {
	t.Helper()
	list, err := st.Entities(t.Context(), store.EntityFilter{Kind: read.Organization, Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	var house []store.Entity
	for _, e := range list {
		for language, name := range demo.Name {
			if e.Name(language) == name {
				house = append(house, e)
				break
			}
		}
	}
	if len(house) != 1 {
		t.Fatalf("the institution is %d bodies: %+v", len(house), house)
	}
	for language, name := range demo.Name {
		if house[0].Name(language) != name {
			t.Errorf("in %s it is called %q", language, house[0].Name(language))
		}
	}
	facts, err := st.Statements(t.Context(), store.StatementFilter{Kind: read.Office, Entity: house[0].ID, Role: record.RoleOrganization, Facts: true, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	whole := 0
	for _, f := range facts {
		told, err := st.FactStatements(t.Context(), f.Fact)
		if err != nil {
			t.Fatal(err)
		}
		in := map[string]bool{}
		for _, s := range told {
			in[s.Language] = true
		}
		if len(in) == len(demo.Name) {
			whole++
		}
	}
	if whole == 0 {
		t.Errorf("no office of the institution is told in all languages as one fact, of %d", len(facts))
	}
}

// An interrupted run is finished by the next one, and nothing is there twice.
func TestDemoGoesOnAfterInterrupt(t *testing.T) {
	dir := t.TempDir()
	st := openDemo(t, dir)
	if err := st.Update(t.Context(), saveDemoFrame); err != nil {
		t.Fatal(err)
	}
	show := newProgress(os.Stderr, 0, time.Now())
	if err := importDemo(t.Context(), st, show); err != nil { // imported, neither read nor sealed
		t.Fatal(err)
	}
	if err := fillDemo(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	n := 0
	for c, err := range st.EachPublic(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if strings.HasSuffix(c.Slug, "-2") {
			t.Errorf("%s is there twice", c.Slug)
		}
	}
	if files, _ := fs.Glob(demo.Articles, "articles/*.md"); n != len(files) {
		t.Errorf("%d articles of %d files", n, len(files))
	}
	if jobs, err := st.JobCounts(t.Context()); err != nil || jobs["waiting"]+jobs["failed"] > 0 {
		t.Errorf("jobs left: %v %v", jobs, err)
	}
}

// The command prints its address when the first page can be answered; every
// article answers at its address, and at the one its links name.
func TestDemoServes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		c := demoCmd{Data: dir, webFlags: webFlags{Addr: "localhost:0", Cache: 1}}
		ended <- c.run(ctx, w)
		w.Close()
	}()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v; %v", err, <-ended)
	}
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if !ok {
		t.Fatalf("the first line is %q", line)
	}
	get := func(path string) (int, string) {
		t.Helper()
		resp, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(body)
	}
	for language, name := range demo.Name {
		if code, body := get(language + "/"); code != 200 || !strings.Contains(body, name) {
			t.Errorf("the front page in %s: %d", language, code)
		}
	}
	st := openDemo(t, dir)
	for c, err := range st.EachPublic(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if code, _ := get(strings.TrimPrefix(c.Address(), "/")); code != 200 {
			t.Errorf("%s: %d", c.Address(), code)
		}
	}
	if code, _ := get("en/about-the-assembly"); code != 200 {
		t.Errorf("the page that tells what is invented: %d", code)
	}
	if name, err := st.Names(t.Context()); err != nil || name["kk"] != demo.Name["kk"] {
		t.Errorf("serve would call the site %v: %v", name, err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestDemoRefusesAFileAsFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c := demoCmd{Data: file}
	if err := c.run(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("the error is %v", err)
	}
}
