package export

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"shanyraq/internal/value"
)

func TestCalendar(t *testing.T) {
	var b bytes.Buffer
	c := NewCalendar(&b, "Sample; one, two")
	stamp := time.Date(2017, 11, 10, 9, 0, 0, 0, time.UTC)
	add := func(date string, want bool) {
		t.Helper()
		if got := c.Add(Occasion{UID: date + "@example.org", Stamp: stamp, Date: value.MustDate(date), Summary: "Екі елдің " + strings.Repeat("ұзақ ", 40) + "кездесуі", Description: "one\ntwo; three\r\nEND:VCALENDAR"}); got != want {
			t.Errorf("%q: added %v, want %v", date, got, want)
		}
	}
	add("2017-11-10", true)
	add("2016", true)
	add("2016-02", true)
	add("20XX", false)
	add("2011/..", false)
	add("", false)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for _, want := range []string{"DTSTART;VALUE=DATE:20171110\r\nDTEND;VALUE=DATE:20171111\r\n", "DTSTART;VALUE=DATE:20160201\r\nDTEND;VALUE=DATE:20160301\r\n", `one\ntwo\; three\nEND:VCALENDAR`, `X-WR-CALNAME:Sample\; one\, two`} {
		if !strings.Contains(strings.ReplaceAll(got, "\r\n ", ""), want) {
			t.Errorf("the calendar lacks %q:\n%s", want, got)
		}
	}
	for line := range strings.SplitSeq(got, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d octets, or cut inside a letter: %q", len(line), line)
		}
	}
	if n := strings.Count(got, "\r\nEND:VCALENDAR\r\n"); n != 1 || strings.Count(got, "BEGIN:VEVENT") != 3 {
		t.Errorf("the calendar ends %d times; entries: %d", n, strings.Count(got, "BEGIN:VEVENT"))
	}
}
