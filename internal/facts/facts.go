// Package facts holds what the project knows of the world, each row with its
// source: places with the names of each time, bodies, peoples, population
// figures, meetings. The rows are embedded CSV files that a person can
// correct; data/README.md says where each comes from and what is missing.
//
//	for _, p := range facts.Places() { … }
//
// facts knows nothing of texts: package lang makes look-up lists from it,
// record takes ids from it, stats takes series from it.
package facts

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"shanyraq/internal/value"
)

//go:embed data/*.csv
var files embed.FS

// Place is one name of a place for one time. A renamed place has one row per
// name; the row without ValidTo is today's.
type Place struct {
	Row, ID, Kind, ISO, GeoNames, Wikidata, Parent string
	ValidFrom, ValidTo                             value.Date
	Names                                          map[string]string   // by language
	Alt                                            map[string][]string // other spellings by language
	Source                                         string
}

// Body is an institution: ministry, assembly, intergovernmental body, company.
type Body struct {
	Row, ID, Kind, Country, Wikidata string
	ValidFrom, ValidTo               value.Date
	Names, Abbr                      map[string]string
	Alt                              map[string][]string
	Source                           string
}

// Group is a people or ethnic group; people are never assigned to one.
type Group struct {
	ID, Kind, Homeland string
	// Forms by language: "en" singular, plural, adjective; "ru" masculine,
	// feminine, plural, genitive plural; "kk" singular, plural.
	Forms  map[string][]string
	Alt    map[string][]string
	Source string
}

// Observation is one number of a statistical series.
type Observation struct {
	Area, Group  string // ISO 3166 code or "central-asia"; group id, "total", "other", "not_stated"
	Date         value.Date
	Kind         string // census or estimate
	Value        int64
	Percent      float64 // set instead of Value in shares
	Source, Note string
}

// Meeting is a dated public event or signing between states or bodies.
type Meeting struct {
	ID, Kind     string
	Date         value.Date
	Titles       map[string]string
	Place        string // place id
	Parties      []string
	Source, Note string
}

// Point is where a place lies, in degrees: of a city its middle, of a country
// the middle of its largest part.
type Point struct {
	Lon, Lat float64
	Source   string
}

// LegalForm is the short form that a firm's name is closed by in Latin letters.
type LegalForm struct {
	Form   string
	Word   bool // a word of English in small letters
	Source string
}

// LegalForms gives the short forms of firms of many lands.
func LegalForms() []LegalForm { return legalForms() }

// Currencies gives the codes of money (ISO 4217) that are no other word in capitals.
func Currencies() []string { return currencies() }

// Points gives the points of places by id. Regions, rivers and what else has
// no one point have none.
func Points() map[string]Point { return points() }

// Places gives every row of the gazetteer.
func Places() []Place { return places() }

// Bodies gives every row of the list of institutions.
func Bodies() []Body { return bodies() }

// Groups gives every people known.
func Groups() []Group { return groups() }

// Population gives counts by area and group, totals included.
func Population() []Observation { return population() }

// Shares gives shares in percent where no count was found.
func Shares() []Observation { return shares() }

// Meetings gives the dated events and signings.
func Meetings() []Meeting { return meetings() }

