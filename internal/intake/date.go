package intake

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/fault"
	"shanyraq/internal/value"
)

//go:embed months.txt
var monthsFile string

// When is a moment as a source writes it.
type When struct {
	Time time.Time  // zero where unknown; midnight UTC where only a day is given
	Day  value.Date // the day in the place the source writes of
}

// ParseWhen reads a day, with or without a time, as pages, feeds and exports
// of the region write it: RFC 3339, RFC 822, "15.11.2019", "15 ноября 2019 г.,
// 14:30", "10 Желтоқсан, 2015", "2019-жылдын 5-марты", "2019 yil 5 mart",
// "November 15, 2019", "2019年11月15日". Numbers parted by dots or strokes are
// day, month, year unless only month, day, year can be meant.
//
// A day that the calendar lacks is an error of kind Invalid; text that is no
// date at all is an error of kind Unsupported.
func ParseWhen(s string) (When, error) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 200 {
		return When{}, noDate(s)
	}
	for _, layout := range machineLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return whenOf(t, strings.Contains(layout, "15"))
		}
	}
	t := dateTokens(s)
	if w, err, ok := t.byMonthName(s); ok {
		return w, err
	}
	return t.byNumbers(s)
}

// machineLayouts are the forms that carry a zone or have one meaning only.
var machineLayouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700",
	"Mon, 02 Jan 06 15:04:05 -0700", time.ANSIC, time.UnixDate,
}

func whenOf(t time.Time, clock bool) (When, error) {
	w := When{Time: t.UTC(), Day: value.DateOf(t)}
	if y := t.Year(); y < 1000 || y > 2999 || w.Day.IsZero() {
		return When{}, noDate(t.String())
	}
	if !clock {
		w.Time = t
	}
	return w, nil
}

func noDate(s string) error {
	return fault.New(fault.Unsupported, "%q is not a date that can be read", clip(s, 60)).
		Hint("write it as 2019-11-15 or 15.11.2019")
}

func noDay(s string) error {
	return fault.New(fault.Invalid, "%q is a day that the calendar does not have", clip(s, 60)).
		Hint("correct the date in the source")
}

type dateToken struct {
	word  string // lower-case letters, or
	n     int    // a number, with
	width int    // its number of digits, 0 for a word
	sep   byte   // byte before it: '.', '/', '-', ':' or ' '
}

type dateText []dateToken

func dateTokens(s string) dateText {
	var out dateText
	sep := byte(' ')
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '0' && r <= '9':
			j := i
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			v, err := strconv.Atoi(s[i:j])
			if err != nil {
				v = -1
			}
			out = append(out, dateToken{n: v, width: j - i, sep: sep})
			i, sep = j, ' '
		case unicode.IsLetter(r):
			j := i
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != 'ʻ' && r != '‘' && r != '’' {
					break
				}
				j += n
				if unicode.Is(unicode.Han, r) { // 年月日 stand alone
					break
				}
			}
			out = append(out, dateToken{word: strings.ToLower(s[i:j]), sep: sep})
			i, sep = j, ' '
		default:
			if r < utf8.RuneSelf && r != ' ' {
				sep = byte(r)
			}
			i += n
		}
	}
	return out
}

// byMonthName reads dates whose month is a word; ok is false where no word
// is a month.
func (t dateText) byMonthName(s string) (When, error, bool) {
	m, month := -1, 0
	for i, tok := range t {
		if tok.width == 0 {
			if month = monthOf(tok.word); month > 0 {
				m = i
				break
			}
		}
	}
	if m < 0 {
		return When{}, nil, false
	}
	day, year := -1, -1
	for i, tok := range t {
		if tok.width == 4 && tok.n >= 1000 && tok.n < 3000 && year < 0 {
			year = i
		}
		// the nearest short number that is no part of a clock
		if tok.width == 1 || tok.width == 2 {
			clock := tok.sep == ':' || i+1 < len(t) && t[i+1].sep == ':'
			if !clock && abs(i-m) <= 2 && (day < 0 || abs(i-m) < abs(day-m)) {
				day = i
			}
		}
	}
	if year < 0 || day < 0 {
		return When{}, noDate(s), true
	}
	w, err := t.assemble(s, t[year].n, month, t[day].n)
	return w, err, true
}

