package article

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/value"
)

// Plain is the text of a Doc that is read. Every paragraph, heading, list
// item, caption and table row is a paragraph of its own, parted by a blank
// line; cells of a row are parted by a tab, paragraphs inside a cell and
// lines by a newline. The credit of a picture and its alternative text are
// not read.
type Plain struct {
	Text  string
	Parts []Part // in order, never overlapping; what lies between belongs to no element
}

// Part is one paragraph of the plain text with its place in code points.
type Part struct {
	Span value.Span
	Role string // "p", "lead", "h2", "h3", "h4", "li", "td", "th", "caption", "speaker"
	Link bool   // all its words are links to other sites
}

// HTML writes the canonical HTML. Parsing it gives the same tree, but for a
// lead, which comes back as a paragraph.
func (d Doc) HTML() string {
	w := writer{html: new(strings.Builder)}
	w.doc(d)
	return w.html.String()
}

// Plain gives the text that is read.
func (d Doc) Plain() Plain {
	w := writer{plain: new(strings.Builder)}
	w.doc(d)
	return Plain{w.plain.String(), w.parts}
}

// writer walks a tree once, in the one order there is. It writes HTML, plain
// text, or HTML with marks at their places in the plain text: because one
// walk does all three, they cannot disagree about where a letter stands.
type writer struct {
	html  *strings.Builder // nil: no HTML is wanted
	plain *strings.Builder // nil: positions are not wanted
	pos   int              // code points written to plain
	parts []Part
	sep   string // what parts the next paragraph from the one before
	wrote bool   // a paragraph was written since the cell began

	marks   []mark // see mark.go
	written int    // how far marks and text are written
	refs    []int  // marks whose links are still to be written
	inLink  bool
}

func (w *writer) doc(d Doc) {
	for i, b := range d.blocks {
		if i > 0 {
			w.tag("\n")
		}
		w.block(b, "p")
	}
}

// tag writes markup.
func (w *writer) tag(parts ...string) {
	if w.html != nil {
		for _, s := range parts {
			w.html.WriteString(s)
		}
	}
}

func (w *writer) attrs(a attrs) {
	w.attr("lang", a.lang)
	w.attr("dir", a.dir)
}

func (w *writer) attr(name, val string) {
	if val != "" && w.html != nil {
		w.html.WriteString(" " + name + `="`)
		attrEscaper.WriteString(w.html, val)
		w.html.WriteByte('"')
	}
}

var (
	textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	attrEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\r", "&#13;", "\n", "&#10;")
)

// block writes one block; role is what a plain paragraph is called here.
func (w *writer) block(b block, role string) {
	switch b.kind {
	case para:
		w.leaf("p", "", b, role)
	case lead:
		w.leaf("p", ` class="lead"`, b, "lead")
	case heading:
		h := "h" + strconv.Itoa(b.level)
		w.leaf(h, "", b, h)
	case speaker:
		w.leaf("footer", "", b, "speaker")
	case list:
		name := "ul"
		if b.ordered {
			name = "ol"
		}
		w.tag("<", name)
		if b.start != 0 {
			w.attr("start", strconv.Itoa(b.start))
		}
		w.attrs(b.attrs)
		w.tag(">")
		for _, it := range b.kids {
			w.tag("<li")
			w.attrs(it.attrs)
			w.tag(">")
			w.kids(it.kids, "li")
			w.tag("</li>")
		}
		w.tag("</", name, ">")
	case quote:
		w.tag("<blockquote")
		w.attr("cite", b.cite)
		w.attrs(b.attrs)
		w.tag(">")
		for _, k := range b.kids {
			w.block(k, role)
		}
		w.tag("</blockquote>")
	case figure:
		w.figure(b)
	case table:
		w.table(b)
	}
}

func (w *writer) leaf(name, class string, b block, role string) {
	w.tag("<", name, class)
	w.attrs(b.attrs)
	w.tag(">")
	w.text(b.runs, role)
	w.tag("</", name, ">")
}

// kids writes the blocks of an item or a cell. A single plain paragraph, with
// or without a list after it, stands there without its tag.
func (w *writer) kids(kids []block, role string) {
	paras := 0
	for _, k := range kids {
		if k.kind == para {
			paras++
		}
	}
	for i, k := range kids {
		if i == 0 && paras == 1 && k.kind == para && k.attrs == (attrs{}) {
			w.text(k.runs, role)
			continue
		}
		w.block(k, role)
	}
}

