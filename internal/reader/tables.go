package reader

import (
	"sort"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// table is a run of lines whose cells are parted by tabs or bars, with a
// header in the first: no cell of it but the first is a plain count.
type table struct {
	from, to int      // tokens
	cells    [][2]int // cells of the header
}

// findTables gives the tables of a part in order of the text.
func findTables(p *part) (out []table) {
	if strings.IndexByte(p.lat.Text, '\t') < 0 && strings.IndexByte(p.lat.Text, '|') < 0 {
		return nil
	}
	toks := p.lat.Toks
	for i := 0; i < len(toks); {
		end := p.lineEnd(i)
		head := p.cells(i, end)
		if len(head) < 2 {
			i = end
			continue
		}
		t := table{from: i, cells: head}
		for i = end; i < len(toks) && !toks[i].Para; i = end {
			end = p.lineEnd(i)
			if len(p.cells(i, end)) < 2 && p.lat.Rune(i) != '-' { // |---|---|
				break
			}
			t.to = end
		}
		if t.to > 0 && p.heads(head) {
			out = append(out, t)
		}
	}
	return out
}

// lineEnd gives the token behind the line of token i.
func (p *part) lineEnd(i int) int {
	for i++; i < len(p.lat.Toks) && !p.lat.Toks[i].Break; i++ {
	}
	return i
}

// cells gives the cells of the line [from, to): what stands between tabs or bars.
func (p *part) cells(from, to int) (out [][2]int) {
	start := from
	for i := from; i < to; i++ {
		switch {
		case p.lat.Rune(i) == '|':
			if i > from {
				out = append(out, [2]int{start, i})
			}
			start = i + 1
		case i > from && p.tabBefore(i):
			out = append(out, [2]int{start, i})
			start = i
		}
	}
	if start < to {
		out = append(out, [2]int{start, to})
	}
	return out
}

// tabBefore reports whether a tab parts token i from the one before it.
func (p *part) tabBefore(i int) bool {
	return i > 0 && strings.ContainsRune(p.lat.Text[p.lat.Toks[i-1].End:p.lat.Toks[i].Start], '\t')
}

// heads reports whether the cells behind the first name something: words, or
// a date.
func (p *part) heads(cells [][2]int) bool {
	for _, c := range cells[1:] {
		if c[1] <= c[0] {
			return false
		}
		if t := &p.lat.Toks[c[0]]; !t.Is(lang.Word) && !t.Is(lang.Year) {
			return false
		}
	}
	return true
}

// fromHeader gives a bare figure that fills a cell of a table what the header
// of its column says: what is counted, or the year.
func (f *figureReader) fromHeader(st *read.Statement, x *number) bool {
	k := sort.Search(len(f.tables), func(k int) bool { return f.tables[k].to > x.start })
	if k == len(f.tables) || x.start < f.tables[k].from || f.l.Toks[x.start].Break {
		return false
	}
	first := x.start
	for first > 0 && !f.l.Toks[first].Break {
		first--
	}
	cells, t := f.p.cells(first, f.p.lineEnd(first)), &f.tables[k]
	if len(cells) != len(t.cells) || first == t.from {
		return false
	}
	for c := 1; c < len(cells); c++ {
		if cells[c] != [2]int{x.start, x.end} {
			continue
		}
		h := t.cells[c]
		if f.l.Is(h[0], lang.Year) {
			if h[1] == h[0]+1 {
				st.Date = f.l.Slice(h[0], h[1])
			}
			return st.Date != ""
		}
		f.set(st, h[0], h[1])
		return true
	}
	return false
}
