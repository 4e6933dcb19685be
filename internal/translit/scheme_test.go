package translit

import (
	"strings"
	"testing"
)

// Every rule in context says what it is for; here it does what it says.
func TestExamples(t *testing.T) {
	n := 0
	for key, s := range all() {
		for _, rs := range s.rules {
			for _, r := range rs {
				if r.example[0] == "" {
					continue
				}
				n++
				c := newConverter(s)
				c.sentence = true
				got := string(c.tokens(nil, []byte(r.example[0])))
				if got != r.example[1] {
					t.Errorf("%s: line %d: %s gives %s, want %s", key, r.line, r.example[0], got, r.example[1])
				}
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d examples", n)
	}
}

// Files are named after their tags, so that a scheme's opposite is found.
func TestFileNames(t *testing.T) {
	for _, s := range all() {
		if _, err := load(fileOf(s.info.From, s.info.To)); err != nil {
			t.Error(err)
		}
		if s.info.Source == "" || strings.HasSuffix(s.info.Version, " ") {
			t.Errorf("%s to %s: no source or version", s.info.From, s.info.To)
		}
	}
}