var (
	places = sync.OnceValue(func() (out []Place) {
		for r := range rows("places") {
			out = append(out, Place{Row: r.s("id"), ID: r.s("place"), Kind: r.s("kind"), ISO: r.s("iso"),
				GeoNames: r.s("geonames"), Wikidata: r.s("wikidata"), Parent: r.s("parent"),
				ValidFrom: r.date("valid_from"), ValidTo: r.date("valid_to"),
				Names: r.langs("", "en", "ru", "kk", "uz", "ky", "tg", "tk"), Alt: alt(r.s("alt")), Source: r.s("source")})
		}
		return out
	})
	points = sync.OnceValue(func() map[string]Point {
		out := map[string]Point{}
		for r := range rows("coordinates") {
			out[r.s("place")] = Point{r.degrees("lon"), r.degrees("lat"), r.s("source")}
		}
		return out
	})
	bodies = sync.OnceValue(func() (out []Body) {
		for r := range rows("bodies") {
			b := Body{Row: r.s("id"), ID: r.s("body"), Kind: r.s("kind"), Country: r.s("country"), Wikidata: r.s("wikidata"),
				ValidFrom: r.date("valid_from"), ValidTo: r.date("valid_to"),
				Names: r.langs("", "en", "ru", "kk", "uz", "ky"), Abbr: r.langs("abbr_", "en", "ru", "kk"), Alt: alt(r.s("alt")), Source: r.s("source")}
			for _, tag := range []string{"uz", "ky"} {
				if v := b.Alt[tag+"_abbr"]; len(v) > 0 {
					b.Abbr[tag] = v[0]
				}
			}
			out = append(out, b)
		}
		return out
	})
	groups = sync.OnceValue(func() (out []Group) {
		for r := range rows("groups") {
			out = append(out, Group{ID: r.s("id"), Kind: r.s("kind"), Homeland: r.s("homeland"), Forms: map[string][]string{
				"en": {r.s("en_sg"), r.s("en_pl"), r.s("en_adj")},
				"ru": {r.s("ru_m"), r.s("ru_f"), r.s("ru_pl"), r.s("ru_gen_pl")},
				"kk": {r.s("kk_sg"), r.s("kk_pl")},
			}, Alt: alt(r.s("alt")), Source: r.s("source")})
		}
		return out
	})
	population = sync.OnceValue(func() []Observation {
		out := observations("population_by_group", "value")
		return append(out, observations("population_total", "value")...)
	})
	shares     = sync.OnceValue(func() []Observation { return observations("population_share_by_group", "percent") })
	legalForms = sync.OnceValue(func() (out []LegalForm) {
		for r := range rows("legalforms") {
			out = append(out, LegalForm{r.s("form"), r.s("word") == "yes", r.s("source")})
		}
		return out
	})
	currencies = sync.OnceValue(func() (out []string) {
		for r := range rows("currencies") {
			out = append(out, r.s("code"))
		}
		return out
	})
	meetings = sync.OnceValue(func() (out []Meeting) {
		for r := range rows("meetings") {
			out = append(out, Meeting{ID: r.s("id"), Kind: r.s("kind"), Date: r.date("date"), Titles: r.langs("title_", "en", "ru", "kk"),
				Place: r.s("place_id"), Parties: list(r.s("parties")), Source: r.s("source"), Note: r.s("note")})
		}
		return out
	})
)

func observations(file, column string) (out []Observation) {
	for r := range rows(file) {
		o := Observation{Area: r.s("area"), Group: r.s("group"), Date: r.date("date"), Kind: r.s("kind"), Source: r.s("source"), Note: r.s("note")}
		if o.Group == "" {
			o.Group = "total"
		}
		f, err := strconv.ParseFloat(r.s(column), 64)
		if err != nil {
			r.fail(column, err)
		}
		if column == "percent" {
			o.Percent = f
		} else {
			o.Value = int64(f)
		}
		out = append(out, o)
	}
	return out
}

// row is one line of an embedded table. The tables are part of the program,
// so a broken one is a bug: it panics with file, line and column.
type row struct {
	file   string
	line   int
	header map[string]int
	cells  []string
}

func rows(name string) func(func(row) bool) {
	return func(yield func(row) bool) {
		f, err := files.Open("data/" + name + ".csv")
		if err != nil {
			panic(err)
		}
		defer f.Close()
		lines, err := csv.NewReader(f).ReadAll()
		if err != nil {
			panic(fmt.Sprintf("facts: %s.csv: %v", name, err))
		}
		header := map[string]int{}
		for i, h := range lines[0] {
			header[h] = i
		}
		for i, cells := range lines[1:] {
			if !yield(row{name + ".csv", i + 2, header, cells}) {
				return
			}
		}
	}
}

func (r row) s(column string) string {
	if i, ok := r.header[column]; ok {
		return r.cells[i]
	}
	return ""
}

func (r row) degrees(column string) float64 {
	f, err := strconv.ParseFloat(r.s(column), 64)
	if err != nil {
		r.fail(column, err)
	}
	return f
}

func (r row) date(column string) value.Date {
	d, err := value.ParseDate(r.s(column))
	if err != nil {
		r.fail(column, err)
	}
	return d
}

func (r row) langs(prefix string, tags ...string) map[string]string {
	m := map[string]string{}
	for _, t := range tags {
		if v := r.s(prefix + t); v != "" {
			m[t] = v
		}
	}
	return m
}

func (r row) fail(column string, err error) {
	panic(fmt.Sprintf("facts: %s:%d, column %s: %v", r.file, r.line, column, err))
}

// alt reads "en:a, b;ru:c" into lists by key.
func alt(s string) map[string][]string {
	if s == "" {
		return nil
	}
	m := map[string][]string{}
	for part := range strings.SplitSeq(s, ";") {
		if k, v, ok := strings.Cut(part, ":"); ok {
			k = strings.Trim(k, " ")
			names := make([]string, 0, strings.Count(v, ",")+1)
			for name := range strings.SplitSeq(v, ",") {
				names = append(names, strings.Trim(name, " "))
			}
			m[k] = append(m[k], names...)
		}
	}
	return m
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}
