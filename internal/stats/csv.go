package stats

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/fault"
	"shanyraq/internal/value"
)

// Mapping says which column of a CSV file holds what, by its heading; a value
// that begins with "=" is the same for every row ("=KZ", "=census"). Fields
// left empty are guessed from the usual headings, those of SDMX-CSV among
// them, and else take the defaults: "total" for Group, "person" for Unit,
// "estimate" for Kind.
type Mapping struct {
	Area, Group, Date, Value, Kind, Unit, Source, Note string

	// ByUnit says that counts and shares of one group in one place stand in
	// the file as two series. Without it a unit that changes within them is
	// taken to be a slip.
	ByUnit bool `help:"Counts and shares of one group stand in the file as two series."`
}

// usual are the headings that ParseCSV knows without being told.
var usual = map[string][]string{
	"area":   {"area", "ref_area", "country", "region", "iso", "территория", "страна", "регион", "аумақ", "ел"},
	"group":  {"group", "ethnic_group", "ethnicity", "nationality", "национальность", "этнос", "ұлт"},
	"date":   {"date", "time_period", "year", "period", "дата", "год", "күні", "жыл"},
	"value":  {"value", "obs_value", "percent", "population", "number", "значение", "численность", "мәні", "саны", "процент", "доля", "пайыз", "үлес"},
	"kind":   {"kind", "type", "вид", "түрі"},
	"unit":   {"unit", "unit_measure", "единица", "бірлік"},
	"source": {"source", "источник", "дереккөз"},
	"note":   {"note", "comment", "comment_obs", "примечание", "ескерту"},
}

// shareHeadings name columns of shares.
var shareHeadings = map[string]bool{"percent": true, "процент": true, "доля": true, "пайыз": true, "үлес": true}