func (w *writer) figure(b block) {
	w.tag("<figure")
	w.attrs(b.attrs)
	w.tag(">")
	for _, img := range b.images {
		if img.href != "" {
			w.tag("<a")
			w.attr("href", img.href)
			w.tag(">")
		}
		w.tag("<img")
		w.attr("src", img.src)
		w.tag(` alt="`, attrEscaper.Replace(img.alt), `"`) // an empty one says: ornament
		if img.width > 0 {
			w.attr("width", strconv.Itoa(img.width))
		}
		if img.height > 0 {
			w.attr("height", strconv.Itoa(img.height))
		}
		w.tag(">")
		if img.href != "" {
			w.tag("</a>")
		}
	}
	if len(b.runs) > 0 {
		w.tag("<figcaption>")
		w.text(b.runs, "caption")
		w.tag("</figcaption>")
	}
	w.tag("</figure>")
}

func (w *writer) table(b block) {
	w.tag("<table")
	w.attrs(b.attrs)
	w.tag(">")
	if len(b.runs) > 0 {
		w.tag("<caption>")
		w.text(b.runs, "caption")
		w.tag("</caption>")
	}
	sections := map[byte]string{'h': "thead", 'b': "tbody", 'f': "tfoot"}
	for i, r := range b.rows {
		if i == 0 || r.section != b.rows[i-1].section {
			w.tag("<", sections[r.section], ">")
		}
		w.tag("<tr>")
		for j, c := range r.cells {
			w.cell(c, j == 0)
		}
		w.tag("</tr>")
		if i == len(b.rows)-1 || r.section != b.rows[i+1].section {
			w.tag("</", sections[r.section], ">")
		}
	}
	w.tag("</table>")
	w.sep = "\n\n"
}

func (w *writer) cell(c cell, first bool) {
	name := "td"
	if c.header {
		name = "th"
	}
	w.tag("<", name)
	if c.cols > 1 {
		w.attr("colspan", strconv.Itoa(c.cols))
	}
	if c.rows != 1 {
		w.attr("rowspan", strconv.Itoa(c.rows))
	}
	w.attr("scope", c.scope)
	w.attrs(c.attrs)
	w.tag(">")
	switch {
	case first:
		w.sep = "\n\n"
	case w.wrote:
		w.sep = "\t"
	default: // the cell before is empty
		w.sep += "\t"
	}
	w.wrote = false
	w.kids(c.kids, name)
	w.tag("</", name, ">")
}

// text writes one paragraph: the only place where letters are counted.
func (w *writer) text(runs []run, role string) {
	pieces := make([]piece, 0, len(runs))
	if w.plain == nil || !slices.ContainsFunc(runs, read) {
		for _, r := range runs {
			pieces = append(pieces, piece{run: r})
		}
		w.inline(pieces, 0, nil)
		return
	}
	if w.pos > 0 {
		w.plain.WriteString(w.sep)
		w.pos += len(w.sep)
	}
	start := w.pos
	for _, r := range runs {
		n := 0 // code points read
		switch {
		case !read(r):
		case r.brk:
			n = 1
			w.plain.WriteByte('\n')
		default:
			n = utf8.RuneCountInString(r.text)
			w.plain.WriteString(r.text)
		}
		if w.html != nil {
			pieces = w.cut(pieces, r, n)
		}
		w.pos += n
	}
	w.parts = append(w.parts, Part{value.Span{Start: start, End: w.pos}, role, !slices.ContainsFunc(runs, ownWords)})
	w.wrote, w.sep = true, "\n\n"
	if role == "td" || role == "th" {
		w.sep = "\n"
	}
	w.inline(pieces, 0, nil)
}

// read reports whether a run takes part in the plain text: a credit does not.
func read(r run) bool { return r.brk || !under(r, "small") }

// ownWords reports a run whose words lead to no other site.
func ownWords(r run) bool {
	return !r.brk && strings.TrimSpace(r.text) != "" && !slices.ContainsFunc(r.wraps, func(w wrap) bool {
		return w.tag == "a" && (strings.HasPrefix(w.href, "https://") || strings.HasPrefix(w.href, "http://"))
	})
}

// References gives the items of lists that are links to other sites and
// nothing else: the titles of sources, in which others speak.
func (p Plain) References() (out []value.Span) {
	for _, part := range p.Parts {
		if part.Role == "li" && part.Link {
			out = append(out, part.Span)
		}
	}
	return out
}
