package value

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a moment of the calendar known to some precision, written as EDTF
// (ISO 8601-2, levels 0 and 1 and the parts of level 2 named here):
//
//	2018  2018-03  2016-11-07    year, month, day
//	2019-23                      season: 21 spring, 22 summer, 23 autumn, 24 winter
//	2019-33                      quarter: 33 to 36
//	201X  20XX                   decade, century
//	1999/2019  ../2019  1999/..  interval, open at one end
//	2016~  2016?                 about, uncertain
//
// The zero Date is unknown. Dates compare with ==.
type Date struct {
	edtf   string
	lo, hi int32 // first and last day, days since 1970-01-01
}

const (
	openLo = -1 << 30
	openHi = 1<<30 - 1
)

// ParseDate reads an EDTF string. A day the calendar lacks is an error.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		d := Date{edtf: s, lo: openLo, hi: openHi}
		if a != ".." && a != "" {
			x, err := ParseDate(a)
			if err != nil {
				return Date{}, err
			}
			d.lo = x.lo
		}
		if b != ".." && b != "" {
			x, err := ParseDate(b)
			if err != nil {
				return Date{}, err
			}
			d.hi = x.hi
		}
		if d.lo > d.hi || (d.lo == openLo && d.hi == openHi) {
			return Date{}, fmt.Errorf("date %q: the interval ends before it begins or has no end at all", s)
		}
		return d, nil
	}
	lo, hi, ok := bounds(strings.TrimRight(s, "~?%"))
	if !ok {
		return Date{}, fmt.Errorf("date %q is not a day, month, season, year or decade of the calendar", s)
	}
	return Date{edtf: s, lo: lo, hi: hi}, nil
}

// MustDate is ParseDate for constants; it panics on an error.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// bounds gives first and last day of a single EDTF date without qualifier.
func bounds(s string) (lo, hi int32, ok bool) {
	var room [3]string
	parts := room[:0]
	for p := range strings.SplitSeq(s, "-") {
		if len(parts) == len(room) {
			return 0, 0, false
		}
		parts = append(parts, p)
	}
	y := parts[0]
	if len(y) != 4 {
		return 0, 0, false
	}
	switch {
	case strings.HasSuffix(y, "XX"):
		n, err := strconv.Atoi(y[:2])
		return yearStart(n * 100), yearStart(n*100+100) - 1, err == nil && len(parts) == 1
	case strings.HasSuffix(y, "X"):
		n, err := strconv.Atoi(y[:3])
		return yearStart(n * 10), yearStart(n*10+10) - 1, err == nil && len(parts) == 1
	}
	year, err := strconv.Atoi(y)
	if err != nil || year < 0 {
		return 0, 0, false
	}
	if len(parts) == 1 {
		return yearStart(year), yearStart(year+1) - 1, true
	}
	m, err := strconv.Atoi(parts[1])
	if err != nil || len(parts[1]) != 2 {
		return 0, 0, false
	}
	first, months := m, 1
	switch {
	case m >= 21 && m <= 23: // spring, summer, autumn of the northern half
		first, months = (m-21)*3+3, 3
	case m == 24: // winter runs from December of the year before
		first, months = 0, 3
	case m >= 33 && m <= 36:
		first, months = (m-33)*3+1, 3
	case m < 1 || m > 12:
		return 0, 0, false
	}
	if len(parts) == 2 {
		return daysOf(year, first, 1), daysOf(year, first+months, 1) - 1, true
	}
	d, err := strconv.Atoi(parts[2])
	if err != nil || len(parts[2]) != 2 || months != 1 || d < 1 || d > DaysIn(year, m) {
		return 0, 0, false
	}
	n := daysOf(year, m, d)
	return n, n, true
}

// daysOf counts days since 1970-01-01; month and day may pass their bounds.
func daysOf(y, m, d int) int32 {
	// Counted in months from March, so that the day of a leap year is its last
	// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"), and 400
	// years on, which are 146,097 days, so that nothing is below zero.
	m += 12*(y+400) + 9
	y, m = m/12-1, m%12
	return int32(365*y + y/4 - y/100 + y/400 + (153*m+2)/5 + d - 1 - 719468 - 146097)
}

func yearStart(y int) int32 { return daysOf(y, 1, 1) }

// DaysIn gives the number of days of a month, 0 for a month that is none.
func DaysIn(year, month int) int {
	if month < 1 || month > 12 {
		return 0
	}
	return int(daysOf(year, month+1, 1) - daysOf(year, month, 1))
}

// Day makes a Date of one day; ok is false where the calendar lacks it.
func Day(year, month, day int) (d Date, ok bool) {
	if year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > DaysIn(year, month) {
		return Date{}, false
	}
	b := [...]byte{digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-', digit(day / 10), digit(day)}
	n := daysOf(year, month, day)
	return Date{edtf: string(b[:]), lo: n, hi: n}, true
}

func digit(n int) byte { return byte('0' + n%10) }

// DateOf is the day of t in t's own location.
func DateOf(t time.Time) Date {
	d, _ := Day(t.Year(), int(t.Month()), t.Day())
	return d
}

// String gives the EDTF text, empty for the unknown date.
func (d Date) String() string { return d.edtf }

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.edtf == "" }

// First is the first day the date may mean; ok is false for an open start
// and for the unknown date.
func (d Date) First() (t time.Time, ok bool) { return dayTime(d.lo), d.edtf != "" && d.lo != openLo }

// Last is the last day the date may mean.
func (d Date) Last() (t time.Time, ok bool) { return dayTime(d.hi), d.edtf != "" && d.hi != openHi }

// Bounds gives first and last day as days since 1970-01-01, for sorting and
// for range questions. Open ends are far outside any calendar in use.
func (d Date) Bounds() (lo, hi int) { return int(d.lo), int(d.hi) }

// Overlaps reports whether the two dates may mean a common day.
func (d Date) Overlaps(e Date) bool {
	return d.edtf != "" && e.edtf != "" && d.lo <= e.hi && e.lo <= d.hi
}

func dayTime(n int32) time.Time { return time.Unix(int64(n)*86400, 0).UTC() }

// MarshalText writes the EDTF text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.edtf), nil }

// UnmarshalText reads an EDTF text.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}
