package stats

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"shanyraq/internal/fault"
)

// decode turns the bytes of a file into text: UTF-16 and UTF-8 by their
// marks, UTF-8 where it is valid, else windows-1251, in which the region's
// offices write their files.
func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", fault.Wrap(err, fault.Invalid, "the file begins as UTF-16 and does not go on so").Hint("save it as UTF-8")
		}
		return string(out), nil
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", fault.New(fault.Invalid, "byte %d is zero: this is no text", i).Hint("export the sheet as CSV")
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	out, err := charmap.Windows1251.NewDecoder().Bytes(data)
	if err != nil {
		return "", fault.Wrap(err, fault.Invalid, "the file is neither UTF-8 nor windows-1251").Hint("save it as UTF-8")
	}
	return string(out), nil
}

// delimiter finds what parts the columns: the sign that stands as often in
// the headings as in the rows after it, most often of those.
func delimiter(text string) rune {
	best, most := ',', 0
	for _, d := range []rune{',', ';', '\t', '|'} {
		count, lines := -1, 0
		for line := range strings.Lines(text) {
			n, quoted := 0, false
			for _, c := range line {
				switch {
				case c == '"':
					quoted = !quoted
				case c == d && !quoted:
					n++
				}
			}
			if strings.TrimSpace(line) == "" {
				continue
			}
			if count < 0 {
				count = n
			}
			if n != count {
				// A decimal comma makes rows with more commas than headings.
				count = min(count, n)
				if d == ',' && n > count {
					count = 0
				}
			}
			if lines++; lines == 20 {
				break
			}
		}
		if count > most {
			best, most = d, count
		}
	}
	return best
}

// clean takes the signs out of a number that part thousands and are never
// decimal: spaces of every width and apostrophes.
var clean = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "'", "", "’", "", "%", "")

// decimals finds which sign begins the decimals in the column of values. A
// comma is decimal where it stands once and not before three digits, or where
// columns are parted by semicolons and no point stands beside it as decimal.
func (t *table) decimals(comma rune) {
	var commaDecimal, commaThousands, pointDecimal, pointThousands bool
	for _, row := range t.rows[1:] {
		s := clean.Replace(t.cell(row, "value"))
		c, p := strings.Count(s, ","), strings.Count(s, ".")
		_, afterComma, _ := strings.Cut(s, ",")
		_, afterPoint, _ := strings.Cut(s, ".")
		switch {
		case c > 0 && p > 0 && strings.LastIndex(s, ",") > strings.LastIndex(s, "."):
			commaDecimal = true
		case c > 0 && p > 0:
			pointDecimal = true
		case c > 1:
			commaThousands = true
		case p > 1:
			pointThousands = true
		case c == 1 && len(afterComma) != 3:
			commaDecimal = true
		case p == 1 && len(afterPoint) != 3:
			pointDecimal = true
		}
	}
	u, _ := unitOf(t.cell(t.rows[1], "unit"))
	whole := u == "person"
	switch {
	case commaDecimal, pointThousands:
		t.point = false
	case pointDecimal, commaThousands:
		t.point = true
	default:
		// Only "1,234" and "1.234" are left. Persons are whole, so the sign
		// parts thousands there: that of the comma where points are decimal.
		t.point = true
		for _, row := range t.rows[1:] {
			s := t.cell(row, "value")
			if whole && strings.Contains(s, ".") || !whole && strings.Contains(s, ",") && comma == ';' {
				t.point = false
			}
		}
	}
}

// missing are the signs of statistical tables for no number.
var missing = map[string]bool{"": true, "-": true, "–": true, "—": true, "…": true, "...": true, "..": true, ":": true, "x": true, "х": true, "n/a": true, "na": true, "nan": true, "null": true, "н/д": true, "жоқ": true}

// number reads a cell; ok is false where it says that there is none.
func (t *table) number(s string) (v float64, ok bool, err error) {
	if missing[strings.ToLower(s)] {
		return 0, false, nil
	}
	s = strings.Replace(clean.Replace(s), "−", "-", 1)
	thousands, decimal := ",", "."
	if !t.point {
		thousands, decimal = ".", ","
	}
	whole, fraction, has := strings.Cut(s, decimal)
	groups := strings.Split(whole, thousands)
	for i, g := range groups {
		if i > 0 && len(g) != 3 || len(groups) > 1 && i == 0 && len(strings.TrimPrefix(g, "-")) > 3 {
			return 0, false, strconv.ErrSyntax
		}
	}
	s = strings.Join(groups, "")
	if has {
		s += "." + fraction
	}
	if strings.ContainsAny(s, "eExXpPiIn_") || s == "" {
		return 0, false, strconv.ErrSyntax
	}
	v, err = strconv.ParseFloat(s, 64)
	return v, err == nil, err
}
