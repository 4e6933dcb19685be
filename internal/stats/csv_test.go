package stats

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"shanyraq/internal/fault"
	"shanyraq/internal/value"
)

func one(t *testing.T, in string, m Mapping) Observation {
	t.Helper()
	list, err := ParseCSV(strings.NewReader(in), m, "office")
	if err != nil {
		t.Fatal(err)
	}
	if len(list) == 0 {
		t.Fatal("nothing was read")
	}
	return list[0]
}

func TestParseCSV(t *testing.T) {
	persons := func(area, group, date, kind string, v float64) Observation {
		return Observation{Key{area, group, "person"}, value.MustDate(date), kind, v, "office", ""}
	}
	for _, c := range []struct {
		name, in string
		m        Mapping
		want     Observation
	}{
		{"plain", "area,group,date,kind,value\nKZ,uzbek,2021-09-01,census,614047\n", Mapping{}, persons("KZ", "uzbek", "2021-09-01", "census", 614047)},
		{"semicolons and spaces between thousands", "Территория;Национальность;Дата;Численность\nКазахстан;узбеки;01.09.2021;614 047\n", Mapping{}, persons("KZ", "uzbek", "2021-09-01", "estimate", 614047)},
		{"no-break spaces", "area;date;value\nKZ;2021;19\u00a0186\u202f015\n", Mapping{}, persons("KZ", "total", "2021", "estimate", 19186015)},
		{"commas between thousands, quoted", "area,date,value\nKZ,2021,\"19,186,015\"\n", Mapping{}, persons("KZ", "total", "2021", "estimate", 19186015)},
		{"one comma between thousands: persons are whole", "area,date,value\nKZ,2021,\"614,047\"\n", Mapping{}, persons("KZ", "total", "2021", "estimate", 614047)},
		{"points between thousands", "area;date;value\nKZ;2021;614.047\n", Mapping{}, persons("KZ", "total", "2021", "estimate", 614047)},
		{"decimal commas", "area;group;date;percent\nKZ;kazakh;2021;70,35\nKZ;kazakh;2022;70\n", Mapping{},
			Observation{Key{"KZ", "kazakh", "percent"}, value.MustDate("2021"), "estimate", 70.35, "office", ""}},
		{"shares by their Russian heading", "страна;национальность;год;процент\nКазахстан;казахи;2021;70,35\n", Mapping{},
			Observation{Key{"KZ", "kazakh", "percent"}, value.MustDate("2021"), "estimate", 70.35, "office", ""}},
		{"decimal points", "area,group,date,percent\nKZ,kazakh,2021,70.35\n", Mapping{},
			Observation{Key{"KZ", "kazakh", "percent"}, value.MustDate("2021"), "estimate", 70.35, "office", ""}},
		{"SDMX-CSV", "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nX:Y(1.0),UZ,2024-Q1,36000000\n", Mapping{}, persons("UZ", "total", "2024-33", "estimate", 36000000)},
		{"a mapping with a constant", "land;wert;jahr\nKasachstan ist hier egal;5;2020\n", Mapping{Area: "=KG", Value: "wert", Date: "jahr", Kind: "=census"}, persons("KG", "total", "2020", "census", 5)},
		{"cells without a number", "area,date,value\nKZ,2019,…\nKZ,2020,\nKZ,2021,7\n", Mapping{}, persons("KZ", "total", "2021", "estimate", 7)},
		{"bars, a byte order mark, an empty line at the end", "\ufeffarea|date|value\nKZ|2021|7\n\n", Mapping{}, persons("KZ", "total", "2021", "estimate", 7)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := one(t, c.in, c.m); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestParseCSVEncodings(t *testing.T) {
	const in = "страна;национальность;год;численность\nУзбекистан;казахи;2021;803 400\n"
	cp1251, err := charmap.Windows1251.NewEncoder().String(in)
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(in)
	if err != nil {
		t.Fatal(err)
	}
	for name, in := range map[string]string{"utf-8": in, "windows-1251": cp1251, "utf-16": utf16} {
		o := one(t, in, Mapping{})
		if o.Area != "UZ" || o.Group != "kazakh" || o.Value != 803400 {
			t.Errorf("%s: %+v", name, o)
		}
	}
}

// TestOwnDataIsRead: the project's own tables pass their own door.
func TestOwnDataIsRead(t *testing.T) {
	for file, n := range map[string]int{"population_by_group": 250, "population_share_by_group": 100, "population_total": 300} {
		f, err := os.Open("../facts/data/" + file + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		list, err := ParseCSV(f, Mapping{}, "")
		if err != nil || len(list) < n {
			t.Errorf("%s: %d observations, %v", file, len(list), err)
		}
	}
}

func TestParseCSVRefusesAsAWhole(t *testing.T) {
	for _, c := range []struct{ name, in, where, word string }{
		{"two values for one day", "area,date,value\nKZ,2021,5\nKZ,2021,6\n", "row 3, column 3", "two values, 5 and 6"},
		{"a group nobody knows", "area,group,date,value\nKZ,uzbek,2021,5\nKZ,hobbit,2021,6\n", "row 3, column 2", "hobbit"},
		{"a negative population", "area,date,value\nKZ,2021,-5\n", "row 2, column 3", "less than nothing"},
		{"a unit that changes", "area,date,unit,value\nKZ,2021,person,5\nKZ,2022,percent,6\n", "row 3, column 3", "changes from person to percent"},
		{"half a person", "area,date,value\nKZ,2021,5.5\n", "row 2, column 3", "no whole number"},
		{"more than all", "area,group,date,percent\nKZ,uzbek,2021,300.5\n", "row 2, column 4", "more than 100"},
		{"a word for a number", "area,date,value\nKZ,2021,many\n", "row 2, column 3", "no number"},
		{"an impossible day", "area,date,value\nKZ,2021-02-30,5\n", "row 2, column 2", "2021-02-30"},
		{"an area nobody knows", "area,date,value\nMordor,2021,5\n", "row 2, column 1", "Mordor"},
		{"a broken row", "area,date,value\nKZ,2021\n", "row 2", "2 columns"},
		{"no value column", "area,date,wert\nKZ,2021,5\n", "row 1", "no column holds the value"},
		{"quotation marks", "area,date,value\nKZ,\"2021,5\n", "row", "quotation marks"},
		{"a table of commas with decimal commas", "area,group,date,percent\nKZ,uzbek,2021,3,2\n", "row 2", "5 columns"},
		{"no rows", "area,date,value\n", "", "no rows"},
		{"a spreadsheet", "PK\x03\x04\x00\x00", "", "no text"},
		{"groups of two digits", "area,date,value\nKZ,2021,\"6,14,047\"\n", "row 2, column 3", "no number"},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := ParseCSV(strings.NewReader(c.in), Mapping{}, "office")
			if err == nil || list != nil {
				t.Fatalf("%v was taken", list)
			}
			if fault.KindOf(err) != fault.Invalid || !strings.HasPrefix(err.Error(), c.where) || !strings.Contains(err.Error(), c.word) || !strings.Contains(err.Error(), "; ") {
				t.Errorf("%q lacks %q, %q or what to try", err, c.where, c.word)
			}
		})
	}
}

// TestReadCSVGivesPartsOfALargeFile: what stands far from the start counts for
// how the file is written, and nothing is lost where one part ends.
func TestReadCSVGivesPartsOfALargeFile(t *testing.T) {
	large := func(last string) string {
		var b strings.Builder
		b.WriteString("area;date;value;note\n")
		for i := range 3*part + 7 {
			fmt.Fprintf(&b, "KZ;%04d-%02d-%02d;%d;жылғы есеп\n", 1000+i/336, 1+i/28%12, 1+i%28, i)
		}
		return b.String() + last
	}
	read := func(in string) (n, parts int, last Observation, err error) {
		err = ReadCSV(strings.NewReader(in), Mapping{}, "office", func(list []Observation) error {
			n, parts, last = n+len(list), parts+1, list[len(list)-1]
			return nil
		})
		return n, parts, last, err
	}
	n, parts, last, err := read(large("UZ;2021;7;соңы\n"))
	if err != nil || parts < 3 || last.Area != "UZ" || last.Note != "соңы" || n < 2*part {
		t.Fatal(n, parts, last, err)
	}
	in := "area;date;value;note\n" + strings.Repeat("KZ;2021;7;note\n", 10000) // 150,000 bytes
	if n, _, last, err := read(in + "UZ;2021;7;\xf1\xee\xe2\xf1\xe5\xec\n"); err != nil || n != 2 || last.Note != "совсем" {
		t.Errorf("windows-1251 that shows in the last row: %d %+v %v", n, last, err)
	}
	if _, _, last, err := read(in + "UZ;2021;\"19,5\";\n"); err == nil || !strings.HasPrefix(err.Error(), "row 10002, column 3") {
		t.Errorf("half a person in the last row: %+v %v", last, err)
	}
	// Runes of two, three and four bytes across the end of what is read at once.
	for shift := range 4 {
		in := "area;date;value;note\nKZ;2021;7;" + strings.Repeat("x", shift) + strings.Repeat("ж€𐍈", 20000) + "\n"
		if _, _, last, err := read(in); err != nil || !strings.HasSuffix(last.Note, "ж€𐍈") {
			t.Errorf("shift %d: %v", shift, err)
		}
	}
}

func FuzzParseCSV(f *testing.F) {
	f.Add("area,group,date,kind,value\nKZ,uzbek,2021-09-01,census,614047\n")
	f.Add("area;date;value\nKZ;2021;1.234,5\n")
	f.Add("\xff\xfea\x00")
	f.Fuzz(func(t *testing.T, in string) {
		list, err := ParseCSV(strings.NewReader(in), Mapping{}, "x")
		for _, o := range list {
			if err != nil || o.Value < 0 || o.Date.IsZero() || o.Area == "" || o.Group == "" || o.Unit == "person" && o.Value != float64(int64(o.Value)) {
				t.Errorf("%+v with %v", o, err)
			}
		}
	})
}
