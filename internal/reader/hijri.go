package reader

import (
	"time"

	"shanyraq/internal/value"
)

// hijriDay gives a day of the Islamic calendar by its tables: months of 30 and
// 29 days in turn, eleven leap years in thirty, from 16 July 622 of the Julian
// calendar (Dershowitz and Reingold, Calendrical Calculations, chapter 7).
// Where months begin by the sight of the moon a day may lie one day beside it,
// so that what is made of it carries EDTF's mark for about.
func hijriDay(year, month, day int) time.Time {
	n := day + (59*(month-1)+1)/2 + (year-1)*354 + (3+11*year)/30
	return time.Date(622, 7, 19, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n-1) // the Gregorian day of that one
}

// hijriYear gives the Islamic year that holds a day.
func hijriYear(t time.Time) int {
	year := (t.Year()-622)*33/32 + 2
	for hijriDay(year, 1, 1).After(t) {
		year--
	}
	return year
}

// about writes a span of days, or one day, with EDTF's mark for about.
func about(from, to time.Time) (value.Date, bool) {
	if from.Equal(to) {
		return edtf("%s~", from.Format(time.DateOnly))
	}
	return edtf("%s~/%s~", from.Format(time.DateOnly), to.Format(time.DateOnly))
}

// hijri resolves a year of the Islamic calendar, «1446 год хиджры», and a month
// or day of it: of the Islamic year told, of the first in a Gregorian year
// told ("Ramadan 2024"), else the one nearest to the day of publication.
func (r *dateReader) hijri() (value.Date, bool) {
	month, year, day := r.listNum("hm", r.p.know.lists.hijriMonth), r.num("y"), 0
	if r.firstOf("y") < 0 {
		year = 0
	}
	if r.firstOf("d") >= 0 {
		if day = r.num("d"); day < 1 || day > 30 {
			return value.Date{}, false
		}
	}
	if month == 0 {
		if year < 1 || year > 1600 {
			return value.Date{}, false
		}
		return about(hijriDay(year, 1, 1), hijriDay(year+1, 1, 1).AddDate(0, 0, -1))
	}
	first := func(y int) time.Time { return hijriDay(y, month, max(day, 1)) }
	last := func(y int) time.Time {
		if day > 0 {
			return first(y)
		}
		return hijriDay(y+month/12, month%12+1, 1).AddDate(0, 0, -1)
	}
	switch {
	case year > 1700:
		at := hijriYear(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC))
		for first(at).Year() < year {
			at++
		}
		year = at
	case year == 0:
		pub, ok := r.p.today()
		if !ok {
			return value.Date{}, true
		}
		year = hijriYear(pub)
		switch ahead := last(year).Before(pub); {
		case r.future() && ahead:
			year++
		case r.future():
		case r.past() && first(year).After(pub):
			year--
		case ahead && first(year+1).Sub(pub) < pub.Sub(last(year)):
			year++
		case first(year).After(pub) && pub.Sub(last(year-1)) < first(year).Sub(pub):
			year--
		}
	}
	return about(first(year), last(year))
}

// hijriIn gives the first day of a month and day of the Islamic calendar in a
// Gregorian year.
func hijriIn(year, month, day int) time.Time {
	at := hijriYear(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC))
	for hijriDay(at, month, day).Year() < year {
		at++
	}
	return hijriDay(at, month, day)
}
