package stats

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"shanyraq/internal/fault"
)

// written is how a file is written.
type written struct {
	encoding encoding.Encoding // nil for UTF-8
	skip     int64             // bytes of a mark at the start
	comma    rune
	lazy     bool // quotation marks may stand anywhere
}

// lookOver finds how a file is written: UTF-16 and UTF-8 by their marks, UTF-8
// where it is valid to the end, else windows-1251, in which the region's
// offices write their files; and what parts its columns.
func lookOver(r io.ReadSeeker) (w written, err error) {
	broken := func(err error) error {
		return fault.Wrap(err, fault.Unavailable, "the file cannot be read to its end").Hint("try again")
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return w, broken(err)
	}
	b := bufio.NewReaderSize(r, 1<<16)
	switch mark, _ := b.Peek(3); {
	case bytes.HasPrefix(mark, []byte("\xff\xfe")), bytes.HasPrefix(mark, []byte("\xfe\xff")):
		w.encoding = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(mark, []byte("\xef\xbb\xbf")):
		w.skip = 3
	}
	if w.encoding == nil {
		valid, err := validUTF8(b)
		if err != nil {
			var f *fault.Error
			if errors.As(err, &f) {
				return w, err
			}
			return w, broken(err)
		}
		if !valid {
			w.encoding, w.skip = charmap.Windows1251, 0
		}
	}
	text, err := w.text(r)
	if err != nil {
		return w, broken(err)
	}
	head := make([]byte, 1<<16)
	n, err := io.ReadFull(text, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return w, broken(err)
	}
	if n == len(head) { // the last line may be cut
		n = max(bytes.LastIndexByte(head, '\n'), 0)
	}
	w.comma = delimiter(string(head[:n]))
	return w, nil
}

// validUTF8 reports whether all is UTF-8. A zero byte is a fault: no text has
// one.
func validUTF8(b *bufio.Reader) (bool, error) {
	valid := true
	buf, kept := make([]byte, 1<<16), 0
	for at := int64(0); ; {
		n, err := b.Read(buf[kept:])
		if i := bytes.IndexByte(buf[kept:kept+n], 0); i >= 0 {
			return false, fault.New(fault.Invalid, "byte %d is zero: this is no text", at+int64(i)).Hint("export the sheet as CSV")
		}
		at += int64(n)
		data := buf[:kept+n]
		for valid && len(data) > 0 {
			if len(data) < utf8.UTFMax && err == nil && !utf8.FullRune(data) {
				break // the rest of it comes
			}
			c, size := utf8.DecodeRune(data)
			valid = c != utf8.RuneError || size > 1
			data = data[size:]
		}
		if !valid {
			data = nil
		}
		kept = copy(buf, data)
		if errors.Is(err, io.EOF) {
			return valid && kept == 0, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// text gives the words of the file from its start.
func (w written) text(r io.ReadSeeker) (io.Reader, error) {
	if _, err := r.Seek(w.skip, io.SeekStart); err != nil {
		return nil, err
	}
	b := bufio.NewReaderSize(r, 1<<16)
	if w.encoding == nil {
		return b, nil
	}
	return transform.NewReader(b, w.encoding.NewDecoder()), nil
}

// rows gives each row of the file to see, which may not keep it.
func (w written) rows(r io.ReadSeeker, see func([]string) error) error {
	text, err := w.text(r)
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "the file cannot be read to its end").Hint("try again")
	}
	c := csv.NewReader(text)
	c.Comma, c.FieldsPerRecord, c.LazyQuotes, c.ReuseRecord = w.comma, -1, w.lazy, true
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var p *csv.ParseError
		switch {
		case errors.As(err, &p):
			return fault.Wrap(err, fault.Invalid, "the quotation marks do not pair").At("row %d, column %d", p.StartLine, p.Column).Hint("double the marks inside a quoted cell")
		case err != nil:
			return fault.Wrap(err, fault.Invalid, "the file cannot be read to its end").Hint("save it as UTF-8")
		}
		if err := see(row); err != nil {
			return err
		}
	}
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

// signs gathers which sign begins the decimals in the column of values. A
// comma is decimal where it stands once and not before three digits, or where
// columns are parted by semicolons and no point stands beside it as decimal.
type signs struct {
	commaDecimal, commaThousands, pointDecimal, pointThousands bool

	commas, points bool // stand somewhere
	looked, whole  bool // the first row counts persons, who are whole
}

// see takes the number of a row into account.
func (g *signs) see(t *table, row []string) {
	if !g.looked {
		u, _ := unitOf(t.cell(row, "unit"))
		g.looked, g.whole = true, u == "person"
	}
	s := clean.Replace(t.cell(row, "value"))
	c, p := strings.Count(s, ","), strings.Count(s, ".")
	g.commas, g.points = g.commas || c > 0, g.points || p > 0
	_, afterComma, _ := strings.Cut(s, ",")
	_, afterPoint, _ := strings.Cut(s, ".")
	switch {
	case c > 0 && p > 0 && strings.LastIndex(s, ",") > strings.LastIndex(s, "."):
		g.commaDecimal = true
	case c > 0 && p > 0:
		g.pointDecimal = true
	case c > 1:
		g.commaThousands = true
	case p > 1:
		g.pointThousands = true
	case c == 1 && len(afterComma) != 3:
		g.commaDecimal = true
	case p == 1 && len(afterPoint) != 3:
		g.pointDecimal = true
	}
}

// point reports whether decimals stand behind a point.
func (g *signs) point(comma rune) bool {
	switch {
	case g.commaDecimal, g.pointThousands:
		return false
	case g.pointDecimal, g.commaThousands:
		return true
	}
	// Only "1,234" and "1.234" are left. Persons are whole, so the sign parts
	// thousands there: that of the comma where points are decimal.
	return !(g.whole && g.points || !g.whole && g.commas && comma == ';')
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
