package site

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// SeriesPicture is a chart of observations in one unit, with the figures of
// articles as marks. The page has the same as a table.
type SeriesPicture struct {
	SVG     template.HTML
	Unit    string
	Src     string // address of the data that a script draws
	Caption string
	Keys    []PictureKey
}

// point is a number at a day.
type point struct {
	day   float64
	value float64
	wrong bool // of an article, and statistics say otherwise
}

const (
	chartHeight = 260.0
	chartFoot   = 26.0
	chartTop    = 18.0
	chartSide   = 3.0 // percent kept free at both ends, for the marks there
	daysAYear   = 365.2425
)

func middle(d value.Date) (float64, bool) {
	from, ok := d.First()
	to, ok2 := d.Last()
	return float64(from.Unix()+to.Unix()) / 2 / 86400, ok && ok2
}

// markOf gives where a figure of an article stands in a chart of a unit; not
// ok for changes, multiples and other units.
func markOf(s store.Statement, unit string) (p point, ok bool) {
	said := s.Said
	if said.Value == nil || said.Change != "" || said.Times != 0 || (said.Unit == "percent") != (unit == "percent") || said.Unit != unit && said.Unit != "" {
		return p, false
	}
	p = point{day: float64(s.Day), value: *said.Value, wrong: s.Check != nil && s.Check.Verdict == stats.Inconsistent}
	if d, err := value.ParseDate(said.Date); err == nil {
		if day, ok := middle(d); ok {
			p.day = day
		}
	}
	return p, true
}

// seriesPicture draws what there is in a unit; nil for nothing.
func (q *request) seriesPicture(unit string, list []stats.Observation, figures []store.Statement) *SeriesPicture {
	lines := map[string][]point{} // by source: only what one source says is joined
	var sources []string
	var marks []point
	lo, hi, most := math.Inf(1), math.Inf(-1), 0.0
	note := func(p point) {
		lo, hi, most = min(lo, p.day), max(hi, p.day), max(most, p.value)
	}
	for _, o := range list {
		day, ok := middle(o.Date)
		if o.Unit != unit || !ok {
			continue
		}
		if lines[o.Source] == nil {
			sources = append(sources, o.Source)
		}
		p := point{day: day, value: o.Value}
		lines[o.Source] = append(lines[o.Source], p)
		note(p)
	}
	if len(sources) == 0 {
		return nil
	}
	for _, s := range figures {
		if p, ok := markOf(s, unit); ok {
			marks = append(marks, p)
			note(p)
		}
	}
	if hi-lo < daysAYear {
		lo, hi = lo-daysAYear/2, hi+daysAYear/2
	}
	step := niceStep(most)
	top := step * math.Ceil(most/step)
	if top == 0 {
		top = 1
	}
	x := func(day float64) float64 {
		v := chartSide + (day-lo)/(hi-lo)*(100-2*chartSide)
		if q.tag.Dir == "rtl" {
			return 100 - v
		}
		return v
	}
	y := func(v float64) float64 {
		return chartHeight - chartFoot - v/top*(chartHeight-chartFoot-chartTop)
	}
	p := &SeriesPicture{Unit: unit, Src: q.URL.Path + ".picture.json", Caption: q.m.T("series.picture") + dot + q.m.T("series."+unit), Keys: []PictureKey{{"key-a", q.m.T("series.observed")}}}
	if len(marks) > 0 {
		p.Keys = append(p.Keys, PictureKey{"key-b", q.m.T("series.stated")})
	}
	var b strings.Builder
	b.WriteString(`<svg class="chart series" width="100%" height="` + strconv.Itoa(int(chartHeight)) + `" role="img" aria-label="`)
	esc(&b, p.Caption)
	b.WriteString(`">`)
	edge := "0"
	if q.tag.Dir == "rtl" {
		edge = "100%"
	}
	for v := 0.0; v <= top+step/2; v += step {
		fmt.Fprintf(&b, `<line class="%s" x1="0" x2="100%%" y1="%.1f" y2="%.1f"/>`, gridClass(v), y(v), y(v))
		if v > 0 {
			number := q.m.Round(math.Round(v*1000) / 1000)
			if unit == "percent" {
				number = q.m.T("unit.percent", number)
			}
			fmt.Fprintf(&b, `<text x="%s" y="%.1f">%s</text>`, edge, y(v)-4, number)
		}
	}
	from, to := yearOf(int(lo)), yearOf(int(hi))
	for year := from; year <= to; year += max(1, (to-from+4)/5) {
		day, _ := value.MustDate(fmt.Sprintf("%04d-07-01", year)).Bounds()
		at := x(min(max(float64(day), lo), hi))
		fmt.Fprintf(&b, `<text x="%.2f%%" y="%.1f" text-anchor="middle">%d</text>`, at, chartHeight-6, year)
	}
	for _, source := range sources {
		for i, pt := range lines[source] {
			if i > 0 {
				last := lines[source][i-1]
				fmt.Fprintf(&b, `<line class="line-a" x1="%.2f%%" y1="%.1f" x2="%.2f%%" y2="%.1f"/>`, x(last.day), y(last.value), x(pt.day), y(pt.value))
			}
		}
		for _, pt := range lines[source] {
			fmt.Fprintf(&b, `<circle class="dot-a" cx="%.2f%%" cy="%.1f" r="3.5"/>`, x(pt.day), y(pt.value))
		}
	}
	for _, pt := range marks { // a square stands on its corner; an empty one is at odds with statistics
		class := "mark-b"
		if pt.wrong {
			class = "mark-b open"
		}
		fmt.Fprintf(&b, `<svg x="%.2f%%" y="%.1f" overflow="visible"><path class="%s" d="M0-6L6 0 0 6-6 0Z"/></svg>`, x(pt.day), y(pt.value), class)
	}
	b.WriteString("</svg>")
	p.SVG = template.HTML(b.String())
	return p
}

func gridClass(v float64) string {
	if v == 0 {
		return "axis"
	}
	return "grid"
}

// niceStep gives the distance of about four lines up to most: 1, 2 or 5 with
// zeros.
func niceStep(most float64) float64 {
	if most <= 0 {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(most/4)))
	for _, n := range []float64{1, 2, 5} {
		if n*unit >= most/4 {
			return n * unit
		}
	}
	return 10 * unit
}
