package stats

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/value"
)

// Key names a series: what is counted, where.
type Key struct {
	Area  string // ISO 3166 code or a place's id: "KZ", "central-asia"
	Group string // id of a group of facts; "total" for the whole population
	Unit  string // "person" or "percent"
}

// Observation is one number of a series.
type Observation struct {
	Key
	Date   value.Date
	Kind   string // "census" or "estimate"
	Value  float64
	Source string
	Note   string
}

// Table gives observations: all of an area and group, or all groups of the
// area where group is empty. Package store is one; Facts is another.
type Table interface {
	Observations(area, group string) ([]Observation, error)
}

// List is a Table in memory.
type List []Observation

// Observations gives those of the area and group; an empty string is any.
func (l List) Observations(area, group string) (out []Observation, err error) {
	for _, o := range l {
		if (area == "" || o.Area == area) && (group == "" || o.Group == group) {
			out = append(out, o)
		}
	}
	return out, nil
}

// Facts gives the embedded observations of package facts.
var Facts = sync.OnceValue(func() (out List) {
	for _, o := range facts.Population() {
		out = append(out, Observation{Key{o.Area, o.Group, "person"}, o.Date, o.Kind, float64(o.Value), o.Source, o.Note})
	}
	for _, o := range facts.Shares() {
		out = append(out, Observation{Key{o.Area, o.Group, "percent"}, o.Date, o.Kind, o.Percent, o.Source, o.Note})
	}
	return out
})

// seriesBreak is a change of method after which numbers are not comparable
// with those before.
type seriesBreak struct {
	area          string
	census, until value.Date // the census that made it; the last day of the old base
	why           string
}

//go:embed breaks.txt
var breaksFile string

var breaks = sync.OnceValue(func() (out []seriesBreak) {
	for line := range strings.Lines(breaksFile) {
		if f := strings.SplitN(strings.TrimSpace(line), " ", 4); len(f) == 4 && f[0] != "#" {
			out = append(out, seriesBreak{f[0], value.MustDate(f[1]), value.MustDate(f[2]), f[3]})
		}
	}
	return out
})

func breakOf(area string) (seriesBreak, bool) {
	i := slices.IndexFunc(breaks(), func(b seriesBreak) bool { return b.area == area })
	if i < 0 {
		return seriesBreak{}, false
	}
	return breaks()[i], true
}

// base tells which observations form one series: those of the World Bank are
// one of their own, national ones are parted by the breaks of breaks.txt.
func base(o Observation) string {
	if strings.HasPrefix(o.Source, "World Bank") {
		return "World Bank"
	}
	b, ok := breakOf(o.Area)
	if !ok {
		return "national"
	}
	from, until := first(b.census), first(b.until)
	switch day := first(o.Date); {
	case day < from, o.Kind != "census" && day <= until:
		return "before the break"
	}
	return "after the break"
}

// bases gives the bases that a figure of this date may be on; nil for any.
func bases(area string, d value.Date) []string {
	b, ok := breakOf(area)
	if !ok || d.IsZero() {
		return nil
	}
	lo, hi := d.Bounds()
	switch {
	case hi < first(b.census):
		return []string{"before the break", "World Bank"}
	case lo > first(b.until):
		return []string{"after the break", "World Bank"}
	}
	return nil
}

func first(d value.Date) int { lo, _ := d.Bounds(); return lo }

// gap is how many days lie between two dates as far as they are given.
func gap(a, b value.Date) int {
	aLo, aHi := a.Bounds()
	bLo, bHi := b.Bounds()
	return max(0, aLo-bHi, bLo-aHi)
}

// nearest gives the observations that a figure of this date may be set
// beside: all whose date it may mean, else those of the nearest day of each
// base, no farther than MaxGap days.
func nearest(list []Observation, d value.Date, MaxGap int) (out []Observation) {
	for _, o := range list {
		if o.Date.Overlaps(d) {
			out = append(out, o)
		}
	}
	if len(out) > 0 {
		return out
	}
	best := map[string]int{}
	for _, o := range list {
		if n, ok := best[base(o)]; !ok || gap(o.Date, d) < n {
			best[base(o)] = gap(o.Date, d)
		}
	}
	for _, o := range list {
		if g := gap(o.Date, d); g == best[base(o)] && g <= MaxGap {
			out = append(out, o)
		}
	}
	return out
}
