package web

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/value"
)

// Day writes a day as the language writes it: "7 November 2016", "7 ноября
// 2016 г.", "2016 жылғы 7 қараша".
func (m *Messages) Day(t time.Time) string {
	return m.T("date.day", strconv.Itoa(t.Day()), m.month(int(t.Month()), true), strconv.Itoa(t.Year()))
}

// Date writes an EDTF date in words: "November 2016", "1999–2019", "about
// 2016". A date it does not know the shape of is given as it stands.
func (m *Messages) Date(edtf string) string {
	if a, b, ok := strings.Cut(edtf, "/"); ok {
		switch {
		case a == ".." || a == "":
			return m.T("date.until", m.Date(b))
		case b == ".." || b == "":
			return m.T("date.since", m.Date(a))
		case len(a) == 4 && len(b) == 4:
			return m.T("date.years", a, b)
		}
		return m.Date(a) + " – " + m.Date(b)
	}
	if d := strings.TrimRight(edtf, "~?%"); d != edtf {
		return m.T("date.about", m.Date(d))
	}
	parts := strings.Split(edtf, "-")
	year := parts[0]
	if len(year) != 4 {
		return edtf
	}
	if d, ok := strings.CutSuffix(year, "XX"); ok {
		n, err := strconv.Atoi(d)
		if err != nil {
			return edtf
		}
		return m.T("date.century", strconv.Itoa(n+1))
	}
	if d, ok := strings.CutSuffix(year, "X"); ok {
		return m.T("date.decade", d+"0")
	}
	if len(parts) == 1 {
		return m.T("date.year", year)
	}
	n, err := strconv.Atoi(parts[1])
	if err != nil {
		return edtf
	}
	switch {
	case len(parts) == 3 && n >= 1 && n <= 12:
		day, err := strconv.Atoi(parts[2])
		if err != nil {
			return edtf
		}
		return m.T("date.day", strconv.Itoa(day), m.month(n, true), year)
	case n >= 1 && n <= 12:
		return m.T("date.month", m.month(n, false), year)
	case n >= 21 && n <= 24:
		return m.T("date.season."+strconv.Itoa(n-20), year)
	case n >= 33 && n <= 36:
		return m.T("date.quarter", strconv.Itoa(n-32), year)
	}
	return edtf
}

// Value writes a Date of package value.
func (m *Messages) Value(d value.Date) string {
	if d.IsZero() {
		return ""
	}
	return m.Date(d.String())
}

func (m *Messages) month(n int, withDay bool) string {
	key := "month." + strconv.Itoa(n)
	if withDay && m.Has(key+".of") {
		key += ".of"
	}
	return m.T(key)
}
