package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The committed editor was made of the committed sources: its first line has
// their hash. Where this fails: cd internal/desk/editor, npm ci, node build.mjs.
func TestEditorIsFresh(t *testing.T) {
	var names []string
	for _, pattern := range []string{"*.js", "*.mjs", "package.json", "package-lock.json"} {
		found, err := filepath.Glob("editor/" + pattern)
		must(t, err)
		for _, f := range found {
			names = append(names, filepath.Base(f))
		}
	}
	slices.Sort(names)
	if len(names) < 8 {
		t.Fatalf("the editor's sources are %v", names)
	}
	h := sha256.New()
	for _, name := range names {
		b, err := os.ReadFile("editor/" + name)
		must(t, err)
		h.Write([]byte(name + "\x00"))
		h.Write(b)
		h.Write([]byte{0})
	}
	first, _, _ := strings.Cut(readFile(t, "assets/editor.js"), "\n")
	if want := hex.EncodeToString(h.Sum(nil)); !strings.Contains(first, want) {
		t.Errorf("assets/editor.js begins %q; its sources have the hash %s", first, want)
	}
	if hosts := regexp.MustCompile(`"resolved"|https?://[a-z.]*npm`).FindString(readFile(t, "editor/package-lock.json")); hosts != "" {
		t.Errorf("the lock file names a place to fetch from: %s", hosts)
	}
}
