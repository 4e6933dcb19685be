package export

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

func TestMain(m *testing.M) {
	code := m.Run()
	testkit.StopPostgres()
	os.Exit(code)
}

// lived is the sample after people have worked on it: a statement deprecated,
// two people merged, a section named.
func lived(t *testing.T) *store.Store {
	t.Helper()
	st := sample(t)
	offices, err := st.Statements(t.Context(), store.StatementFilter{Kind: read.Office, Oldest: true})
	if err != nil || len(offices) != 2 {
		t.Fatalf("%v %v", offices, err)
	}
	who := record.Change{Who: "editor", When: time.Date(2018, 1, 2, 3, 4, 5, 678e6, time.UTC), Reason: "told twice"}
	other := record.Entity{Kind: read.Person, Names: []record.Name{{Text: "Aliya Sample", Language: "en"}}}
	err = st.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.SaveEntity(&other, []string{"aliya"}); err != nil {
			return err
		}
		if err := tx.MergeEntities(other.ID, offices[0].Entities(record.RolePerson)[0], who); err != nil {
			return err
		}
		if err := tx.SaveSection(article.Section{Path: "news", Names: map[string]string{"en": "News"}, Order: 3}); err != nil {
			return err
		}
		return tx.DecideStatement(offices[1].ID, record.Deprecated, who)
	})
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// A dump loaded into an empty database is the same record: a dump of it has
// the same bytes, and the lists of the site are the same.
func TestLoad(t *testing.T) {
	from := lived(t)
	dump, counts := write(t, from, "record")
	for name, open := range map[string]func(testing.TB) *store.Store{"SQLite": testkit.SQLite, "PostgreSQL": testkit.Postgres} {
		t.Run(name, func(t *testing.T) {
			st := open(t)
			n, err := Load(t.Context(), st, bytes.NewReader(dump))
			if err != nil {
				t.Fatal(err)
			}
			if n != counts {
				t.Errorf("loaded %+v, dumped %+v", n, counts)
			}
			again, _ := write(t, st, "record")
			if !bytes.Equal(dump, again) {
				t.Errorf("the record is another:\n%s\nbecame\n%s", dump, again)
			}
			for _, f := range []store.StatementFilter{{Kind: read.Agreement, Facts: true}, {Kind: read.Office}, {Kind: read.Agreement, Language: "en", Reviewed: true}} {
				want, _ := from.Statements(t.Context(), f)
				got, err := st.Statements(t.Context(), f)
				if err != nil || len(got) != len(want) || len(want) == 0 {
					t.Fatalf("%+v: %d statements, want %d: %v", f, len(got), len(want), err)
				}
				for i := range want {
					if got[i].ID != want[i].ID || got[i].Told != want[i].Told || got[i].Quote != want[i].Quote {
						t.Errorf("%+v: %+v, want %+v", f, got[i], want[i])
					}
				}
			}
			// What is written next takes no id that the record has.
			e := record.Entity{Kind: read.Person, Names: []record.Name{{Text: "Somebody New", Language: "en"}}}
			if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveEntity(&e, nil) }); err != nil {
				t.Errorf("after loading: %v", err)
			}
			if strings.Contains(string(dump), `"id":`+itoa(e.ID)+",") {
				t.Errorf("id %d is given twice", e.ID)
			}
			if _, err := Load(t.Context(), st, bytes.NewReader(dump)); !fault.Is(err, fault.Exists) {
				t.Errorf("loading into a database that is not empty: %v", err)
			}
		})
	}
}

// A broken dump leaves nothing behind and says which line is broken.
func TestLoadBroken(t *testing.T) {
	dump, _ := write(t, lived(t), "record")
	lines := bytes.SplitAfter(dump, []byte("\n"))
	replace := func(old, new string) []byte { return bytes.Replace(dump, []byte(old), []byte(new), 1) }
	for name, in := range map[string][]byte{
		"nothing":           nil,
		"a part":            bytes.Join(lines[:len(lines)-4], nil),
		"half a line":       dump[:len(dump)/2],
		"a word changed":    replace("once more told", "once more sung"),
		"a quote moved":     replace(`"start":0`, `"start":1`),
		"a rank":            replace(`"rank":"accepted"`, `"rank":"certain"`),
		"another format":    replace("shanyraq-record/1", "shanyraq-record/9"),
		"a name changed":    replace("Alia Sample", "Alia Simple"),
		"a line is missing": bytes.Join(append(lines[:3:3], lines[4:]...), nil),
		"no JSON":           append([]byte("<html>\n"), dump...),
	} {
		t.Run(name, func(t *testing.T) {
			if bytes.Equal(in, dump) {
				t.Fatal("the dump is whole")
			}
			st := testkit.SQLite(t)
			if _, err := Load(t.Context(), st, bytes.NewReader(in)); !fault.Is(err, fault.Invalid) && !fault.Is(err, fault.Unsupported) {
				t.Errorf("error %v", err)
			}
			if empty, err := st.Empty(t.Context()); err != nil || !empty {
				t.Errorf("something is left behind: %v", err)
			}
		})
	}
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
