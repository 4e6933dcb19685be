package site

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/store"
)

// YearsPicture shows how facts spread over years: bars, agreements below and
// events above, with the same as a table for those who do not see it.
type YearsPicture struct {
	SVG     template.HTML
	Caption string
	Keys    []PictureKey
	Head    []string
	Rows    [][]string
}

// PictureKey says what a colour or a shape stands for.
type PictureKey struct{ Class, Label string }

const (
	barsHeight = 150.0 // of the drawing, pixels
	barsFoot   = 24.0  // where the years stand
	barsTop    = 16.0
	yearsMost  = 60 // a longer time is drawn in spans of five or ten years
)

// yearsPicture draws the days; nil where there is nothing to see.
// Positions along the years are in percent, so that the drawing is as wide
// as its place and its letters stay as large as those of the page.
func (q *request) yearsPicture(days []store.PairDay) *YearsPicture {
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
	type bar struct{ agreements, events int }
	bars := make([]bar, (to-from)/step+1)
	most := 1
	for _, d := range days {
		b := &bars[(yearOf(d.Day)-from)/step]
		if d.Kind == read.Agreement {
			b.agreements += d.Count
		} else {
			b.events += d.Count
		}
		most = max(most, b.agreements+b.events)
	}
	p := &YearsPicture{
		Caption: q.m.T("pair.picture"), Head: []string{q.m.T("pair.years"), q.m.T("register.agreements"), q.m.T("register.events")},
		Keys: []PictureKey{{"key-a", q.m.T("register.agreements")}, {"key-b", q.m.T("register.events")}},
	}
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
		name := strconv.Itoa(from + i*step)
		if total := bar.agreements + bar.events; total > 0 {
			if n <= 40 {
				fmt.Fprintf(&b, `<text class="value" x="%.2f%%" y="%.1f" text-anchor="middle">%s</text>`, x+across/2, y-4, q.m.Int(total))
			}
			label := name
			if step > 1 {
				label = q.m.T("date.years", name, strconv.Itoa(from+i*step+step-1))
			}
			p.Rows = append(p.Rows, []string{label, q.m.Int(bar.agreements), q.m.Int(bar.events)})
		}
		if i%labels == 0 {
			fmt.Fprintf(&b, `<text x="%.2f%%" y="%.1f" text-anchor="middle">%s</text>`, x+across/2, barsHeight-6, name)
		}
	}
	b.WriteString("</svg>")
	p.SVG = template.HTML(b.String())
	return p
}
