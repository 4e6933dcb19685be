package reader

import "shanyraq/internal/lang"

// authorWords is the most tokens the author's words inside one pair of marks
// run over.
const authorWords = 24

// closesBoth gives the token of the Russian mark that closes the name inside a run and
// the run that the mark at token i opens, since the author speaks behind it: «Мы рады
// «пятёрке», – сказал X»; 0 where none does.
func (q *quoteFinder) closesBoth(i, to int) int {
	if q.l.Rune(i) != '«' {
		return 0
	}
	depth := 1
	for j := i + 1; j+3 < to; j++ {
		switch q.l.Rune(j) {
		case '«':
			depth++
		case '»':
			if depth--; depth == 1 && q.l.Rune(j+1) == ',' && q.parts(j+2) && q.hasSay(j+3, min(j+5, to)) {
				return j
			}
		}
	}
	return 0
}

// cuts parts the runs in which the author speaks inside one pair of marks, as
// Russian and Kazakh printing has it: «Words, — said X. — Words». Packs
// without a dash that tells the author's words leave the runs whole.
func (q *quoteFinder) cuts(spans []quoted) []quoted {
	if q.p.know.pack.Settings["dash"] == "" {
		return spans
	}
	var out []quoted
	for k, s := range spans {
		i, j := q.author(&s)
		if i < 0 {
			if out != nil {
				out = append(out, s)
			}
			continue
		}
		if out == nil {
			out = append(make([]quoted, 0, len(spans)+1), spans[:k]...)
		}
		out = append(out, quoted{from: s.from, to: i, closed: true, cut: true},
			quoted{from: j + 1, to: s.to, closed: s.closed, rest: true})
	}
	if out == nil {
		return spans
	}
	return out
}

// author gives the dashes around the author's words inside a run, -1 where
// there are none: the first stands behind a mark that ends or breaks the
// words, and a verb of saying follows it at once, or one with the name of a
// person; the second stands behind a full stop or a comma.
func (q *quoteFinder) author(s *quoted) (int, int) {
	for i := s.from + 1; i+2 < s.to; i++ {
		if !q.parts(i) {
			continue
		}
		switch q.l.Rune(i - 1) {
		case ',', '!', '?', '…', '.':
		default:
			continue
		}
		said, named := q.hasSay(i+1, min(i+3, s.to)), false
		for j := i + 1; j < s.to && j <= i+authorWords; j++ {
			if q.parts(j) {
				if c := q.l.Rune(j - 1); (c == '.' || c == ',' || c == ':') && j+1 < s.to && (said || named && q.hasSay(i+1, j)) {
					return i, j
				}
				break
			}
			named = named || q.l.Has(j, lang.PersonChunk)
		}
	}
	return -1, -1
}

// parts reports whether token i is a dash between words, not a hyphen.
func (q *quoteFinder) parts(i int) bool {
	return isDash(q.l.Rune(i)) && !(q.l.Is(i, lang.Glued) && q.l.Is(i+1, lang.Glued))
}

// closedStraight gives the straight mark that closes the words which a curved one at token
// i opens, -1 where none does.
func (q *quoteFinder) closedStraight(i, to int) int {
	for j := i + 2; j < to; j++ {
		if q.l.Rune(j) == '"' && q.l.Is(j, lang.Glued) && (j+1 == to || !q.l.Is(j+1, lang.Glued) || q.l.Is(j+1, lang.Punct)) {
			return j
		}
	}
	return -1
}

// closedTwice gives the first of two single marks that close the words which a curved one
// at token i opens: “Words,’’; -1 where none do.
func (q *quoteFinder) closedTwice(i, to int) int {
	for j := i + 2; j+1 < to; j++ {
		if isApostropheRune(q.l.Rune(j)) && isApostropheRune(q.l.Rune(j+1)) && q.l.Is(j, lang.Glued) && q.l.Is(j+1, lang.Glued) && (j+2 == to || !q.l.Is(j+2, lang.Glued) || q.l.Is(j+2, lang.Punct)) {
			return j
		}
	}
	return -1
}
