package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/fault"
	"shanyraq/internal/value"
)

// Mark is a span of the plain text to be wrapped in <mark>. Marks may overlap
// and may begin and end inside links and emphasis, or in other paragraphs.
type Mark struct {
	ID    string     // id of the first <mark> element; further pieces carry it in data-of
	Span  value.Span // code points of Doc.Plain().Text
	Class string     // class attribute; empty for none
	Ref   string     // when set, an empty link to this address ("#f12") follows the last piece
	Label string     // accessible name of that link
}

type mark struct {
	Mark
	begun bool // its first <mark> has been written
}

// Marked writes the HTML with spans of the plain text wrapped in <mark>. A
// mark is one element where the tree allows it and several pieces where it
// crosses the border of a paragraph or of a link. The text is not changed.
//
// A mark outside the text, over no letter of it, or with the id of another is
// an Invalid fault.
func (d Doc) Marked(marks []Mark) (string, error) {
	plain := d.Plain()
	w := writer{html: new(strings.Builder), plain: new(strings.Builder)}
	seen := make(map[string]bool, len(marks))
	for _, m := range marks {
		whole := m.Span
		m.Span = trim(m.Span, plain.Parts)
		switch {
		case whole.Start < 0 || whole.Empty() || m.Span.Empty():
			return "", fault.New(fault.Invalid, "mark %q covers no letter of the text: %d to %d", m.ID, whole.Start, whole.End).
				Hint("read the text anew and place the marks on that reading")
		case m.ID == "" || seen[m.ID]:
			return "", fault.New(fault.Invalid, "mark id %q is empty or used twice", m.ID).Hint("give every mark an id of its own")
		}
		seen[m.ID] = true
		w.marks = append(w.marks, mark{Mark: m})
	}
	// The longer of two that begin together stands outside.
	slices.SortStableFunc(w.marks, func(a, b mark) int {
		return cmp.Or(a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
	w.doc(d)
	return w.html.String(), nil
}

// trim cuts what lies between paragraphs from both ends of a span.
func trim(s value.Span, parts []Part) value.Span {
	i, _ := slices.BinarySearchFunc(parts, s.Start+1, func(p Part, at int) int { return p.Span.End - at })
	j, _ := slices.BinarySearchFunc(parts, s.End, func(p Part, at int) int { return p.Span.Start - at })
	if i >= len(parts) || j == 0 || s.End > parts[len(parts)-1].Span.End {
		return value.Span{}
	}
	return value.Span{Start: max(s.Start, parts[i].Span.Start), End: min(s.End, parts[j-1].Span.End)}
}

// piece is a part of a run that the same marks cover from end to end.
type piece struct {
	run
	end   int   // where it ends in the plain text
	marks []int // indexes into writer.marks, ascending
}

// cut appends the run that begins at w.pos and has n code points read, cut at
// the borders of marks.
func (w *writer) cut(pieces []piece, r run, n int) []piece {
	here := value.Span{Start: w.pos, End: w.pos + n}
	for n > 0 && len(w.marks) > 0 {
		p := piece{run: r, end: here.End}
		for i := range w.marks {
			m := w.marks[i].Span
			if m.Start >= here.End {
				break // sorted by start: none further begins before the run ends
			}
			switch {
			case m.End <= here.Start:
			case m.Start > here.Start:
				p.end = min(p.end, m.Start)
			default:
				p.end = min(p.end, m.End)
				p.marks = append(p.marks, i)
			}
		}
		if p.end == here.End {
			return append(pieces, p)
		}
		at := byteOffset(r.text, p.end-here.Start)
		p.text, r.text = r.text[:at], r.text[at:]
		here.Start = p.end
		pieces = append(pieces, p)
	}
	return append(pieces, piece{run: r, end: here.End})
}

func byteOffset(s string, runes int) int {
	at := 0
	for ; runes > 0; runes-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}

// inline writes pieces that share their first depth inline elements; open are
// the marks already written around them.
func (w *writer) inline(pieces []piece, depth int, open []int) {
	if w.html == nil {
		return
	}
	base := len(open)
	for i := 0; i < len(pieces); {
		// A group is one piece, or all that stand in one inline element.
		n := i + 1
		deeper := len(pieces[i].wraps) > depth
		for deeper && n < len(pieces) && len(pieces[n].wraps) > depth && pieces[n].wraps[depth] == pieces[i].wraps[depth] {
			n++
		}
		around := w.common(pieces[i:n])
		keep := base
		for keep < len(open) && slices.Contains(around, open[keep]) {
			keep++
		}
		open = w.close(open, keep)
		for _, m := range around {
			if !slices.Contains(open, m) {
				w.open(&w.marks[m])
				open = append(open, m)
			}
		}
		if deeper {
			w.element(pieces[i:n], depth, open)
		} else {
			w.piece(pieces[i])
		}
		i = n
	}
	w.close(open, base)
}

// common gives the marks that cover every piece, those that reach farthest
// first.
func (w *writer) common(group []piece) []int {
	if len(group[0].marks) == 0 {
		return nil
	}
	var out []int
	for _, m := range group[0].marks {
		if !slices.ContainsFunc(group[1:], func(p piece) bool { return !slices.Contains(p.marks, m) }) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return w.marks[b].Span.End - w.marks[a].Span.End })
	return out
}

func (w *writer) open(m *mark) {
	w.tag("<mark")
	if m.begun {
		w.attr("data-of", m.ID)
	} else {
		w.attr("id", m.ID)
	}
	m.begun = true
	w.attr("class", m.Class)
	w.tag(">")
}

// close ends the marks beyond the first keep.
func (w *writer) close(open []int, keep int) []int {
	for i := len(open) - 1; i >= keep; i-- {
		w.tag("</mark>")
		if m := w.marks[open[i]]; m.Ref != "" && w.written >= m.Span.End {
			w.refs = append(w.refs, open[i])
		}
	}
	w.writeRefs()
	return open[:keep]
}

// writeRefs writes the links of the marks that have ended, once no link of
// the text is around them: a link inside a link is not HTML.
func (w *writer) writeRefs() {
	if w.inLink {
		return
	}
	for _, i := range w.refs {
		w.tag(`<a class="ref"`)
		w.attr("href", w.marks[i].Ref)
		w.attr("aria-label", w.marks[i].Label)
		w.tag("></a>")
	}
	w.refs = w.refs[:0]
}

// element writes the inline element that the pieces share at this depth.
func (w *writer) element(group []piece, depth int, open []int) {
	e := group[0].wraps[depth]
	w.tag("<", e.tag)
	switch e.tag {
	case "a":
		w.attr("href", e.href)
		w.inLink = true
	case "q":
		w.attr("cite", e.href)
	case "small":
		w.attr("class", "credit")
	}
	w.attrs(e.attrs)
	w.tag(">")
	w.inline(group, depth+1, open)
	w.tag("</", e.tag, ">")
	if e.tag == "a" {
		w.inLink = false
		w.writeRefs()
	}
}

func (w *writer) piece(p piece) {
	if p.brk {
		w.tag("<br>")
	} else {
		textEscaper.WriteString(w.html, p.text)
	}
	w.written = p.end
}
