package web

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The committed bundle is what build.sh made of the sources that stand
// beside it: built.txt holds the hashes of all of them. After a change run
// internal/web/pictures/build.sh.
func TestPicturesAreFresh(t *testing.T) {
	const dir = "pictures"
	b, err := os.ReadFile(filepath.Join(dir, "built.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for line := range strings.Lines(string(b)) {
		want, name, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if !ok {
			t.Fatalf("built.txt: %q is no hash with a name", line)
		}
		listed = append(listed, name)
		file, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
			continue
		}
		if sum := sha256.Sum256(file); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s has changed since the bundle was built: run internal/web/pictures/build.sh", name)
		}
	}
	sources, err := filepath.Glob(filepath.Join(dir, "*.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(sources, "build.sh", "package.json", "package-lock.json", "../assets/pictures.js") {
		if name = strings.TrimPrefix(name, dir+"/"); !slices.Contains(listed, name) {
			t.Errorf("built.txt does not list %s: run internal/web/pictures/build.sh", name)
		}
	}
	lock, err := os.ReadFile(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(lock), "://") {
		t.Error("package-lock.json names a host: it says what is taken (versions, hashes), not where from")
	}
}
