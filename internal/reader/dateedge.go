package reader

import (
	"time"

	"shanyraq/internal/value"
)

// edge narrows a month or a year to its first or last day where the rule tells one: "the
// last day of May", «в первый день 2015 года», «ақпанның соңғы күнінде».
func (r *dateReader) edge(d value.Date) (value.Date, bool) {
	var day time.Time
	var ok bool
	switch r.m.Rule.Get("edge") {
	case "":
		return d, true
	case "first":
		day, ok = d.First()
	default:
		day, ok = d.Last()
	}
	if d.IsZero() {
		return d, true
	}
	return dayOf(day), ok
}

// weekdaysAgo gives the day so many weekdays of one name back, "two Fridays ago": the
// first of them is the last before the day of publication.
func (r *dateReader) weekdaysAgo() (value.Date, bool) {
	n, half := r.howMany("n")
	if half || n < 1 || n > 60 {
		return value.Date{}, false
	}
	pub, dated := r.p.today()
	if !dated {
		return value.Date{}, true
	}
	name := r.p.lat.Fold(r.firstOf("wds"))
	for day := pub.AddDate(0, 0, -1); ; day = day.AddDate(0, 0, -1) {
		if sameWeekday(day.Weekday(), name) {
			return dayOf(day.AddDate(0, 0, -7*(n-1))), true
		}
		if pub.Sub(day) > 8*24*time.Hour {
			return value.Date{}, false
		}
	}
}

// sameWeekday reports whether a folded English plural is that of a weekday: "fridays".
func sameWeekday(wd time.Weekday, plural string) bool {
	name := wd.String()
	return len(plural) == len(name)+1 && plural[1:len(name)] == name[1:] && plural[0] == name[0]+'a'-'A'
}

// quarterSteps reports whether digits before a Russian word for a quarter count quarters
// and number none: «через 2 квартала».
func (r *dateReader) quarterSteps() bool {
	k := r.firstOf("q")
	return r.p.know.russian && k > r.sentence.First && r.p.lat.Fold(k-1) == "через"
}

// dayOfMonthKK reports whether a Kazakh month stands in the genitive before its day, alone
// or by its noun: «мамырдың сегізінде», «мамыр айының бесінде».
func (r *dateReader) dayOfMonthKK() bool {
	m, d := r.firstOf("m"), r.firstOf("d")
	return m >= 0 && d > m && d <= m+2 && genitiveKK(r.p.lat.Fold(d-1))
}

// lastCentury gives the year of the twentieth century that an ordinal of two places at
// token i tells, «в 95-м году», «қырық бірінші жылы»; 0 for one that may be of two
// centuries, «в 12-м году», or is none.
func (r *dateReader) lastCentury(i int) int {
	x, ok := r.p.numberAt(i)
	if !ok || x.value != float64(int(x.value)) || x.value < 30 || x.value > 99 || !x.digits && !x.ordinal || x.end > r.m.End {
		return 0
	}
	if pub, dated := r.p.today(); dated && pub.Year() >= 2000+int(x.value) {
		return 0
	}
	return 1900 + int(x.value)
}
