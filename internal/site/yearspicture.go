package site

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/store"
)

// PictureKey says what a colour or a shape stands for.
type PictureKey struct{ Class, Label string }

const (
	barsHeight = 150.0 // of the drawing, pixels
	barsFoot   = 24.0  // where the years stand
	barsTop    = 16.0
	yearsMost  = 60 // a longer time is drawn in spans of five or ten years
)

// yearBar is a year, or a span of them, with what there is in it.
type yearBar struct {
	name               string
	label              string // of the table
	agreements, events int
}

// yearBars counts days by year, or by spans of years where the time is long;
// years with nothing in between are there too.
func (q *request) yearBars(days []store.PairDay) (bars []yearBar) {
	if len(days) == 0 {
		return nil
	}
	from, to := yearOf(days[0].Day), yearOf(days[len(days)-1].Day)
	step := 1
	for _, n := range []int{5, 10, 50, 100} {
		if (to-from)/step >= yearsMost {
			step = n
		}
	}
	from -= from % step
	bars = make([]yearBar, (to-from)/step+1)
	for i := range bars {
		b := &bars[i]
		b.name = strconv.Itoa(from + i*step)
		if b.label = b.name; step > 1 {
			b.label = q.m.T("date.years", b.name, strconv.Itoa(from+i*step+step-1))
		}
	}
	for _, d := range days {
		b := &bars[(yearOf(d.Day)-from)/step]
		if d.Kind == read.Agreement {
			b.agreements += d.Count
		} else {
			b.events += d.Count
		}
	}
	return bars
}

// yearsPicture shows how facts spread over years: bars, agreements below and
// events above, from the data at src; nil where there is nothing to see.
// Positions along the years are in percent, so that the drawing of the server
// is as wide as its place and its letters stay as large as those of the page.
func (q *request) yearsPicture(days []store.PairDay, src string) *Drawing {
	bars := q.yearBars(days)
	if len(bars) == 0 {
		return nil
	}
	most := 1
	for _, b := range bars {
		most = max(most, b.agreements+b.events)
	}
	p := q.drawing("years", src, q.m.T("pair.picture"))
	p.Head = []string{q.m.T("pair.years"), q.m.T("register.agreements"), q.m.T("register.events")}
	p.Keys = []PictureKey{{"key-a", q.m.T("register.agreements")}, {"key-b", q.m.T("register.events")}}
	var b strings.Builder
	n := len(bars)
	across := 100 / float64(max(n, 8)) // few bars are no wider than an eighth
	b.WriteString(`<svg class="chart years" width="100%" height="` + strconv.Itoa(int(barsHeight)) + `" role="img" aria-label="`)
	esc(&b, p.Caption)
	b.WriteString(`">`)
	floor := barsHeight - barsFoot
	unit := (floor - barsTop) / float64(most)
	fmt.Fprintf(&b, `<line class="axis" x1="0%%" x2="100%%" y1="%.1f" y2="%.1f"/>`, floor, floor)
	labels := max(1, (n+5)/6) // six years are written, or all where they are few
	for i, bar := range bars {
		x := across * float64(i)
		if q.tag.Dir == "rtl" {
			x = 100 - x - across
		}
		y := floor
		for _, part := range []struct {
			class string
			n     int
		}{{"bar-a", bar.agreements}, {"bar-b", bar.events}} {
			if part.n > 0 {
				h := unit * float64(part.n)
				y -= h
				fmt.Fprintf(&b, `<rect class="%s" x="%.2f%%" width="%.2f%%" y="%.1f" height="%.1f"/>`, part.class, x+across*0.12, across*0.76, y, h)
			}
		}
		if total := bar.agreements + bar.events; total > 0 {
			if n <= 40 {
				fmt.Fprintf(&b, `<text class="value" x="%.2f%%" y="%.1f" text-anchor="middle">%s</text>`, x+across/2, y-4, q.m.Int(total))
			}
			p.Rows = append(p.Rows, []Cell{{Text: bar.label}, {Text: q.m.Int(bar.agreements)}, {Text: q.m.Int(bar.events)}})
		}
		if i%labels == 0 {
			fmt.Fprintf(&b, `<text x="%.2f%%" y="%.1f" text-anchor="middle">%s</text>`, x+across/2, barsHeight-6, bar.name)
		}
	}
	b.WriteString("</svg>")
	p.SVG = template.HTML(b.String())
	return p
}
