package value

import (
	"testing"
	"time"
)

func TestParseDateBounds(t *testing.T) {
	for _, c := range []struct{ edtf, first, last string }{
		{"2018", "2018-01-01", "2018-12-31"},
		{"2016-02", "2016-02-01", "2016-02-29"},
		{"2016-11-07", "2016-11-07", "2016-11-07"},
		{"2019-23", "2019-09-01", "2019-11-30"},
		{"2019-24", "2018-12-01", "2019-02-28"},
		{"2019-33", "2019-01-01", "2019-03-31"},
		{"2019-36", "2019-10-01", "2019-12-31"},
		{"201X", "2010-01-01", "2019-12-31"},
		{"19XX", "1900-01-01", "1999-12-31"},
		{"1999/2019", "1999-01-01", "2019-12-31"},
		{"1897~", "1897-01-01", "1897-12-31"},
	} {
		d, err := ParseDate(c.edtf)
		if err != nil {
			t.Errorf("%s: %v", c.edtf, err)
			continue
		}
		lo, _ := d.First()
		hi, _ := d.Last()
		if lo.Format(time.DateOnly) != c.first || hi.Format(time.DateOnly) != c.last || d.String() != c.edtf {
			t.Errorf("%s: %s to %s, want %s to %s", c.edtf, lo.Format(time.DateOnly), hi.Format(time.DateOnly), c.first, c.last)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{"2019-02-29", "2019-13", "2019-00-01", "18", "x", "2019/2018", "../..", "201X-03", "2019-23-04", "2019-1", "2019-01-1", "-001"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("%q was read as %v", s, d)
		}
	}
}

// TestDaysOf counts days as package time does, months past the bounds of a
// year included.
func TestDaysOf(t *testing.T) {
	for y := 0; y <= 10000; y++ {
		for m := 0; m <= 15; m++ {
			if got, want := daysOf(y, m, 1), int32(time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC).Unix()/86400); got != want {
				t.Fatalf("daysOf(%d, %d, 1) = %d, want %d", y, m, got, want)
			}
		}
	}
}

func TestDay(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    string
	}{{2024, 2, 29, "2024-02-29"}, {2023, 2, 29, ""}, {7, 12, 31, "0007-12-31"}, {2023, 13, 1, ""}, {-1, 1, 1, ""}, {10000, 1, 1, ""}} {
		d, ok := Day(c.y, c.m, c.d)
		if p, _ := ParseDate(c.want); d != p || ok != (c.want != "") {
			t.Errorf("Day(%d, %d, %d) = %v, %v", c.y, c.m, c.d, d, ok)
		}
	}
}

func TestOpenIntervals(t *testing.T) {
	d := MustDate("2011/..")
	if _, ok := d.Last(); ok {
		t.Error("an open end has a last day")
	}
	if !d.Overlaps(MustDate("2026-11-23")) || d.Overlaps(MustDate("2010")) || d.Overlaps(Date{}) {
		t.Error("2011/.. overlaps 2026 and neither 2010 nor the unknown date")
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2018", "2018-03", "2016-11-07", "1999/2019", "201X", "2019-23", "1897~", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		if lo, hi := d.Bounds(); lo > hi {
			t.Errorf("%q: bounds %d > %d", s, lo, hi)
		}
		if e, err := ParseDate(d.String()); err != nil || e != d {
			t.Errorf("%q does not read back as itself", s)
		}
	})
}
