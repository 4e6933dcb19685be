package main

import (
	"strings"
	"testing"

	"shanyraq/internal/reader"
)

// A language without rules is said so, and the languages that have them are
// those the message names.
func TestReadSaysUnknownLanguage(t *testing.T) {
	said := unknownLanguage("xx")
	for tag, known := range map[string]bool{"en": true, "ru": true, "kk": true, "kk-Latn": true, "xx": false, "de-AT": false} {
		if reader.Knows(tag) != known {
			t.Errorf("%s: known is %v", tag, !known)
		}
		if known && !strings.Contains(tag, "-") && !strings.Contains(said, tag) {
			t.Errorf("%q does not name %s", said, tag)
		}
	}
	if !strings.Contains(said, `"xx"`) {
		t.Errorf("%q does not say which language", said)
	}
}
