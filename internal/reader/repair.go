package reader

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// Texts come from scanners, mailers and programs that wrap lines: words parted
// at the end of a line, page numbers in the middle of a sentence, soft hyphens,
// letters of another script inside a word. Such a text is repaired before it is
// read; spans and mentions are then of the text as it was given, while names
// and the words that statements repeat are of the repaired one.

// repaired is a text without such noise, with the way back.
type repaired struct {
	text, original string
	runs           []run // in order, the first at 0
	recased        bool  // only letters became capitals or small ones
}

// run says that from a place of the repaired text on each code point is one of
// the original, until the next run; marks are how many of the original before it
// belong to the last letter of the repaired text before it.
type run struct{ at, old, marks int }

// edit is a change of the bytes [from, to) of a text.
type edit struct {
	from, to int
	with     string
}

// mostRepaired bounds in bytes the text that more than blanks are mended in.
const mostRepaired = 1 << 24

// repair gives the repaired forms of a text, each one of the form before; none
// where nothing is to be mended.
func repair(text string) (steps []*repaired) {
	if plain := plainBlanks(text); plain != text {
		steps = append(steps, &repaired{text: plain, original: text, runs: []run{{}}})
		text = plain
	}
	if len(text) > mostRepaired {
		return steps
	}
	for _, find := range [...]func(string) []edit{mailPrefixes, pageBreaks, brokenLines, partedMarks, minusRanges, strayLetters, missingBlanks} {
		if edits := find(text); len(edits) > 0 {
			r := apply(text, edits)
			steps, text = append(steps, r), r.text
		}
	}
	return steps
}

// blanks writes the blanks that keep words on one line, or are narrower, as
// common ones.
var blanks = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2007", " ", "\u2009", " ", "\u200a", " ", "\u2002", " ", "\u2003", " ", "\u3000", " ")

// plainBlanks writes common blanks where a text that is UTF-8 has others.
func plainBlanks(text string) string {
	if strings.Contains(text, "\u00a0") || narrowBlank(text) && utf8.ValidString(text) || strings.Contains(text, "\u3000") {
		return blanks.Replace(text)
	}
	return text
}

// narrowBlank reports whether a text has one of the blanks of U+20xx.
func narrowBlank(text string) bool {
	for {
		i := strings.IndexByte(text, 0xE2)
		if i < 0 || i+2 >= len(text) {
			return false
		}
		if text[i+1] == 0x80 {
			switch text[i+2] {
			case 0x82, 0x83, 0x87, 0x89, 0x8A, 0xAF:
				return true
			}
		}
		text = text[i+1:]
	}
}

// minusRanges writes a dash for the minus sign between two digits, which tells a range:
// 11−12 мая.
func minusRanges(text string) (edits []edit) {
	const minus = "−"
	for at := 0; ; {
		i := strings.Index(text[at:], minus)
		if i < 0 {
			return edits
		}
		from := at + i
		at = from + len(minus)
		if from > 0 && at < len(text) && isDigits(text[from-1:from]) && isDigits(text[at:at+1]) {
			edits = append(edits, edit{from, at, "–"})
		}
	}
}

// apply makes the edits, which do not overlap.
func apply(text string, edits []edit) *repaired {
	r := &repaired{original: text, runs: []run{{}}}
	slices.SortFunc(edits, func(a, b edit) int { return a.from - b.from })
	var b strings.Builder
	b.Grow(len(text) + len(edits))
	at, old, done := 0, 0, 0
	for _, e := range edits {
		n := utf8.RuneCountInString(text[done:e.from])
		b.WriteString(text[done:e.from])
		b.WriteString(e.with)
		cut, put := utf8.RuneCountInString(text[e.from:e.to]), utf8.RuneCountInString(e.with)
		at, old = at+n+put, old+n+cut
		if cut != put {
			next := run{at: at, old: old}
			if put > 0 {
				next.marks = cut - put
			}
			r.runs = append(r.runs, next)
		}
		done = e.to
	}
	b.WriteString(text[done:])
	r.text = b.String()
	return r
}

// old gives the code point of the original for one of the repaired text.
func (r *repaired) old(at int) int {
	k := sort.Search(len(r.runs), func(k int) bool { return r.runs[k].at > at }) - 1
	return r.runs[k].old + at - r.runs[k].at
}

// span gives the span of the original for one of the repaired text.
func (r *repaired) span(s value.Span) value.Span {
	if s.End <= s.Start {
		return value.Span{Start: r.old(s.Start), End: r.old(s.Start)}
	}
	end := r.old(s.End-1) + 1
	if k, ok := slices.BinarySearchFunc(r.runs, s.End, func(x run, at int) int { return x.at - at }); ok {
		end += max(0, r.runs[k].marks)
	}
	return value.Span{Start: r.old(s.Start), End: end}
}

