package stats

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
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

// MaxCSV is how many bytes ParseCSV takes.
const MaxCSV = 64 << 20

// usual are the headings that ParseCSV knows without being told.
var usual = map[string][]string{
	"area":   {"area", "ref_area", "country", "region", "iso", "территория", "страна", "регион", "аумақ", "ел"},
	"group":  {"group", "ethnic_group", "ethnicity", "nationality", "национальность", "этнос", "ұлт"},
	"date":   {"date", "time_period", "year", "period", "дата", "год", "күні", "жыл"},
	"value":  {"value", "obs_value", "percent", "population", "number", "значение", "численность", "мәні", "саны"},
	"kind":   {"kind", "type", "вид", "түрі"},
	"unit":   {"unit", "unit_measure", "единица", "бірлік"},
	"source": {"source", "источник", "дереккөз"},
	"note":   {"note", "comment", "comment_obs", "примечание", "ескерту"},
}

// ParseCSV reads observations from a CSV file: UTF-8, UTF-16 or windows-1251,
// with commas, semicolons, tabs or bars between columns, and decimal commas or
// points. Areas and groups may stand as ids, codes or names in English,
// Russian and Kazakh; days as ISO 8601 or as 15.11.2019. Cells without a
// number ("", "-", "…", "n/a") are no observation. source is what the rows are
// taken from where they do not say.
//
// A file is taken whole or refused whole: an Invalid fault names row and
// column and says what to try, TooLarge comes beyond MaxCSV.
func ParseCSV(r io.Reader, m Mapping, source string) ([]Observation, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxCSV+1))
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "the file cannot be read to its end").Hint("try again")
	}
	if len(data) > MaxCSV {
		return nil, fault.New(fault.TooLarge, "the file is larger than %d MB", MaxCSV>>20).Hint("split it by year or by area")
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	comma := delimiter(text)
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.LazyQuotes = comma, -1, false
	rows, err := c.ReadAll()
	if err != nil {
		var p *csv.ParseError
		if errors.As(err, &p) {
			return nil, fault.Wrap(err, fault.Invalid, "the quotation marks do not pair").At("row %d, column %d", p.StartLine, p.Column).Hint("double the marks inside a quoted cell")
		}
		return nil, fault.Wrap(err, fault.Invalid, "this is not CSV")
	}
	t := table{rows: rows, source: source, byUnit: m.ByUnit}
	if err := t.columns(m); err != nil {
		return nil, err
	}
	t.decimals(comma)
	return t.read()
}

// table is a parsed file on its way to observations.
type table struct {
	rows   [][]string
	source string
	byUnit bool
	at     map[string]int    // field: column
	fixed  map[string]string // field: the value of every row
	point  bool              // decimals after a point; else after a comma
}

