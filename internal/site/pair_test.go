package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// What two entities agreed stands on one page, in every form, and under
// "since" only what came later.
func TestPair(t *testing.T) {
	f := newFixture(t, 0)
	pair := fmt.Sprintf("/en/record/pair/%d/%d", f.ids[0], f.ids[1])
	body := f.get(t, pair).Body.String()
	sound(t, body)
	for _, want := range []string{"Kazakhstan", "Uzbekistan", "signed a protocol on border crossings in 2017", "<svg", pair + ".ics", "1 entry"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page of the pair lacks %q", want)
		}
	}
	for _, c := range []struct {
		question string
		rows     int
	}{{"", 1}, {"?since=2011", 1}, {"?since=2018", 0}, {"?kind=agreement", 1}, {"?kind=signed", 1}, {"?kind=visit", 0}} {
		var got struct{ Rows []Row }
		if err := json.Unmarshal(f.get(t, pair+".json"+c.question).Body.Bytes(), &got); err != nil || len(got.Rows) != c.rows {
			t.Errorf("%q: %d rows, want %d (%v)", c.question, len(got.Rows), c.rows, err)
		}
		if page := f.get(t, pair+c.question).Body.String(); strings.Contains(page, `class="entry`) != (c.rows > 0) {
			t.Errorf("%q: the page shows other rows than the data", c.question)
		}
	}
	ics := f.get(t, pair+".ics")
	if got := ics.Body.String(); !strings.Contains(got, "DTSTART;VALUE=DATE:20170101\r\nDTEND;VALUE=DATE:20180101\r\n") || ics.Header().Get("Content-Type") != "text/calendar; charset=utf-8" {
		t.Errorf("a year of a calendar is from its first day to the first of the next:\n%s", got)
	}
}

// A pair has one address, whatever way it is asked for.
func TestPairAddresses(t *testing.T) {
	f := newFixture(t, 0)
	a, b := f.ids[0], f.ids[1]
	want := fmt.Sprintf("/en/record/pair/%d/%d", a, b)
	for ask, to := range map[string]string{
		fmt.Sprintf("/en/record/pair/%d/%d?since=2011", b, a):     want + "?since=2011",
		fmt.Sprintf("/en/record/pair/%d/%d.ics", b, a):            want + ".ics",
		"/en/record/pair/UZ/KZ":                                   want,
		fmt.Sprintf("/en/record/pair?a=%d&b=%d&since=2011", b, a): want + "?since=2011",
		fmt.Sprintf("/en/record/pair?a=%d&b=%d&since=", a, b):     want,
	} {
		if w := f.get(t, ask); w.Code != 301 || w.Header().Get("Location") != to {
			t.Errorf("%s: %d %s, want 301 %s", ask, w.Code, w.Header().Get("Location"), to)
		}
	}
	for ask, status := range map[string]int{
		fmt.Sprintf("/en/record/pair/%d/%d", a, a):         404,
		fmt.Sprintf("/en/record/pair/%d/%d", a, f.ids[2]):  404, // a person agrees nothing
		fmt.Sprintf("/en/record/pair/%d/x", a):             404,
		fmt.Sprintf("/en/record/pair/%d/%d.xml", a, b):     404,
		fmt.Sprintf("/en/record/pair?a=%d&b=%d", a, a):     400,
		fmt.Sprintf("/en/record/pair/%d/%d?since=x", a, b): 400,
		fmt.Sprintf("/en/record/pair/%d/%d", a, f.ids[3]):  200, // nothing between them, which the page says
	} {
		if w := f.get(t, ask); w.Code != status {
			t.Errorf("%s: status %d, want %d", ask, w.Code, status)
		}
	}
}

// The pictures' bars stand in the order of reading, and every year is there.
func TestYearsPicture(t *testing.T) {
	f := newFixture(t, 0)
	for _, name := range []string{"en", "kk-Arab"} {
		q := &request{site: f.Site}
		q.speak(tagNamed(t, name))
		p := q.yearsPicture([]store.PairDay{{Day: 15000, Kind: "agreement", Count: 1}, {Day: 20000, Kind: "event", Count: 2}}, "#")
		first, second := strings.Index(string(p.SVG), `"bar-a" x="`), strings.Index(string(p.SVG), `"bar-b" x="`)
		var a, b float64
		fmt.Sscanf(string(p.SVG)[first:], `"bar-a" x="%f`, &a)
		fmt.Sscanf(string(p.SVG)[second:], `"bar-b" x="%f`, &b)
		if rtl := name == "kk-Arab"; (a > b) != rtl || len(p.Rows) != 2 {
			t.Errorf("%s: the earlier bar at %v, the later at %v; rows %v", name, a, b, p.Rows)
		}
	}
	if p := (&request{site: f.Site}); p.yearsPicture(nil, "#") != nil {
		t.Error("a picture of nothing")
	}
}

func tagNamed(t *testing.T, name string) web.Tag {
	t.Helper()
	tag, ok := web.TagOf(name)
	if !ok {
		t.Fatalf("no tag %q", name)
	}
	return tag
}