// ParseCSV reads observations from a CSV file into memory: see ReadCSV.
func ParseCSV(r io.ReadSeeker, m Mapping, source string) (out []Observation, err error) {
	err = ReadCSV(r, m, source, func(list []Observation) error {
		out = append(out, list...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// ReadCSV reads observations from a CSV file: UTF-8, UTF-16 or windows-1251,
// with commas, semicolons, tabs or bars between columns, and decimal commas or
// points. Areas and groups may stand as ids, codes or names in English,
// Russian and Kazakh; days as ISO 8601 or as 15.11.2019. Cells without a
// number ("", "-", "…", "n/a") are no observation. source is what the rows are
// taken from where they do not say.
//
// The file is gone through twice, once to see how it is written, and given to
// take in parts while it is read: what is held are the days that have a
// number, not the file. A file is taken whole or refused whole: an Invalid
// fault names row and column and says what to try, and whoever calls lets go of
// what was taken.
func ReadCSV(r io.ReadSeeker, m Mapping, source string, take func([]Observation) error) error {
	w, err := lookOver(r)
	if err != nil {
		return err
	}
	t := table{source: source, byUnit: m.ByUnit}
	rows := 0
	if err := w.rows(r, func(row []string) error {
		if rows++; rows == 1 {
			t.heads = slices.Clone(row)
			return nil
		}
		if rows == 2 {
			if err := t.columns(m); err != nil {
				return err
			}
		}
		t.signs.see(&t, row)
		return nil
	}); err != nil {
		return err
	}
	if rows < 2 {
		return fault.New(fault.Invalid, "the file has no rows under its headings").Hint("the first row must name the columns")
	}
	t.point = t.signs.point(w.comma)
	return t.read(w, r, take)
}

// table is a file on its way to observations.
type table struct {
	heads  []string
	source string
	byUnit bool
	at     map[string]int    // field: column
	fixed  map[string]string // field: the value of every row
	signs  signs
	point  bool // decimals after a point; else after a comma
}

func (t *table) columns(m Mapping) error {
	heads := map[string]int{}
	for i, h := range t.heads {
		h = strings.ToLower(strings.TrimSpace(h))
		if _, twice := heads[h]; twice && h != "" {
			return fault.New(fault.Invalid, "two columns are called %q", h).At("row 1, column %d", i+1).Hint("rename one of them")
		}
		heads[h] = i
	}
	t.at, t.fixed = map[string]int{}, map[string]string{"group": "total", "kind": "estimate"}
	for field, want := range map[string]string{"area": m.Area, "group": m.Group, "date": m.Date, "value": m.Value, "kind": m.Kind, "unit": m.Unit, "source": m.Source, "note": m.Note} {
		if fixed, ok := strings.CutPrefix(want, "="); ok {
			t.fixed[field] = fixed
			continue
		}
		names := usual[field]
		if want != "" {
			names = []string{strings.ToLower(want)}
		}
		for _, n := range names {
			if i, ok := heads[n]; ok {
				t.at[field] = i
				if field == "value" && shareHeadings[n] {
					t.fixed["unit"] = "percent"
				}
				break
			}
		}
		if _, ok := t.at[field]; !ok && want != "" {
			return fault.New(fault.Invalid, "there is no column %q", want).At("row 1").Hint("the columns are %s", strings.Join(t.heads, ", "))
		}
	}
	if t.fixed["unit"] == "" {
		t.fixed["unit"] = "person"
	}
	for _, field := range []string{"area", "date", "value"} {
		if _, ok := t.at[field]; !ok && t.fixed[field] == "" {
			return fault.New(fault.Invalid, "no column holds the %s", field).At("row 1").
				Hint("name it in the mapping; the columns are %s", strings.Join(t.heads, ", "))
		}
	}
	return nil
}

// cell gives a field of a row.
func (t *table) cell(row []string, field string) string {
	if i, ok := t.at[field]; ok {
		if i >= len(row) {
			return ""
		}
		return strings.TrimSpace(row[i])
	}
	return t.fixed[field]
}

// part is how many observations are given on at once.
const part = 2000

// read goes through the rows and gives the observations on.
func (t *table) read(w written, r io.ReadSeeker, take func([]Observation) error) error {
	seen := days{words: map[string]uint32{}, values: map[day]float64{}}
	units := map[Key]string{} // of a series without its unit
	var list []Observation
	n, some := 0, false
	err := w.rows(r, func(row []string) error {
		if n++; n == 1 {
			return nil
		}
		o, ok, err := t.observation(row, n)
		if err != nil || !ok {
			return err
		}
		bad := func(field, format string, args ...any) *fault.Error { return t.bad(n, field, format, args...) }
		series := Key{Area: o.Area, Group: o.Group}
		if t.byUnit {
			series.Unit = o.Unit
		}
		if u := units[series]; u != "" && u != o.Unit {
			return bad("unit", "the series changes from %s to %s", u, o.Unit).Hint("import counts and shares as two files, or with --column-by-unit where both are meant")
		}
		units[series] = o.Unit
		if before, twice := seen.put(o); twice {
			if before != o.Value {
				return bad("value", "the day has two values, %s and %s", say(before), say(o.Value)).Hint("keep one, or name the source of each in a column")
			}
			return nil
		}
		some = true
		if list = append(list, o); len(list) < part {
			return nil
		}
		err = take(list)
		list = nil
		return err
	})
	if err != nil {
		return err
	}
	if !some {
		return fault.New(fault.Invalid, "no row holds a number").Hint("check which column is the value")
	}
	if len(list) == 0 {
		return nil
	}
	return take(list)
}

// bad is a fault in a field of row n.
func (t *table) bad(n int, field, format string, args ...any) *fault.Error {
	e := fault.New(fault.Invalid, format, args...)
	if i, ok := t.at[field]; ok {
		return e.At("row %d, column %d", n, i+1)
	}
	return e.At("row %d", n)
}

// observation reads row n, as a spreadsheet counts; ok is false where it holds
// no number.
func (t *table) observation(row []string, n int) (o Observation, ok bool, err error) {
	bad := func(field, format string, args ...any) *fault.Error { return t.bad(n, field, format, args...) }
	if len(row) != len(t.heads) {
		if len(row) == 1 && strings.TrimSpace(row[0]) == "" {
			return o, false, nil
		}
		return o, false, fault.New(fault.Invalid, "the row has %d columns, the headings have %d", len(row), len(t.heads)).At("row %d", n).
			Hint("put cells that hold the separator into quotation marks")
	}
	v, ok, err := t.number(t.cell(row, "value"))
	if err != nil {
		return o, false, bad("value", "%q is no number", t.cell(row, "value")).Hint("leave the cell empty where there is no number")
	}
	if !ok {
		return o, false, nil
	}
	// The row's memory is the reader's: what is kept is copied.
	o = Observation{Kind: t.cell(row, "kind"), Value: v, Source: strings.Clone(t.cell(row, "source")), Note: strings.Clone(t.cell(row, "note"))}
	if o.Source == "" {
		o.Source = t.source
	}
	if o.Unit, ok = unitOf(t.cell(row, "unit")); !ok {
		return o, false, bad("unit", "the unit %q is not known", t.cell(row, "unit")).Hint("use person or percent")
	}
	switch {
	case v < 0:
		return o, false, bad("value", "%s is less than nothing", say(v)).Hint("correct the number or leave the cell empty")
	case o.Unit == "percent" && v > 100:
		return o, false, bad("value", "%s is more than 100 per cent", say(v)).Hint("is the column a count? then the unit is person")
	case o.Unit == "person" && v != float64(int64(v)):
		return o, false, bad("value", "%q persons is no whole number", t.cell(row, "value")).Hint("is the column a share? then the unit is percent; are they thousands? then write them out")
	}
	if o.Area, ok = areaOf(t.cell(row, "area")); !ok {
		return o, false, bad("area", "the area %q is not known", t.cell(row, "area")).Hint("use an ISO 3166 code or the name of a country or region")
	}
	if o.Group, ok = groupOf(t.cell(row, "group")); !ok {
		return o, false, bad("group", "the group %q is not known", t.cell(row, "group")).Hint("use the name of a people, total, other or not_stated")
	}
	if o.Date, err = dateOf(t.cell(row, "date")); err != nil {
		return o, false, bad("date", "the date %q cannot be read", t.cell(row, "date")).Hint("write 2019, 2019-11 or 2019-11-15")
	}
	if o.Kind, ok = kindOf(o.Kind); !ok {
		return o, false, bad("kind", "the kind %q is not known", t.cell(row, "kind")).Hint("use census or estimate")
	}
	return o, true, nil
}

// days remembers the number of every day, in few bytes: a large file has
// millions.
type days struct {
	words  map[string]uint32
	values map[day]float64
}

type day struct{ area, group, date, unitAndKind, source uint32 }

func (d *days) word(s string) uint32 {
	n, ok := d.words[s]
	if !ok {
		n = uint32(len(d.words))
		d.words[s] = n
	}
	return n
}

// put takes an observation; of a day that has one already it gives the number.
func (d *days) put(o Observation) (before float64, twice bool) {
	k := day{d.word(o.Area), d.word(o.Group), d.word(o.Date.String()), d.word(o.Unit + " " + o.Kind), d.word(o.Source)}
	if before, twice = d.values[k]; !twice {
		d.values[k] = o.Value
	}
	return before, twice
}

func unitOf(s string) (string, bool) {
	switch strings.ToLower(s) {
	case "person", "persons", "people", "ps", "человек", "чел.", "чел", "адам":
		return "person", true
	case "percent", "%", "pt", "per cent", "процент", "процентов", "пайыз":
		return "percent", true
	}
	return "", false
}

func kindOf(s string) (string, bool) {
	switch strings.ToLower(s) {
	case "census", "перепись", "санақ":
		return "census", true
	case "", "estimate", "оценка", "бағалау", "a", "e":
		return "estimate", true
	}
	return "", false
}

// areaOf finds a place by id, code or name.
func areaOf(s string) (string, bool) {
	id, ok := areas()[strings.ToLower(strings.TrimSpace(s))]
	return id, ok
}

// areas looks places up by what a table may call them: ids and codes win over
// names, countries and regions over cities.
var areas = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	put := func(name, id string) {
		if name = strings.ToLower(name); name != "" && out[name] == "" {
			out[name] = id
		}
	}
	large := func(p facts.Place) bool { return p.Kind == "country" || p.Kind == "region" }
	for _, p := range facts.Places() {
		put(p.ID, p.ID)
		if large(p) {
			put(p.ISO, p.ID)
		}
	}
	for _, wanted := range []bool{true, false} {
		for _, p := range facts.Places() {
			if large(p) != wanted {
				continue
			}
			for _, n := range p.Names {
				put(n, p.ID)
			}
			for _, list := range p.Alt {
				for _, n := range list {
					put(n, p.ID)
				}
			}
		}
	}
	return out
})

// groupOf finds a people by id or by any form of its name.
func groupOf(s string) (string, bool) {
	id, ok := groups()[strings.ToLower(strings.TrimSpace(s))]
	return id, ok
}

var groups = sync.OnceValue(func() map[string]string {
	out := map[string]string{"total": "total", "all": "total", "всего": "total", "барлығы": "total", "все население": "total",
		"other": "other", "другие": "other", "басқалары": "other", "not_stated": "not_stated"}
	put := func(name, id string) {
		if name = strings.ToLower(name); name != "" && out[name] == "" {
			out[name] = id
		}
	}
	for _, g := range facts.Groups() {
		put(g.ID, g.ID)
	}
	for _, g := range facts.Groups() {
		for _, forms := range g.Forms {
			for _, n := range forms {
				put(n, g.ID)
			}
		}
		for _, forms := range g.Alt {
			for _, n := range forms {
				put(n, g.ID)
			}
		}
	}
	return out
})

// dateOf reads EDTF, 15.11.2019, and the quarters of SDMX, 2019-Q4.
func dateOf(s string) (value.Date, error) {
	var d, m, y int
	if n, _ := fmt.Sscanf(s, "%d.%d.%d", &d, &m, &y); n == 3 && strings.Count(s, ".") == 2 {
		return value.ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
	}
	if year, q, ok := strings.Cut(s, "-Q"); ok && len(q) == 1 && q >= "1" && q <= "4" {
		return value.ParseDate(fmt.Sprintf("%s-3%c", year, q[0]+2))
	}
	date, err := value.ParseDate(s)
	if err == nil && date.IsZero() {
		err = errors.New("no date")
	}
	return date, err
}

// Headings gives the first row of a CSV file and the fields that nothing in
// it is known to hold: what is to be asked of whoever imports it.
func Headings(r io.ReadSeeker, m Mapping) (heads, open []string, err error) {
	w, err := lookOver(r)
	if err != nil {
		return nil, nil, err
	}
	w.lazy = true
	enough := errors.New("the headings are read")
	err = w.rows(r, func(row []string) error {
		heads = slices.Clone(row)
		return enough
	})
	if !errors.Is(err, enough) {
		return nil, nil, fault.New(fault.Invalid, "the file has no row of headings").Hint("the first row must name the columns")
	}
	for _, field := range []string{"area", "date", "value", "group"} {
		if *m.field(field) != "" {
			continue
		}
		known := false
		for _, h := range heads {
			for _, name := range usual[field] {
				known = known || strings.EqualFold(strings.TrimSpace(h), name)
			}
		}
		if !known {
			open = append(open, field)
		}
	}
	return heads, open, nil
}
