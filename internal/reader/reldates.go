package reader

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/value"
)

// summedYear gives the year of a month near a text, which is the last that is over where
// sums are told of it: «по итогам января | цены упали», said in October.
func (r *dateReader) summedYear(year, month int) int {
	pub, ok := r.p.today()
	if !ok || r.m.Rule.Get("sums") == "" || 12*year+month <= 12*pub.Year()+int(pub.Month()) || r.future() {
		return year
	}
	if month > int(pub.Month()) {
		return pub.Year() - 1
	}
	return pub.Year()
}

// nearYear gives the year of a day named without one: that which brings it
// nearest to the day of publication, the past before the future.
func (r *dateReader) nearYear(month, day int) int {
	r.near = true
	pub, ok := r.p.today()
	if !ok {
		return 0
	}
	if y := r.yearOfSubject(); y != 0 {
		return pub.Year() + y
	}
	if day, ok := r.p.openingDay(r.p.paragraphOf(r.m.Start), r.m.Start).First(); ok {
		return day.Year()
	}
	if last, ok := r.p.lastDate.First(); ok && r.p.lastEnd > r.sentence.First && pub.Sub(last).Hours() > 24*365*1.5 && !r.future() {
		return last.Year()
	}
	whole := day == 0
	if whole {
		if r.heads() && !r.future() { // a chronicle looks back
			if month > int(pub.Month()) {
				return pub.Year() - 1
			}
			return pub.Year()
		}
		day = 15
	}
	best, bestDist := 0, time.Duration(1<<62)
	off := r.future() && r.calledOff() // due in February, it fell through: the nearest, either way
	since := r.everSince()
	for y := pub.Year() - 1; y <= pub.Year()+1; y++ {
		t := time.Date(y, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		dist := t.Sub(pub)
		if since && dist > 0 {
			continue
		}
		if off {
			dist = dist.Abs()
		} else {
			dist = r.unlikely(t, pub, whole)
		}
		if dist < bestDist {
			best, bestDist = y, dist
		}
	}
	return best
}

// unlikely says how far the day t stands from the day pub of the text, in time, with what
// speaks against it: a day to come where the text tells what has been, a day behind it
// where it tells what will be. whole tells that the text names the month alone.
func (r *dateReader) unlikely(t, pub time.Time, whole bool) time.Duration {
	dist := t.Sub(pub)
	if dist < 0 {
		dist = -dist
		if r.future() {
			dist += 24 * time.Hour * 250
		}
		return dist
	}
	if !r.future() {
		dist += 24 * time.Hour * 45 // news speaks of what has been
	}
	if dist > 24*time.Hour*49 && r.past() { // a few days of grace for texts dated by their writing
		dist += 24 * time.Hour * 180
		if r.toldRightBefore() {
			dist += 24 * time.Hour * 90
		}
		if r.opens() {
			dist += 24 * time.Hour * 185
		}
	}
	if whole && t.Month() != pub.Month() && r.past() { // agreed in December, said in November
		dist += 24 * time.Hour * 365
	}
	return dist
}

// heads reports whether a month stands alone at the beginning of a line, as in
// a chronicle: "June. …", «Июнь: …».
func (r *dateReader) heads() bool {
	l, first := r.p.lat, r.m.Start
	if !l.Toks[first].Para && first > 0 || first+1 >= len(l.Toks) {
		return false
	}
	c := l.Rune(first + 1)
	return c == '.' || c == ':' || isDash(c)
}

// directed gives the year of "last September", "next spring".
func (r *dateReader) directed(n int, season bool) int {
	pub, ok := r.p.today()
	if !ok {
		return 0
	}
	dir := r.listNum("dir", r.p.know.lists.relDir)
	if season {
		return r.directedSeason(pub, n, dir)
	}
	month := n
	y := pub.Year()
	switch {
	case dir < 0 && month >= int(pub.Month()):
		y--
	case dir > 0 && month <= int(pub.Month()):
		y++
	}
	return y
}

// directedDay gives the year of "last Oct. 19": of the nearest such day before
// the day of publication, or after it.
func (r *dateReader) directedDay(month, day int) int {
	pub, ok := r.p.today()
	if !ok {
		return 0
	}
	at := time.Date(pub.Year(), time.Month(month), day, 0, 0, 0, 0, time.UTC)
	switch dir := r.listNum("dir", r.p.know.lists.relDir); {
	case dir < 0 && !at.Before(pub):
		return pub.Year() - 1
	case dir > 0 && !at.After(pub):
		return pub.Year() + 1
	}
	return pub.Year()
}

// directedSeason gives the year of "last spring", "next winter"; that of a
// winter is the one it ends in. A season that has begun is no next one.
func (r *dateReader) directedSeason(pub time.Time, n, dir int) int {
	y := pub.Year()
	begins := (n-21)*3 + 3 // its first month
	if n == 24 {
		if begins = 0; pub.Month() == 12 {
			y++
		}
	}
	now := int(pub.Month()) % 12
	if n != 24 {
		now = int(pub.Month())
	}
	begun, over := now >= begins, now >= begins+3
	switch {
	case dir < 0 && !over:
		y--
	case dir > 0 && begun:
		y++
	case dir == 0 && n == 24 && over && (r.future() || !r.past() && now > 8): // this winter, said in spring or autumn
		y++
	}
	return y
}

// weekday gives the day of the week nearest before the day of publication,
// that day itself included; "last" and "next" leave it out.
func (r *dateReader) weekday(wd int) (value.Date, bool) {
	pub, ok := r.p.today()
	if !ok {
		return value.Date{}, true
	}
	today := (int(pub.Weekday())+6)%7 + 1
	back := (today - wd + 7) % 7
	if r.future() && back > 0 && !(back <= calledOffDays && r.calledOff()) {
		back -= 7
	}
	if r.m.Rule.Get("week") == "ahead" && back > 0 && !r.onceSet() { // put off to Wednesday
		back -= 7
	}
	if r.m.Rule.Get("back") == "week" { // the Friday before last
		back = (today-wd+7)%7 + 7
		if back == 7 {
			back = 14
		}
	}
	if _, _, ok := r.m.Capture("dir"); ok {
		switch dir := r.listNum("dir", r.p.know.lists.relDir); {
		case dir < 0:
			back = (today - wd + 7) % 7
			if back == 0 || dir < -1 && back <= 2 && back < today && today < 6 {
				back += 7 // "last Wednesday", said on Thursday, is not yesterday
			}
		case dir > 1: // coming Friday: the nearest ahead
			back = (today-wd+7)%7 - 7
		case dir > 0: // next Friday: that of the week to come
			back = today - wd - 7
		case dir == 0 && r.m.Rule.Get("week") == "same":
			back = today - wd
		}
	}
	return dayOf(pub.AddDate(0, 0, -back)), true
}

// amount resolves "two years ago", "in three days", "over the past five
// years" by the rule's attribute dir: ago, in, past, next.
func (r *dateReader) amount() (value.Date, bool) {
	unit, times, ok := r.unit("unit")
	if !ok || r.m.Rule.Get("bare") == "yes" && r.bound() {
		return value.Date{}, false
	}
	pub, ok := r.p.today()
	if !ok {
		return value.Date{}, true
	}
	dir := r.m.Rule.Get("dir")
	if r.several() {
		t, unit, ok := r.step(pub, -1)
		if !ok || r.directedBefore() {
			return value.Date{}, false
		}
		return edtf("%s", precise(t, unit))
	}
	n, half := r.howMany("n")
	if (n%10 != 1 || n%100 == 11) && r.firstOf("n") >= 0 && r.p.lat.Plays(r.firstOf("unit"), r.p.know.roles.oneUnit) { // против 340 | год назад
		return value.Date{}, false
	}
	if half || r.m.Rule.Get("half") == "more" {
		if n, unit, ok = halved(n, unit); !ok {
			return value.Date{}, false
		}
	}
	if many, err := strconv.Atoi(r.m.Rule.Get("many")); err == nil { // a couple
		n *= many
	}
	if n *= times; n < 1 || n > 1000 || unit == "quarter" && dir == "in" && r.p.know.russian && !r.future() { // через два квартала стоит школа
		return value.Date{}, false
	}
	if r.firstOf("same") >= 0 {
		t, rel, ok := r.sameTime(pub, unit, n)
		if !ok {
			return value.Date{}, false
		}
		return relativeTo(t, rel)
	}
	if dir == "half" { // half a year ago
		if n, unit, ok = halfOf(unit); !ok {
			return value.Date{}, false
		}
	}
	if dir == "in" || dir == "next" {
		n = -n
	}
	t := shift(pub, unit, -n)
	if dir == "past" || dir == "next" {
		if dir == "next" && finer(unit, "month") {
			pub = pub.AddDate(0, 0, 1) // the days to come begin tomorrow
		}
		a, b := precise(t, unit), precise(pub, unit)
		if dir == "next" {
			a, b = b, a
		}
		return edtf("%s/%s", a, b)
	}
	return edtf("%s", precise(t, unit))
}

// halfOf gives the half of a unit of time in the next smaller one.
func halfOf(unit string) (int, string, bool) {
	switch unit {
	case "year":
		return 6, "month", true
	case "decade":
		return 5, "year", true
	case "century":
		return 50, "year", true
	case "month":
		return 15, "day", true
	}
	return 0, "", false
}

// relative resolves a fixed word: "last week".
func (r *dateReader) relative(rel relative) (value.Date, bool) {
	pub, ok := r.p.today()
	if !ok {
		return value.Date{}, true
	}
	return relativeTo(pub, rel)
}

// relativeTo gives the day, week or longer time so many units from a day's own.
func relativeTo(pub time.Time, rel relative) (value.Date, bool) {
	switch rel.unit {
	case "fortnight":
		if rel.n > 0 {
			return spanOf(pub.AddDate(0, 0, 1), 14)
		}
		return spanOf(pub.AddDate(0, 0, -14), 15)
	case "workweek":
		return spanOf(monday(pub).AddDate(0, 0, 7*rel.n), 5)
	case "week":
		monday := pub.AddDate(0, 0, -(int(pub.Weekday())+6)%7+7*rel.n)
		return edtf("%s/%s", monday.Format(time.DateOnly), monday.AddDate(0, 0, 6).Format(time.DateOnly))
	case "quarter":
		q := pub.Year()*4 + (int(pub.Month())-1)/3 + rel.n
		return edtf("%04d-%d", q/4, 33+q%4)
	case "decade":
		return edtf("%03dX", pub.Year()/10+rel.n)
	case "century":
		return edtf("%02dXX", pub.Year()/100+rel.n)
	}
	return edtf("%s", precise(shift(pub, rel.unit, rel.n), rel.unit))
}

// relative is a fixed word for a time counted from the day of publication.
type relative struct {
	unit string
	n    int
}

// parseRelative reads "day -1" of a list.
func parseRelative(s string) relative {
	unit, n, _ := strings.Cut(s, " ")
	k, _ := strconv.Atoi(n)
	return relative{unit, k}
}

// shift gives the day n units after t, or before it; a month or year by its first day.
func shift(t time.Time, unit string, n int) time.Time {
	switch unit {
	case "day":
		return t.AddDate(0, 0, n)
	case "week":
		return t.AddDate(0, 0, 7*n)
	case "fortnight":
		return t.AddDate(0, 0, 14*n)
	case "month":
		first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return first
	case "quarter":
		return time.Date(t.Year(), t.Month()+time.Month(3*n), 1, 0, 0, 0, 0, time.UTC)
	case "decade":
		return t.AddDate(10*n, 0, 0)
	case "century":
		return t.AddDate(100*n, 0, 0)
	}
	return t.AddDate(n, 0, 0)
}

// precise writes a time to the precision of the unit it was counted in.
func precise(t time.Time, unit string) string {
	switch unit {
	case "day", "week", "fortnight":
		return t.Format(time.DateOnly)
	case "month":
		return t.Format("2006-01")
	case "century": // so long ago is only about that year
		return t.Format("2006~")
	case "quarter":
		return t.Format("2006-") + strconv.Itoa(33+(int(t.Month())-1)/3)
	}
	return t.Format("2006")
}

// relation reports whether the match is counted from the day of publication.
func (r *dateReader) relation() bool {
	for _, name := range [...]string{"rel", "dir", "wd", "unit"} {
		if _, _, ok := r.m.Capture(name); ok {
			return true
		}
	}
	return false
}

// dayOf gives the date of a day.
func dayOf(t time.Time) value.Date { return value.DateOf(t) }

// dotDate reads 15.11.2019, and 15.11.19 as a day of this or the last century.
func dotDate(s string) (value.Date, bool) {
	parts := strings.Split(s, ".")
	if len(parts) != 3 {
		return value.Date{}, false
	}
	if len(parts[0]) == 4 {
		return edtf("%s-%02s-%02s", parts[0], parts[1], parts[2])
	}
	if len(parts[2]) == 2 {
		century := "20"
		if parts[2] > "50" {
			century = "19"
		}
		parts[2] = century + parts[2]
	}
	return edtf("%s-%02s-%02s", parts[2], parts[1], parts[0])
}

// yearOfSubject tells by how many years from now the English subject of the
// sentence lies, "Next year's fair will run from 6 to 9 May": 1, -1 or 0.
func (r *dateReader) yearOfSubject() int {
	l, first := r.p.lat, r.sentence.First
	if r.p.know.pack.Tag != "en" || first+3 >= r.sentence.Last || l.Fold(first+1) != "year" || !isApostropheRune(l.Rune(first+2)) {
		return 0
	}
	switch l.Fold(first) {
	case "next":
		return 1
	case "last":
		return -1
	}
	return 0
}

// opens reports whether a date opens an English sentence behind a preposition, so that the
// verb of the past behind it tells of it: "On 12 February the ministry signed".
func (r *dateReader) opens() bool {
	k := r.sentence.First
	return r.p.know.pack.Tag == "en" && r.m.Start == k+1 && r.p.lat.Plays(k, r.p.know.roles.on)
}
