package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"

	"shanyraq/internal/fault"
)

// folder is the name of the folder of the articles. The importer knows an
// article by the names of its folder and file, so it must not change.
const folder = "articles"

// Write puts the articles into a folder made in dir, for the importer, and
// gives its path.
func Write(dir string) (string, error) {
	to := filepath.Join(dir, folder)
	files, err := fs.Sub(Articles, folder)
	if err == nil {
		err = os.CopyFS(to, files)
	}
	if err != nil {
		return "", fault.Wrap(err, fault.Unavailable, "the demo's articles cannot be unpacked: %v", err).At("%s", to).
			Hint("make room there, or name another folder for temporary files with TMPDIR")
	}
	return to, nil
}

// Seal is the SHA-256 of the articles and their names, in hex: a site that
// was filled from the same articles needs nothing.
func Seal() string {
	h := sha256.New()
	_ = fs.WalkDir(Articles, folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, _ := fs.ReadFile(Articles, path)
			sum := sha256.Sum256(text)
			h.Write([]byte(path))
			h.Write(sum[:])
		}
		return err
	})
	return hex.EncodeToString(h.Sum(nil))
}
