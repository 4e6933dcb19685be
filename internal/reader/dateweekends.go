package reader

import (
	"strconv"
	"time"

	"shanyraq/internal/value"
)

// weekend gives the Saturday and Sunday of this, the last or the next
// weekend; without a direction the one past, or in a sentence of the future
// the one to come.
func (r *dateReader) weekend(has func(string) bool) (value.Date, bool) {
	switch {
	case has("m"):
		return r.weekendOfDay()
	case has("hol"):
		return r.weekendOfHoliday()
	}
	pub, ok := r.p.today()
	if !ok {
		return value.Date{}, true
	}
	saturday := monday(pub).AddDate(0, 0, 5)
	if n, err := strconv.Atoi(r.m.Rule.Get("weeks")); err == nil {
		return spanOf(saturday.AddDate(0, 0, 7*n), 2)
	}
	dir := -1
	if has("dir") {
		dir = r.listNum("dir", r.p.know.lists.relDir)
	} else if r.future() {
		dir = 0
	}
	switch {
	case dir < 0 && !pub.After(saturday.AddDate(0, 0, 1)):
		saturday = saturday.AddDate(0, 0, -7)
	case dir == 1 || dir > 1 && !pub.Before(saturday): // the coming weekend is the nearest ahead
		saturday = saturday.AddDate(0, 0, 7)
	}
	return spanOf(saturday, 2)
}

// everyTimeKK reports whether the Kazakh sentence may tell of what is done each time, its verb
// being that of what is to come as well, and none of holding something: «демалыс күндері
// дәрігер 40 науқас қабылдайды».
func (r *dateReader) everyTimeKK() bool {
	return r.p.know.headLast && !r.p.has[r.p.sentenceIndex(r.m.Start)].roles.Has(r.p.know.roles.takesPlace)
}

// weekendOfDay gives the weekend that a day told with it falls in, or that ends its
// week: "the weekend of March 18".
func (r *dateReader) weekendOfDay() (value.Date, bool) {
	d, ok := r.days(r.year("y"), 0, r.monthOf("m"), 0, relative{})
	day, dated := d.First()
	if !ok || !dated {
		return d, ok
	}
	return spanOf(monday(day).AddDate(0, 0, 5), 2)
}

// weekendOfHoliday gives the days from a holiday on a Thursday or a Friday to the Sunday,
// or from the Saturday to one on a Monday, else the weekend of its week: "Labor Day weekend".
func (r *dateReader) weekendOfHoliday() (value.Date, bool) {
	v, _ := r.list("rel", r.p.know.lists.relDate)
	d, ok := r.holiday(r.year("y"), parseRelative(v))
	day, dated := d.First()
	if !ok || !dated {
		return d, ok
	}
	switch day.Weekday() {
	case time.Monday:
		return spanOf(day.AddDate(0, 0, -2), 3)
	case time.Thursday:
		return spanOf(day, 4)
	case time.Friday:
		return spanOf(day, 3)
	}
	return spanOf(monday(day).AddDate(0, 0, 5), 2)
}
