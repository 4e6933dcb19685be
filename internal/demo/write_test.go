package demo

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"shanyraq/internal/intake"
)

// The importer takes every article as it stands: nothing fails, nothing is
// left out, nothing looks damaged, and a second run gives the same identities.
func TestImporterTakesEveryArticle(t *testing.T) {
	files, err := fs.Glob(Articles, "articles/*.md")
	if err != nil {
		t.Fatal(err)
	}
	read := func() map[string]string {
		dir, err := Write(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for r := range intake.Read(t.Context(), []string{dir}, intake.Options{}) {
			if r.Err != nil {
				t.Error(r.Err)
				continue
			}
			it := r.Item
			out[it.Key] = it.Hash()
			if len(it.Damage) > 0 || len(it.Notes) > 0 || len(it.Dropped.Dropped) > 0 {
				t.Errorf("%s: damage %v, notes %q, left out %v", it.Key, it.Damage, it.Notes, it.Dropped)
			}
			if it.Title == "" || it.Lead == "" || it.Slug == "" || it.Group == "" || it.SectionPath() == "" || it.Day.IsZero() {
				t.Errorf("%s lacks a field: %q %q %q %q %q %v", it.Key, it.Title, it.Lead, it.Slug, it.Group, it.SectionPath(), it.Day)
			}
		}
		return out
	}
	first, second := read(), read()
	if len(first) != len(files) {
		t.Errorf("%d articles came out of %d files", len(first), len(files))
	}
	for key, hash := range first {
		if second[key] != hash {
			t.Errorf("%s is another article the second time", key)
		}
	}
}

func TestWriteSaysWhatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(file); err == nil {
		t.Error("articles were written below a file")
	}
}

func TestSealIsStable(t *testing.T) {
	if a, b := Seal(), Seal(); a != b || len(a) != 64 {
		t.Errorf("seals %q and %q", a, b)
	}
}
