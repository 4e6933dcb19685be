package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shanyraq/internal/reader"
	"shanyraq/internal/value"
)

// digest writes to out a checksum of the readings of every text below the folders,
// by language: two programs that print the same lines read the same. all,
// where not empty, is a file for the readings themselves, to be compared where
// the sums differ.
//
// Texts are the .txt, .md and .iob2 files and the "text" of .json files; each
// is read whole, once as of the language of its path and once as of the
// language that is found, and then line by line.
func digest(out io.Writer, all string, folders []string) error {
	var keep io.Writer = io.Discard
	if all != "" {
		f, err := os.Create(all)
		if err != nil {
			return err
		}
		defer f.Close()
		b := bufio.NewWriterSize(f, 1<<16)
		defer b.Flush()
		keep = b
	}
	sums := map[string]hash.Hash{}
	counts := map[string]int{}
	r := reader.New()
	take := func(path, tag, text string) error {
		o := reader.Options{Language: tag, Published: value.MustDate("2024-05-16")}
		raw, err := json.Marshal(r.Read(text, o))
		if err != nil {
			return err
		}
		if tag == "" {
			tag = "found"
		}
		if sums[tag] == nil {
			sums[tag] = sha256.New()
		}
		sums[tag].Write(raw)
		counts[tag]++
		_, err = fmt.Fprintf(keep, "%s %s\n", path, raw)
		return err
	}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			text, err := textOf(path)
			if err != nil || text == "" {
				return err
			}
			tag := tagOf(path)
			for _, t := range slices.Compact([]string{tag, ""}) {
				if err := take(path, t, text); err != nil {
					return err
				}
			}
			for line := range strings.Lines(text) {
				if line = strings.TrimSpace(line); line != "" {
					if err := take(path, tag, line); err != nil {
						return err
					}
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, tag := range []string{"en", "ru", "kk", "found"} {
		if sums[tag] != nil {
			fmt.Fprintf(out, "%-5s %6d texts  %x\n", tag, counts[tag], sums[tag].Sum(nil))
		}
	}
	return nil
}

// textOf gives the text of a file, "" where it holds none.
func textOf(path string) (string, error) {
	switch filepath.Ext(path) {
	case ".txt", ".md", ".json", ".iob2":
	default:
		return "", nil
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	switch filepath.Ext(path) {
	case ".json":
		var d struct{ Text string }
		if err := json.Unmarshal(raw, &d); err != nil {
			return "", fmt.Errorf("%s: %w", path, err)
		}
		return d.Text, nil
	case ".iob2": // a token and its label a line, an empty line behind a sentence
		var b strings.Builder
		for line := range strings.Lines(string(raw)) {
			if word, _, ok := strings.Cut(line, " "); ok {
				b.WriteString(word + " ")
			} else {
				b.WriteString("\n")
			}
		}
		return b.String(), nil
	}
	return string(raw), nil
}

// tagOf reads the language off a path: a folder or an ending of the name.
func tagOf(path string) string {
	for _, tag := range []string{"en", "ru", "kk"} {
		if strings.Contains(path, "/"+tag+"/") || strings.Contains(path, "."+tag+".") {
			return tag
		}
	}
	return ""
}
