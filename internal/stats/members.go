package stats

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"shanyraq/internal/value"
)

// membership says which areas a region or a union was made of, and when.
type membership struct {
	area        string
	first, last int // days; last is the largest there is while it stands
	codes       []string
}

//go:embed members.txt
var membersFile string

var memberships = sync.OnceValue(func() (out []membership) {
	for line := range strings.Lines(membersFile) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		from, to, _ := strings.Cut(f[1], "/")
		m := membership{area: f[0], first: -1 << 40, last: 1 << 40, codes: f[2:]}
		if from != "" {
			m.first, _ = value.MustDate(from).Bounds()
		}
		if to != ".." {
			_, m.last = value.MustDate(to).Bounds()
		}
		out = append(out, m)
	}
	return out
})

// hasMembers reports an area that is the sum of others.
func hasMembers(area string) bool {
	return slices.ContainsFunc(memberships(), func(m membership) bool { return m.area == area })
}

// membersOn gives what an area was made of on all days of a date; nil where it
// has no members, or the date spans a change of them.
func membersOn(area string, d value.Date) []string {
	lo, hi := d.Bounds()
	for _, m := range memberships() {
		if m.area == area && m.first <= lo && hi <= m.last {
			return m.codes
		}
	}
	return nil
}

// withMembers adds the sums over a region's members for the days that all of
// them were observed on by one source. missing are the members of which
// nothing is known near the day of the figure, where there is no sum for that.
func withMembers(table Table, f Figure, have []Observation) (all []Observation, missing []string, err error) {
	if !hasMembers(f.Area) {
		return have, nil, nil
	}
	type day struct {
		group, unit, date, source string
	}
	first, parts := map[day]Observation{}, map[day]map[string]float64{}
	near := map[string]bool{} // members observed near the day of the figure
	var keys []day
	for _, code := range everMember(f.Area) {
		list, err := table.Observations(code, "")
		if err != nil {
			return nil, nil, err
		}
		for _, o := range list {
			if o.Unit != "person" {
				continue
			}
			if o.Group == f.Group && gap(o.Date, f.Date) <= MaxGap {
				near[code] = true
			}
			k := day{o.Group, o.Unit, o.Date.String(), o.Source}
			if parts[k] == nil {
				parts[k], first[k] = map[string]float64{}, o
				keys = append(keys, k)
			}
			if _, twice := parts[k][code]; !twice {
				parts[k][code] = o.Value
			}
		}
	}
	all = slices.Clone(have)
	for _, k := range keys {
		o := first[k]
		codes := membersOn(f.Area, o.Date)
		known := slices.ContainsFunc(have, func(h Observation) bool {
			return h.Group == k.group && h.Unit == k.unit && h.Date.String() == k.date && h.Source == k.source
		})
		if known || codes == nil || slices.ContainsFunc(codes, func(c string) bool { _, ok := parts[k][c]; return !ok }) {
			continue
		}
		sum, said := 0.0, make([]string, len(codes))
		for i, c := range codes {
			sum += parts[k][c]
			said[i] = c + " " + say(parts[k][c])
		}
		o.Area, o.Value, o.Note = f.Area, sum, sumOf+strings.Join(said, " + ")
		all = append(all, o)
	}
	slices.SortStableFunc(all[len(have):], func(a, b Observation) int {
		return strings.Compare(a.Date.String()+a.Group+a.Source, b.Date.String()+b.Group+b.Source)
	})
	for _, c := range membersOn(f.Area, f.Date) {
		if !near[c] {
			missing = append(missing, c)
		}
	}
	return all, missing, nil
}

// sumOf begins the note of an observation that was computed from members'.
const sumOf = "sum of "

// everMember gives all that were ever members of an area.
func everMember(area string) (out []string) {
	for _, m := range memberships() {
		if m.area == area {
			out = append(out, m.codes...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// noSum says why nothing stands for a region.
func noSum(f Figure, missing []string) string {
	codes := membersOn(f.Area, f.Date)
	switch {
	case codes == nil:
		return fmt.Sprintf("its members on %s are not listed", f.Date)
	case len(missing) == 0:
		return fmt.Sprintf("no one source has all members (%s) on one day near %s", strings.Join(codes, ", "), f.Date)
	}
	return fmt.Sprintf("no sum of its members: of %s, nothing is known near %s of %s", strings.Join(codes, ", "), f.Date, strings.Join(missing, ", "))
}
