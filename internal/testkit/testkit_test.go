package testkit

import (
	"database/sql"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/hooks"
	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
)

// faulty are tests that must not pass: what they hold things to is broken.
var faulty = map[string]struct {
	test func(*testing.T)
	says []string // what the failing test prints
}{
	"contract": {func(t *testing.T) {
		Store(t, func(t testing.TB) *store.Store { // which is not empty
			st := SQLite(t)
			it := Item("en", "left-over", "Left over", "Text.", Now)
			if err := st.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }); err != nil {
				t.Fatal(err)
			}
			return st
		})
	}, []string{"--- FAIL: TestFaulty/paging", "--- PASS: TestFaulty/exceptions"}},
	"pairs": {func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "test.db")
		st := OpenStore(t, path)
		a, b := entity(t, st, read.Place, "A"), entity(t, st, read.Place, "B")
		it := Items(1)[0]
		save(t, st, it)
		storeReading(t, st, reading(it, signing("f1", "2015", a, b), signing("f2", "2016", a, b)))
		pairsAgree(t, st, "reading", []int64{a, b})
		fmt.Println("the pair agreed")
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.ExecContext(t.Context(), "DELETE FROM pair_facts WHERE day = (SELECT max(day) FROM pair_facts)"); err != nil {
			t.Fatal(err)
		}
		pairsAgree(t, st, "a loss", []int64{a, b})
	}, []string{"the pair agreed", "after a loss: the pair"}},
	"accessible": {func(t *testing.T) {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/en/page" {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><main><h1>Page</h1><img src="data:,"><script src="/gone.js"></script><div style="width: 900px">wide</div></main>`)
		}))
		defer s.Close()
		Accessible(t, []Look{{"light", 390, []string{"en"}}}, []string{"page"}, func(tag, page string) string { return s.URL + "/" + tag + "/" + page })
	}, []string{"image-alt:", "wide on a screen of 390", "the browser complains:", "/gone.js"}},
	"browser":  {func(t *testing.T) { Browser(t) }, []string{"CI must not skip the browser tests"}},
	"postgres": {func(t *testing.T) { server.err = fmt.Errorf("no server here"); server.once.Do(func() {}); Postgres(t) }, []string{"no server here"}},
}

// TestFaulty runs one of the faulty tests, in a process of its own.
func TestFaulty(t *testing.T) {
	if f, ok := faulty[os.Getenv("TESTKIT_FAULTY")]; ok {
		f.test(t)
	}
}

// fails runs a faulty test with the variables set, and gives what it prints
// and whether it failed.
func fails(t *testing.T, name, pattern string, env ...string) (string, bool) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run", pattern, "-test.v")
	cmd.Env = append(os.Environ(), append([]string{"TESTKIT_FAULTY=" + name}, env...)...)
	said, err := cmd.CombinedOutput()
	if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() != 1) {
		t.Fatalf("%s: %v\n%s", name, err, said)
	}
	return string(said), err != nil
}

func TestWhatIsBrokenFails(t *testing.T) {
	for name, f := range faulty {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pattern, env := "^TestFaulty$", []string(nil)
			switch name {
			case "contract":
				pattern += "/^(paging|exceptions)$"
			case "browser", "postgres":
				env = []string{"CI=", "PATH="}
				if said, failed := fails(t, name, pattern, env...); failed || !strings.Contains(said, "--- SKIP: TestFaulty") || !strings.Contains(said, "apt-get install") {
					t.Errorf("what is not installed is not skipped with a sentence:\n%s", said)
				}
				env = []string{"CI=true", "PATH="}
			}
			said, failed := fails(t, name, pattern, env...)
			if name == "accessible" && strings.Contains(said, "--- SKIP: TestFaulty") { // never where CI=true
				t.Skip(said)
			}
			if !failed {
				t.Errorf("it passes:\n%s", said)
			}
			for _, s := range f.says {
				if !strings.Contains(said, s) {
					t.Errorf("%q is not said:\n%s", s, said)
				}
			}
		})
	}
}

func TestAStoreHasAClockOfItsOwn(t *testing.T) {
	st := SQLite(t)
	first := Now.Add(time.Millisecond)
	for i := range 3 {
		update(t, st, func(tx *store.Tx) error {
			if want := first.Add(time.Duration(i) * time.Millisecond); !tx.Time().Equal(want) {
				t.Errorf("transaction %d is at %s, want %s", i, tx.Time(), want)
			}
			return nil
		})
	}
	if other := SQLite(t); must[int64](t)(count(t, other)) != 0 {
		t.Error("a new store is not empty")
	}
}

func count(t *testing.T, st *store.Store) (int64, error) {
	list, err := st.Articles(t.Context(), store.ArticleFilter{Limit: 100})
	return int64(len(list)), err
}

func TestSamplesAreWhatTheySay(t *testing.T) {
	one, other := Item("en", "a", "T", "Text.", Now), Item("en", "a", "T", "Other.", Now)
	if one.Revision.Hash != one.Revision.Sum() || one.Revision.Hash == other.Revision.Hash {
		t.Errorf("the hashes are %q and %q, the sum %q", one.Revision.Hash, other.Revision.Hash, one.Revision.Sum())
	}
	items := Items(40)
	slugs := map[string]bool{}
	for i, it := range items {
		slugs[it.Article.Slug] = true
		if i > 0 && it.Article.Published.Sub(items[i-1].Article.Published) != 24*time.Hour {
			t.Errorf("item %d is of %s, the one before of %s", i, it.Article.Published, items[i-1].Article.Published)
		}
	}
	if len(slugs) != 40 {
		t.Errorf("40 items have %d addresses", len(slugs))
	}
	st := SQLite(t)
	save(t, st, items...)
	if n := must[int64](t)(count(t, st)); n != 40 {
		t.Errorf("%d of 40 items are public", n)
	}
	if u := User(t, st, "editor", people.Editor); u.ID == 0 || must[people.User](t)(st.UserByEmail(t.Context(), "editor@example.org")).ID != u.ID {
		t.Errorf("the user %+v was not saved", u)
	}
	if s := Subscriber(t, st, "reader@example.org", "kk", subscribe.Daily, "news"); s.ID == 0 || s.Email != "reader@example.org" || s.Tag != "kk" {
		t.Errorf("the subscriber is %+v", s)
	}
	p := Endpoint(t, st, "https://example.org/told", func(p *hooks.Endpoint) { p.Name = "changed" })
	if list := must[[]hooks.Endpoint](t)(st.Hooks(t.Context())); len(list) != 1 || list[0].ID != p.ID || list[0].Name != "changed" || list[0].Address != "https://example.org/told" {
		t.Errorf("the endpoints are %+v, made %+v", list, p)
	}
}

func TestHostileQueriesAreOfEverySort(t *testing.T) {
	all := Hostile()
	longest := ""
	for _, q := range all {
		if len(q) > len(longest) {
			longest = q
		}
	}
	for _, q := range []string{"", "\"", "a*", "\x00", "\xff\xfe", "'; DROP TABLE articles; --", "lang:"} {
		if !slices.Contains(all, q) {
			t.Errorf("%q is not among them", q)
		}
	}
	if len(longest) < 10000 || len(all) != len(slices.Compact(slices.Sorted(slices.Values(all)))) {
		t.Errorf("the longest has %d bytes; %d queries, some of them twice", len(longest), len(all))
	}
}
