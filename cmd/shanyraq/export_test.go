package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"shanyraq/internal/export"
)

// The flag takes the formats that there are.
func TestExportFormats(t *testing.T) {
	f, _ := reflect.TypeFor[exportCmd]().FieldByName("Format")
	if got, want := f.Tag.Get("enum"), strings.Join(append(export.Formats(), "site"), ","); got != want {
		t.Errorf("--format takes %s, the formats are %s", got, want)
	}
}

// A file is there whole, or as it was before.
func TestWriteWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	fill := func(s string, err error) func(io.Writer) error {
		return func(w io.Writer) error { io.WriteString(w, s); return err }
	}
	if err := writeWhole(path, fill("first", nil)); err != nil {
		t.Fatal(err)
	}
	if err := writeWhole(path, fill("half of the sec", errors.New("broken"))); err == nil {
		t.Error("the error is lost")
	}
	if b, _ := os.ReadFile(path); string(b) != "first" {
		t.Errorf("the file holds %q", b)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("something is left behind: %v", left)
	}
	for _, bad := range []string{filepath.Join(dir, "no", "where"), dir} {
		if err := writeWhole(bad, fill("", nil)); err == nil || !strings.Contains(err.Error(), ";") {
			t.Errorf("%s: %v: it must say what to try", bad, err)
		}
	}
}
