package reader

import (
	"strings"

	"shanyraq/internal/value"
)

// block is a run of paragraphs in one language.
type block struct {
	span     value.Span // bytes
	language string
	index    int
}

// blocks parts a text by language. Where the language is given, paragraphs of
// another language that has a pack are still read by their own.
func blocks(text, language string) []block {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if language == "" {
		language = "und"
	}
	return []block{{span: value.Span{End: len(text)}, language: language}}
}