func (t *table) columns(m Mapping) error {
	if len(t.rows) < 2 {
		return fault.New(fault.Invalid, "the file has no rows under its headings").Hint("the first row must name the columns")
	}
	heads := map[string]int{}
	for i, h := range t.rows[0] {
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
				if n == "percent" && field == "value" {
					t.fixed["unit"] = "percent"
				}
				break
			}
		}
		if _, ok := t.at[field]; !ok && want != "" {
			return fault.New(fault.Invalid, "there is no column %q", want).At("row 1").Hint("the columns are %s", strings.Join(t.rows[0], ", "))
		}
	}
	if t.fixed["unit"] == "" {
		t.fixed["unit"] = "person"
	}
	for _, field := range []string{"area", "date", "value"} {
		if _, ok := t.at[field]; !ok && t.fixed[field] == "" {
			return fault.New(fault.Invalid, "no column holds the %s", field).At("row 1").
				Hint("name it in the mapping; the columns are %s", strings.Join(t.rows[0], ", "))
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

func (t *table) read() (out []Observation, err error) {
	type day struct {
		Key
		date, kind, source string
	}
	seen := map[day]int{}
	units := map[Key]string{} // of a series without its unit
	for n, row := range t.rows[1:] {
		n += 2 // as a spreadsheet counts
		bad := func(field, format string, args ...any) *fault.Error {
			return fault.New(fault.Invalid, format, args...).At("row %d, column %d", n, t.at[field]+1)
		}
		if len(row) != len(t.rows[0]) {
			if len(row) == 1 && strings.TrimSpace(row[0]) == "" {
				continue
			}
			return nil, fault.New(fault.Invalid, "the row has %d columns, the headings have %d", len(row), len(t.rows[0])).At("row %d", n).
				Hint("put cells that hold the separator into quotation marks")
		}
		v, ok, err := t.number(t.cell(row, "value"))
		if err != nil {
			return nil, bad("value", "%q is no number", t.cell(row, "value")).Hint("leave the cell empty where there is no number")
		}
		if !ok {
			continue
		}
		o := Observation{Kind: t.cell(row, "kind"), Value: v, Source: t.cell(row, "source"), Note: t.cell(row, "note")}
		if o.Source == "" {
			o.Source = t.source
		}
		if o.Unit, ok = unitOf(t.cell(row, "unit")); !ok {
			return nil, bad("unit", "the unit %q is not known", t.cell(row, "unit")).Hint("use person or percent")
		}
		switch {
		case v < 0:
			return nil, bad("value", "%s is less than nothing", say(v)).Hint("correct the number or leave the cell empty")
		case o.Unit == "percent" && v > 100:
			return nil, bad("value", "%s is more than 100 per cent", say(v)).Hint("is the column a count? then the unit is person")
		case o.Unit == "person" && v != float64(int64(v)):
			return nil, bad("value", "%q persons is no whole number", t.cell(row, "value")).Hint("is the column a share? then the unit is percent; are they thousands? then write them out")
		}
		if o.Area, ok = areaOf(t.cell(row, "area")); !ok {
			return nil, bad("area", "the area %q is not known", t.cell(row, "area")).Hint("use an ISO 3166 code or the name of a country or region")
		}
		if o.Group, ok = groupOf(t.cell(row, "group")); !ok {
			return nil, bad("group", "the group %q is not known", t.cell(row, "group")).Hint("use the name of a people, total, other or not_stated")
		}
		if o.Date, err = dateOf(t.cell(row, "date")); err != nil {
			return nil, bad("date", "the date %q cannot be read", t.cell(row, "date")).Hint("write 2019, 2019-11 or 2019-11-15")
		}
		if o.Kind, ok = kindOf(o.Kind); !ok {
			return nil, bad("kind", "the kind %q is not known", t.cell(row, "kind")).Hint("use census or estimate")
		}
		series := Key{Area: o.Area, Group: o.Group}
		if t.byUnit {
			series.Unit = o.Unit
		}
		if u := units[series]; u != "" && u != o.Unit {
			return nil, bad("unit", "the series changes from %s to %s", u, o.Unit).Hint("import counts and shares as two files, or with --column-by-unit where both are meant")
		}
		units[series] = o.Unit
		d := day{o.Key, o.Date.String(), o.Kind, o.Source}
		if i, twice := seen[d]; twice {
			if out[i].Value != v {
				return nil, bad("value", "the day has two values, %s and %s", say(out[i].Value), say(v)).Hint("keep one, or name the source of each in a column")
			}
			continue
		}
		seen[d] = len(out)
		out = append(out, o)
	}
	if len(out) == 0 {
		return nil, fault.New(fault.Invalid, "no row holds a number").Hint("check which column is the value")
	}
	return out, nil
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
func Headings(r io.Reader, m Mapping) (heads, open []string, err error) {
	data, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return nil, nil, fault.Wrap(err, fault.Unavailable, "the file cannot be read").Hint("try again")
	}
	if i := strings.LastIndexByte(string(data), '\n'); len(data) == 1<<20 && i > 0 {
		data = data[:i]
	}
	text, err := decode(data)
	if err != nil {
		return nil, nil, err
	}
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.LazyQuotes = delimiter(text), -1, true
	if heads, err = c.Read(); err != nil {
		return nil, nil, fault.Wrap(err, fault.Invalid, "the file has no row of headings").Hint("the first row must name the columns")
	}
	t := table{rows: [][]string{heads, nil}}
	for _, field := range []string{"area", "date", "value", "group"} {
		if *m.field(field) != "" {
			continue
		}
		known := false
		for _, h := range t.rows[0] {
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
