package export

import (
	"bufio"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"shanyraq/internal/value"
)

// Occasion is a dated entry of a calendar: an event or an agreement.
type Occasion struct {
	UID         string // "42@example.org"; the same for the same entry for ever
	Stamp       time.Time
	Date        value.Date
	Summary     string
	Description string
	URL         string
	Place       string
	Category    string
	License     string // address of the terms
}

// Calendar writes iCalendar (RFC 5545): all-day entries, because the record
// knows days and not hours. What has no first or last day, or may have been
// on any day of more than a year, is left out: it would fill every page.
type Calendar struct {
	w *bufio.Writer
}

// longest is the time an entry may take: a leap year.
const longest = 366 * 24 * time.Hour

// NewCalendar begins a calendar of that name.
func NewCalendar(w io.Writer, name string) *Calendar {
	c := &Calendar{w: bufio.NewWriter(w)}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Shanyraq//Record//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	c.text("X-WR-CALNAME", name)
	return c
}

// Add writes an entry; ok is false where its date has no place in a calendar.
func (c *Calendar) Add(o Occasion) (ok bool) {
	from, okFrom := o.Date.First()
	to, okTo := o.Date.Last()
	if !okFrom || !okTo || to.Sub(from) > longest || from.Year() < 1 || to.Year() > 9998 {
		return false
	}
	c.line("BEGIN", "VEVENT")
	c.text("UID", o.UID)
	c.line("DTSTAMP", o.Stamp.UTC().Format("20060102T150405Z"))
	c.line("DTSTART;VALUE=DATE", from.Format("20060102"))
	c.line("DTEND;VALUE=DATE", to.AddDate(0, 0, 1).Format("20060102")) // the end is the first day after
	c.text("SUMMARY", o.Summary)
	c.text("DESCRIPTION", o.Description)
	c.text("LOCATION", o.Place)
	c.text("CATEGORIES", o.Category)
	c.text("COMMENT", o.License)
	if o.URL != "" {
		c.line("URL", o.URL)
	}
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
	return true
}

// Close ends the calendar.
func (c *Calendar) Close() error {
	c.line("END", "VCALENDAR")
	return c.w.Flush()
}

var escapeText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// text writes a property whose value is of type TEXT; nothing for none.
func (c *Calendar) text(name, v string) {
	if v != "" {
		c.line(name, escapeText.Replace(v))
	}
}

// lineOctets is the length beyond which RFC 5545 folds a line.
const lineOctets = 75

func (c *Calendar) line(name, v string) {
	n := 0
	for i, r := range name + ":" + v {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError || r < ' ' && r != '\t' {
			r, size = '?', 1
		}
		if i > 0 && n+size > lineOctets {
			c.w.WriteString("\r\n ")
			n = 1
		}
		c.w.WriteRune(r)
		n += size
	}
	c.w.WriteString("\r\n")
}