// back carries a reading of the repaired text over to the original.
func (r *repaired) back(out read.Reading) read.Reading {
	for i := range out.Sentences {
		out.Sentences[i] = r.span(out.Sentences[i])
	}
	ri := newRuneIndex(r.original)
	for i := range out.Mentions {
		m := &out.Mentions[i]
		s := r.span(value.Span{Start: m.Start, End: m.End})
		m.Text, m.Start, m.End = r.original[ri.byteAt(s.Start):ri.byteAt(s.End)], s.Start, s.End
	}
	for i := range out.Statements {
		st := &out.Statements[i]
		if r.recased && st.Kind == read.Quote {
			st.Text = r.asGiven(st.Text, st.Evidence)
		}
		st.Evidence = r.span(st.Evidence)
	}
	return out
}

// asGiven gives a quotation the letters of the original, where it stands
// unbroken in its evidence.
func (r *repaired) asGiven(quote string, evidence value.Span) string {
	ri := newRuneIndex(r.text)
	from, to := ri.byteAt(evidence.Start), ri.byteAt(evidence.End)
	at := strings.Index(r.text[from:to], quote)
	if quote == "" || at < 0 {
		return quote
	}
	first := evidence.Start + utf8.RuneCountInString(r.text[from:from+at])
	oi := newRuneIndex(r.original)
	return r.original[oi.byteAt(first):oi.byteAt(first+utf8.RuneCountInString(quote))]
}

// mailPrefixes finds the marks that mailers put before each line of a letter
// that is answered.
func mailPrefixes(text string) (out []edit) {
	if !strings.HasPrefix(strings.TrimLeft(text, " \r\n"), ">") {
		return nil
	}
	lines, marked := 0, 0
	for from := 0; from < len(text); {
		end, next := lineEnd(text, from)
		if strings.TrimSpace(text[from:end]) != "" {
			lines++
		}
		i := from
		for i < end && (text[i] == '>' || text[i] == ' ' && (i+1 < end && text[i+1] == '>' || i > from && text[i-1] == '>')) {
			i++
		}
		if i > from && text[from] == '>' {
			marked++
			out = append(out, edit{from: from, to: i})
		}
		from = next
	}
	if marked < 2 || marked*4 < lines*3 {
		return nil
	}
	return out
}

// lineEnd gives the end of the line that begins at from and the beginning of
// the next.
func lineEnd(text string, from int) (end, next int) {
	i := strings.IndexByte(text[from:], '\n')
	if i < 0 {
		return len(text), len(text)
	}
	return from + i, from + i + 1
}

// pageBreaks finds numbers of pages, alone on a line, in the middle of a
// sentence: the line before ends with a word or comma and is full, or the one
// behind goes on in small letters.
func pageBreaks(text string) (out []edit) {
	if !hasPageNumber(text) {
		return nil
	}
	before, width := -1, 0 // end of the last line with words, the longest line
	lastLine := 0
	for from := 0; from < len(text); {
		end, next := lineEnd(text, from)
		line := strings.TrimSpace(text[from:end])
		switch {
		case line == "":
		case before >= 0 && pageNumber(line):
			to := next
			for to < len(text) && strings.IndexByte(" \t\r\n", text[to]) >= 0 {
				to++
			}
			last, _ := utf8.DecodeLastRuneInString(text[:before])
			first, _ := utf8.DecodeRuneInString(text[to:])
			full := unicode.IsLetter(first) && width >= narrowestLine && width <= widestLine && lastLine*10 >= width*9
			if (unicode.IsLower(first) || full) && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(",-\u00ad¬", last)) {
				out = append(out, edit{before, to, "\n"})
				before, from = -1, to
				continue
			}
			before = end
		default:
			before = from + len(strings.TrimRight(text[from:end], " \t\r"))
			lastLine = utf8.RuneCountInString(text[from:before])
			width = max(width, lastLine)
		}
		from = next
	}
	return out
}

// hasPageNumber reports whether a line of a text but the first may be the number
// of a page.
func hasPageNumber(text string) bool {
	for _, from := lineEnd(text, 0); from < len(text); {
		end, next := lineEnd(text, from)
		if c := text[from]; (c <= '9' || c >= 0x80) && pageNumber(strings.TrimSpace(text[from:end])) {
			return true
		}
		from = next
	}
	return false
}

// pageNumber reports whether a line is nothing but a number of up to four
// digits, perhaps between dashes.
func pageNumber(line string) bool {
	line = strings.Trim(line, " -–—")
	if len(line) == 0 || len(line) > 4 {
		return false
	}
	for i := range len(line) {
		if line[i] < '0' || line[i] > '9' {
			return false
		}
	}
	return true
}
