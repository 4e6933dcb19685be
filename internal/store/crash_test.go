package store_test

import (
	"bufio"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// TestCrashChild is the program that TestCrash kills: it saves articles for
// ever and names each one once its transaction is acknowledged.
func TestCrashChild(t *testing.T) {
	file := os.Getenv("SHANYRAQ_CRASH_DB")
	if file == "" {
		t.Skip("this is the child of TestCrash")
	}
	st, err := store.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; ; i++ {
		slug := fmt.Sprintf("p%d-%d", os.Getpid(), i)
		err := st.Update(t.Context(), func(tx *store.Tx) error {
			it := testkit.Item("en", slug, "Title", strings.Repeat("text ", 500), time.Now())
			if _, err := tx.Save(it); err != nil {
				return err
			}
			return tx.Enqueue("read", slug, "", 0)
		})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("saved", slug)
	}
}

// What was acknowledged survives kill -9, whole: the article, its revision and
// its job.
func TestCrash(t *testing.T) {
	file := filepath.Join(t.TempDir(), "crash.db")
	var saved []string
	for round := range 4 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestCrashChild$")
		cmd.Env = append(os.Environ(), "SHANYRAQ_CRASH_DB="+file)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n := 0; n < 20+7*round && lines.Scan(); n++ {
			if slug, ok := strings.CutPrefix(lines.Text(), "saved "); ok {
				saved = append(saved, slug)
			}
		}
		cmd.Process.Kill()
		for lines.Scan() { // acknowledged before the kill reached it
			if slug, ok := strings.CutPrefix(lines.Text(), "saved "); ok {
				saved = append(saved, slug)
			}
		}
		cmd.Wait()
	}
	if len(saved) < 80 {
		t.Fatalf("the children saved %d articles only", len(saved))
	}
	st := testkit.OpenStore(t, file)
	for _, slug := range saved {
		c, err := st.Article(t.Context(), "en", slug)
		if err != nil {
			t.Fatalf("%s was acknowledged and is lost: %v", slug, err)
		}
		r, err := st.Revision(t.Context(), c.Revision)
		if err != nil || r.Sum() != r.Hash {
			t.Fatalf("the text of %s is lost or damaged: %v", slug, err)
		}
	}
	jobs, err := st.JobCounts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n, err := st.Languages(t.Context())
	if err != nil || jobs["waiting"] != n["en"] {
		t.Errorf("%d articles and %d jobs: a transaction was torn: %v", n["en"], jobs["waiting"], err)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity: %s %v", verdict, err)
	}
}
