package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func source() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

func TestRespell(t *testing.T) {
	const word = "Abcdefgh"
	text := strings.Repeat(word+" әлем stays, Дала UNO; ", 1000)
	got := respell(source(), text)
	if got != respell(source(), text) {
		t.Error("the same source spells otherwise")
	}
	if got == respell(rand.New(rand.NewPCG(3, 4)), text) {
		t.Error("every source spells the same")
	}
	if utf8.RuneCountInString(got) != utf8.RuneCountInString(text) {
		t.Error("letters were lost or added")
	}
	anew := 0
	before, after := strings.Fields(text), strings.Fields(got)
	if len(before) != len(after) {
		t.Fatalf("%d words became %d", len(before), len(after))
	}
	for i, w := range after {
		switch {
		case w == before[i]:
		case before[i] != word: // small, short
			t.Fatalf("%q became %q", before[i], w)
		case w[0] != 'A' || strings.Trim(w[1:], "bcdefgh") != "":
			t.Fatalf("%q became %q", word, w)
		default:
			anew++
		}
	}
	// Three in ten, a few of which come out as they were.
	if anew < 200 || anew > 350 {
		t.Errorf("%d names of 1000 are spelled anew", anew)
	}
}

func TestDocumentsFillTheSize(t *testing.T) {
	dir := t.TempDir()
	texts := []string{"Alikhanova spoke in Samarkandia.", "Nobody answered."}
	for i, text := range texts {
		raw, err := json.Marshal(map[string]any{"text": text, "mentions": []int{}})
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, []string{"a.json", "b.json"}[i]), string(raw))
	}
	put(t, filepath.Join(dir, "README.md"), "not a document")
	docs := documents(dir, 1000)
	size, spellings := 0, map[string]bool{}
	for i, d := range docs {
		size += len(d)
		if len(strings.Fields(d)) != len(strings.Fields(texts[i%2])) {
			t.Errorf("document %d is %q", i, d)
		}
		if i%2 == 0 {
			spellings[d] = true
		}
	}
	if round := len(texts[0]) + len(texts[1]); size < 1000 || size >= 1000+round || len(docs)%2 != 0 {
		t.Errorf("%d documents of %d bytes, want whole rounds of %d up to 1000", len(docs), size, round)
	}
	if len(spellings) < 5 {
		t.Errorf("a name has %d spellings in %d rounds", len(spellings), len(docs)/2)
	}
	if strings.Join(docs, "\n") != strings.Join(documents(dir, 1000), "\n") {
		t.Error("the same folder gave other documents")
	}
}

func TestWords600(t *testing.T) {
	docs := []string{strings.Repeat("one ", 250), strings.Repeat("two ", 349), "end", "over"}
	got := strings.Fields(words600(docs))
	if len(got) != 600 || got[599] != "end" {
		t.Errorf("%d words, the last %q", len(got), got[len(got)-1])
	}
	if got := words600(docs[2:]); strings.Join(strings.Fields(got), " ") != "end over" {
		t.Errorf("of a few words: %q", got)
	}
}

func TestDigestChangesWithTheReadings(t *testing.T) {
	dir := t.TempDir()
	one := filepath.Join(dir, "en", "one.txt")
	put(t, one, "Alia Sample met Bolat Example in Tashkent on 5 May 2024.\n\nThe library was opened.\n")
	put(t, filepath.Join(dir, "two.en.json"), `{"text": "The council met in Osh."}`)
	put(t, filepath.Join(dir, "picture.svg"), "<svg/>")
	readings := filepath.Join(t.TempDir(), "readings")
	sums := func() string {
		t.Helper()
		var out bytes.Buffer
		if err := digest(&out, readings, []string{dir}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	first := sums()
	if again := sums(); again != first {
		t.Errorf("the same texts gave\n%sand\n%s", first, again)
	}
	// Each text as English and as what is found, and its three lines.
	for i, head := range []string{"en         5 texts  ", "found      2 texts  "} {
		lines := strings.Split(first, "\n")
		if len(lines) != 3 || !strings.HasPrefix(lines[i], head) || len(lines[i]) != len(head)+64 {
			t.Fatalf("the sums are\n%swant a line with %q", first, head)
		}
	}
	kept, err := os.ReadFile(readings)
	if err != nil || strings.Count(string(kept), "\n") != 7 || !strings.Contains(string(kept), one+" {") || !strings.Contains(string(kept), "Alia Sample") {
		t.Errorf("the readings are\n%s(%v)", kept, err)
	}
	put(t, one, "Alia Sample met Bolat Example in Tashkent on 6 May 2024.\n\nThe library was opened.\n")
	if other := sums(); other == first {
		t.Error("another day in a text gives the same sums")
	}
	put(t, filepath.Join(dir, "bad.json"), "{")
	if err := digest(&bytes.Buffer{}, "", []string{dir}); err == nil || !strings.Contains(err.Error(), "bad.json") {
		t.Errorf("a file that is no JSON: %v", err)
	}
}

func TestTextOfFiles(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct{ raw, want, tag string }{
		"a.kk.txt":   {"Сәлем.\n", "Сәлем.\n", "kk"},
		"ru/b.md":    {"# Да\n", "# Да\n", "ru"},
		"c.json":     {`{"id": 1, "text": "T."}`, "T.", ""},
		"d.en.iob2":  {"Osh B-LOC\nsleeps O\n\nYes O\n", "Osh sleeps \nYes ", "en"},
		"e.en.jsonl": {"{}", "", "en"},
	} {
		path := filepath.Join(dir, name)
		put(t, path, c.raw)
		if got, err := textOf(path); err != nil || got != c.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if tag := tagOf(path); tag != c.tag {
			t.Errorf("%s: language %q", name, tag)
		}
	}
}