// byNumbers reads dates of three numbers.
func (t dateText) byNumbers(s string) (When, error) {
	for i := 0; i+2 < len(t); i++ {
		a, b, c := t[i], t[i+1], t[i+2]
		if a.width == 0 {
			continue
		}
		if a.width == 4 && b.width == 0 && i+4 < len(t) { // 2019年11月15日, 2019 оны 11 сарын 15
			if b.word == "年" || b.word == "оны" {
				return t.assemble(s, a.n, t[i+2].n, t[i+4].n)
			}
		}
		if b.width == 0 || c.width == 0 || b.sep != c.sep || !strings.ContainsRune("./-", rune(b.sep)) {
			continue
		}
		switch {
		case a.width == 4 && b.width <= 2 && c.width <= 2:
			return t.assemble(s, a.n, b.n, c.n)
		case a.width <= 2 && b.width <= 2 && c.width == 4:
			if b.n > 12 && a.n <= 12 && b.sep == '/' {
				return t.assemble(s, c.n, a.n, b.n)
			}
			return t.assemble(s, c.n, b.n, a.n)
		case a.width <= 2 && b.width <= 2 && c.width == 2 && b.sep == '.': // 15.11.19
			century := 2000
			if c.n > 69 {
				century = 1900
			}
			return t.assemble(s, century+c.n, b.n, a.n)
		}
	}
	if len(t) == 1 && t[0].width == 8 { // 20191115
		return t.assemble(s, t[0].n/10000, t[0].n/100%100, t[0].n%100)
	}
	return When{}, noDate(s)
}

func (t dateText) assemble(s string, year, month, day int) (When, error) {
	d, ok := value.Day(year, month, day)
	if !ok || year < 1000 || year > 2999 {
		return When{}, noDay(s)
	}
	w := When{Day: d, Time: time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)}
	for i := 1; i < len(t); i++ { // a clock "14:30" or "14:30:05", its zone unknown
		if h, m := t[i-1], t[i]; m.sep == ':' && m.width == 2 && h.width > 0 && h.width <= 2 && h.n < 24 && m.n < 60 {
			h.n = twelve(h.n, t[i:])
			w.Time = w.Time.Add(time.Duration(h.n)*time.Hour + time.Duration(m.n)*time.Minute)
			break
		}
	}
	return w, nil
}

// twelve turns the hour of a twelve-hour clock ("8:05 pm") into one of 24.
func twelve(hour int, rest dateText) int {
	for _, tok := range rest {
		switch {
		case tok.word == "pm" && hour < 12:
			return hour + 12
		case tok.word == "am" && hour == 12:
			return 0
		}
	}
	return hour
}

type monthName struct {
	stem  string
	month int
}

var months = sync.OnceValue(func() map[rune][]monthName {
	byLetter := map[rune][]monthName{}
	for line := range strings.Lines(monthsFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		for i, stem := range fields {
			month := i
			if fields[0] == "none" {
				month = 0
			}
			if i > 0 {
				r, _ := utf8.DecodeRuneInString(stem)
				byLetter[r] = append(byLetter[r], monthName{stem, month})
			}
		}
	}
	return byLetter
})

// monthOf gives the month whose name begins like the word, 0 for none.
func monthOf(word string) int {
	r, _ := utf8.DecodeRuneInString(word)
	best, month := 0, 0
	for _, m := range months()[r] {
		if len(m.stem) > best && strings.HasPrefix(word, m.stem) {
			best, month = len(m.stem), m.month
		}
	}
	return month
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// clip shortens s to n characters for a message.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n]) + "…"
}
