package search

import (
	"html"
	"strings"
	"unicode/utf8"
)

// Piece is a part of a snippet; Hit marks words that were looked for. The
// pieces together are a slice of the original text, byte for byte, with "…"
// where it was cut.
type Piece struct {
	Text string
	Hit  bool
}

// HTML writes pieces with <mark> around the hits.
func HTML(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Hit {
			b.WriteString("<mark>" + html.EscapeString(p.Text) + "</mark>")
		} else {
			b.WriteString(html.EscapeString(p.Text))
		}
	}
	return b.String()
}

// Mark gives the whole text in pieces with the words of the query marked.
func Mark(text, language string, q Query) []Piece {
	return pieces(text, 0, len(text), hits(text, language, q))
}

// Snippet gives about size characters of a text, where most different words
// of the query stand together, with the words marked. Where none stands, it
// is the beginning of the text.
func Snippet(text, language string, q Query, size int) []Piece {
	found := hits(text, language, q)
	start, end := 0, 0
	best := -1
	for i := range found {
		different := map[int]bool{}
		j := i
		for ; j < len(found) && found[j].end-found[i].start <= size*2; j++ {
			different[found[j].clause] = true
		}
		if len(different) > best {
			best, start = len(different), found[i].start
		}
	}
	if best < 0 {
		start = 0
	} else {
		start = back(text, start, size/4)
	}
	end = forward(text, start, size)
	out := pieces(text, start, end, found)
	if start > 0 {
		out = append([]Piece{{Text: "…"}}, out...)
	}
	if end < len(strings.TrimRight(text, " \n\t")) {
		out = append(out, Piece{Text: "…"})
	}
	return out
}

type hit struct{ start, end, clause int }

// hits finds the words of a text that the query looks for.
func hits(text, language string, q Query) (out []hit) {
	// Any word of an alternative counts, and the unstemmed form as well.
	want := map[string]int{}
	for i, c := range q.Clauses {
		if c.Not {
			continue
		}
		for _, alt := range c.Alternatives {
			for _, term := range alt {
				want[term] = i
			}
		}
	}
	if len(want) == 0 {
		return nil
	}
	t := termers.get(language)
	defer termers.put(t)
	eachWord(text, func(w word) bool {
		raw := text[w.start:w.end]
		clause, ok := want[t.term(raw)]
		if !ok {
			clause, ok = want[t.plain(raw)]
		}
		if ok {
			out = append(out, hit{w.start, w.end, clause})
		}
		return true
	})
	return out
}

func pieces(text string, start, end int, found []hit) (out []Piece) {
	at := start
	for _, h := range found {
		if h.start < start || h.end > end {
			continue
		}
		if h.start > at {
			out = append(out, Piece{Text: text[at:h.start]})
		}
		out = append(out, Piece{Text: text[h.start:h.end], Hit: true})
		at = h.end
	}
	if at < end {
		out = append(out, Piece{Text: text[at:end]})
	}
	return out
}

// back goes up to n characters back from i, to the begin of a sentence or
// paragraph when one is passed, else to the begin of a word.
func back(text string, i, n int) int {
	at, word := i, i
	for range n {
		if at == 0 {
			return 0
		}
		_, m := utf8.DecodeLastRuneInString(text[:at])
		at -= m
		if text[at] == ' ' || text[at] == '\n' {
			word = at + 1
			if at > 0 && (text[at-1] == '.' || text[at-1] == '!' || text[at-1] == '?' || text[at] == '\n') {
				return word
			}
		}
	}
	return word
}

// forward goes n characters on from i and back to the end of a word.
func forward(text string, i, n int) int {
	at, word := i, i
	for range n {
		if at == len(text) {
			return at
		}
		_, m := utf8.DecodeRuneInString(text[at:])
		if text[at] == ' ' || text[at] == '\n' {
			word = at
		}
		at += m
	}
	if word > i && at < len(text) {
		return word
	}
	return at
}

// Surface gives the first word of a text that has the term, as it is written
// there; empty where none has.
func Surface(text, language, term string) (out string) {
	t := termers.get(language)
	defer termers.put(t)
	eachWord(text, func(w word) bool {
		if raw := text[w.start:w.end]; t.term(raw) == term || t.plain(raw) == term {
			out = raw
			return false
		}
		return true
	})
	return out
}
