package reader

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// holiday gives the day of a named holiday: of the year told, of the year a
// relative word or a direction gives ("last Christmas"), else of the year that
// brings it nearest.
func (r *dateReader) holiday(year int, rel relative) (value.Date, bool) {
	v, ok := r.list("hol", r.p.know.lists.holiday)
	v, lands, _ := strings.Cut(v, " except ")
	if !ok || r.m.Rule.Get("day") == "yes" && !r.holidayEndsInDay() || r.otherHoliday() || r.tellsOneOf(lands) {
		return value.Date{}, false
	}
	if year == 0 && rel.unit == "year" {
		year = r.yearOr(0, rel)
	}
	if year == 0 {
		pub, dated := r.p.today()
		if !dated {
			return value.Date{}, true
		}
		day, ok := holidayIn(v, pub.Year())
		if !ok {
			return value.Date{}, false
		}
		if _, _, directed := r.m.Capture("dir"); directed {
			dir := 1 // following
			if r.p.lat.Has(r.firstOf("dir"), r.p.know.lists.relDir) {
				dir = r.listNum("dir", r.p.know.lists.relDir)
			}
			switch year = pub.Year(); {
			case dir < 0 && !day.Before(pub):
				year--
			case dir > 0 && !day.After(pub):
				year++
			}
		} else {
			year = r.nearYear(int(day.Month()), day.Day())
		}
	}
	day, ok := holidayIn(v, year)
	if !ok {
		return value.Date{}, false
	}
	if strings.HasPrefix(v, "hijri") {
		return about(day, day)
	}
	return dayOf(day), true
}

// holidayEndsInDay reports whether the last word of an English holiday is one for a day:
// Good Friday, Christmas Eve.
func (r *dateReader) holidayEndsInDay() bool {
	_, b, _ := r.m.Capture("hol")
	switch r.p.lat.Fold(b - 1) {
	case "day", "eve":
		return true
	}
	return r.p.lat.Has(b-1, r.p.know.lists.weekday)
}

// otherHoliday reports whether an English holiday is a part of the name of another or of a
// thing: "Lunar New Year's Day", "the Good Friday Agreement", "Easter Island".
func (r *dateReader) otherHoliday() bool {
	if r.p.know.pack.Tag != "en" {
		return false
	}
	l := r.p.lat
	a, b, _ := r.m.Capture("hol")
	if k := a - 1; k >= r.sentence.First && l.Is(k, lang.Cap) && r.firstOf("dir") != k && !l.Has(k, r.p.know.lists.npStop) && !l.Has(k, r.p.know.lists.funcWord) && !l.Has(k, r.p.know.lists.definite) && !l.Has(k, r.p.know.lists.relDir) {
		return true
	}
	switch l.Fold(b - 1) {
	case "day", "eve", "night":
		return false
	case "friday", "sunday", "monday", "saturday", "thursday", "wednesday", "tuesday":
		if !l.Has(a-1, r.p.know.lists.definite) { // on Good Friday Pope Francis said
			return false
		}
	}
	return l.Is(b, lang.Cap) && !l.Has(b, r.p.know.lists.month) && !l.Has(b, r.p.know.lists.weekday)
}

// dayOfHoliday gives a holiday told without its year the year that the sentence tells with
// its day: "World Soil Day is to be marked on 5 December".
func dayOfHoliday(found []dateSpan) {
	for i := range found {
		a := &found[i]
		if !a.near || !strings.HasPrefix(a.rule, "date.holiday") {
			continue
		}
		for _, b := range found {
			x, y := a.date.String(), b.date.String()
			if len(x) == len(time.DateOnly) && len(y) == len(x) && x != y && x[4:] == y[4:] {
				a.date = b.date
			}
		}
	}
}

// tellsOneOf reports whether the sentence has one of some words, parted by commas: those of
// the lands that keep a holiday of this name on another day.
func (r *dateReader) tellsOneOf(words string) bool {
	for words != "" {
		var w string
		w, words, _ = strings.Cut(words, ",")
		for k := r.sentence.First; k < r.sentence.Last; k++ {
			if r.p.lat.Is(k, lang.Cap) && r.p.lat.Fold(k) == w {
				return true
			}
		}
	}
	return false
}

// holidayIn gives the day of a holiday in a year. The pack's list says where
// it lies: "12-25" a day of a month; "11 4 4" the fourth Thursday of November,
// "05 1 last" the last Monday of May; "hijri 10 1" a
// month and day of the Islamic calendar; "easter" and "orthodox" the Easter of the
// western and the eastern churches. "+1" or "-2" behind it counts days from
// there.
func holidayIn(spec string, year int) (time.Time, bool) {
	f := strings.Fields(spec)
	if len(f) == 0 || year < 1 {
		return time.Time{}, false
	}
	shift := 0
	if last := f[len(f)-1]; last[0] == '+' || last[0] == '-' {
		shift, _ = strconv.Atoi(last)
		f = f[:len(f)-1]
	}
	var day time.Time
	switch {
	case len(f) == 1 && f[0] == "easter":
		day = easter(year)
	case len(f) == 1 && f[0] == "orthodox":
		day = orthodoxEaster(year)
	case len(f) == 1:
		m, d, _ := strings.Cut(f[0], "-")
		month, _ := strconv.Atoi(m)
		n, _ := strconv.Atoi(d)
		if month < 1 || month > 12 || n < 1 {
			return time.Time{}, false
		}
		day = time.Date(year, time.Month(month), n, 0, 0, 0, 0, time.UTC)
	case len(f) == 3 && f[0] == "hijri":
		month, _ := strconv.Atoi(f[1])
		n, _ := strconv.Atoi(f[2])
		day = hijriIn(year, month, n)
	case len(f) == 3:
		month, _ := strconv.Atoi(f[0])
		wd, _ := strconv.Atoi(f[1])
		n, _ := strconv.Atoi(f[2]) // 0 for the last
		day = weekdayOfMonth(year, month, wd, n)
	default:
		return time.Time{}, false
	}
	return day.AddDate(0, 0, shift), true
}

// weekdayOfMonth gives the nth weekday (1 for Monday) of a month, the last
// where n is not positive.
func weekdayOfMonth(year, month, wd, n int) time.Time {
	if n <= 0 {
		last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -((int(last.Weekday()) - wd + 7) % 7))
	}
	first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (wd-int(first.Weekday())+7)%7+7*(n-1))
}

// easter gives Easter Sunday of the Gregorian calendar: the first Sunday after
// the ecclesiastical full moon on or after 21 March (the tables of 1582 in the
// closed form of Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	golden, century, rest := year%19, year/100, year%100
	moon := (19*golden + century - century/4 - (century-(century+8)/25+1)/3 + 15) % 30
	sunday := (32 + 2*(century%4) + 2*(rest/4) - moon - rest%4) % 7
	late := (golden + 11*moon + 22*sunday) / 451
	n := moon + sunday - 7*late + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}

// orthodoxEaster gives Easter Sunday by the Julian calendar, as a day of the
// Gregorian one.
func orthodoxEaster(year int) time.Time {
	moon := (19*(year%19) + 15) % 30
	sunday := (2*(year%4) + 4*(year%7) - moon + 34) % 7
	n := moon + sunday + 114
	between := year/100 - year/400 - 2 // days between the calendars
	return time.Date(year, time.Month(n/31), n%31+1+between, 0, 0, 0, 0, time.UTC)
}
