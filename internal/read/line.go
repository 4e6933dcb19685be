package read

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"shanyraq/internal/value"
)

// AppendLine appends a reading as one line of JSON, with the id of its text first
// where that has one: the bytes of a json.Encoder that does not escape HTML. The
// library asks each of the forty fields of a statement by reflection, which takes
// a tenth of the time of reading.
func (r *Reading) AppendLine(out []byte, id json.RawMessage) ([]byte, error) {
	l := line{out: append(out, '{')}
	if len(id) > 0 {
		l.add(`"id":`)
		l.raw(id)
		l.add(`,`)
	}
	l.string(`"language":`, r.Language)
	l.some(`,"published":`, r.Published)
	appendList(&l, `,"sentences":`, r.Sentences, (*line).span)
	appendList(&l, `,"mentions":`, r.Mentions, (*line).mention)
	appendList(&l, `,"entities":`, r.Entities, (*line).entity)
	appendList(&l, `,"statements":`, r.Statements, (*line).statement)
	l.add("}\n")
	return l.out, l.err
}

// line is what is written; it remembers the first error. Keys are given to its
// methods as they are written, with the comma before them.
type line struct {
	out []byte
	err error
}

func (l *line) span(s *value.Span) {
	l.int(`{"start":`, s.Start)
	l.int(`,"end":`, s.End)
	l.add("}")
}

func (l *line) mention(m *Mention) {
	l.string(`{"kind":`, m.Kind)
	l.string(`,"text":`, m.Text)
	l.int(`,"start":`, m.Start)
	l.int(`,"end":`, m.End)
	l.some(`,"entity":`, m.Entity)
	l.some(`,"value":`, m.Value)
	l.add("}")
}

func (l *line) entity(e *Entity) {
	l.string(`{"id":`, e.ID)
	l.string(`,"kind":`, e.Kind)
	l.string(`,"name":`, e.Name)
	l.someOf(`,"aliases":`, e.Aliases)
	l.some(`,"known":`, e.Known)
	l.add("}")
}

func (l *line) statement(s *Statement) {
	l.string(`{"kind":`, s.Kind)
	l.add(`,"evidence":`)
	l.span(&s.Evidence)
	l.string(`,"rule":`, s.Rule)
	l.number(`,"confidence":`, &s.Confidence, true)

	l.some(`,"person":`, s.Person)
	l.some(`,"title":`, s.Title)
	l.some(`,"organization":`, s.Organization)
	l.some(`,"tenure":`, s.Tenure)

	l.number(`,"value":`, s.Value, false)
	l.number(`,"high":`, s.High, false)
	l.some(`,"qualifier":`, s.Qualifier)
	l.some(`,"unit":`, s.Unit)
	l.some(`,"counted":`, s.Counted)
	l.some(`,"group":`, s.Group)
	l.count(`,"rank":`, s.Rank)
	l.number(`,"times":`, &s.Times, true)
	l.some(`,"change":`, s.Change)
	l.yes(`,"only":true`, s.Only)
	l.yes(`,"since":true`, s.Since)

	l.some(`,"speaker":`, s.Speaker)
	l.some(`,"text":`, s.Text)
	l.told(`,"direct":`, s.Direct)
	l.some(`,"language":`, s.Language)
	l.some(`,"translation":`, s.Translation)

	l.some(`,"instrument":`, s.Instrument)
	l.someOf(`,"parties":`, s.Parties)
	l.some(`,"status":`, s.Status)
	l.some(`,"action":`, s.Action)

	l.some(`,"event":`, s.Event)
	l.some(`,"name":`, s.Name)
	l.someOf(`,"participants":`, s.Participants)
	l.some(`,"organizer":`, s.Organizer)
	l.count(`,"edition":`, s.Edition)
	l.some(`,"time":`, s.Time)
	l.told(`,"recurring":`, s.Recurring)

	l.some(`,"date":`, s.Date)
	l.some(`,"place":`, s.Place)
	l.add("}")
}

func (l *line) add(s string) { l.out = append(l.out, s...) }

// raw adds JSON that was given, without its blanks.
func (l *line) raw(given json.RawMessage) {
	var b bytes.Buffer
	if err := json.Compact(&b, given); err != nil {
		l.err = err
	}
	l.out = append(l.out, b.Bytes()...)
}

func (l *line) string(key, s string) { l.out = appendString(append(l.out, key...), s) }

// some is string where there is one.
func (l *line) some(key, s string) {
	if s != "" {
		l.string(key, s)
	}
}

func (l *line) someOf(key string, list []string) {
	if len(list) > 0 {
		appendList(l, key, list, func(l *line, s *string) { l.string("", *s) })
	}
}

func (l *line) int(key string, n int) { l.out = strconv.AppendInt(append(l.out, key...), int64(n), 10) }

func (l *line) count(key string, n int) {
	if n != 0 {
		l.int(key, n)
	}
}

func (l *line) yes(key string, is bool) {
	if is {
		l.add(key)
	}
}

func (l *line) told(key string, is *bool) {
	if is != nil {
		l.out = strconv.AppendBool(append(l.out, key...), *is)
	}
}

// number adds a number that there is, 0 only where that may be one.
func (l *line) number(key string, n *float64, zeroIsNone bool) {
	if n == nil || *n == 0 && zeroIsNone {
		return
	}
	l.add(key)
	switch size := math.Abs(*n); {
	case math.IsInf(size, 0) || math.IsNaN(size):
		l.err = fmt.Errorf("JSON cannot say the number %v", *n)
	case size != 0 && (size < 1e-6 || size >= 1e21): // as ECMAScript writes numbers
		text := strconv.AppendFloat(nil, *n, 'e', -1, 64)
		l.out = append(l.out, bytes.Replace(text, []byte("e-0"), []byte("e-"), 1)...)
	default:
		l.out = strconv.AppendFloat(l.out, *n, 'f', -1, 64)
	}
}

func appendList[T any](l *line, key string, items []T, item func(*line, *T)) {
	l.add(key)
	if items == nil {
		l.add("null")
		return
	}
	l.add("[")
	for i := range items {
		if i > 0 {
			l.add(",")
		}
		item(l, &items[i])
	}
	l.add("]")
}

// appendString appends a string as JSON. What needs no mark before it is copied
// in runs.
func appendString(out []byte, s string) []byte {
	out = append(out, '"')
	from := 0
	for i := 0; i < len(s); {
		c, n := s[i], 1
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		if c>>2 == 0xD0>>2 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 { // Cyrillic
			i += 2
			continue
		}
		r := rune(c)
		if c >= utf8.RuneSelf {
			if r, n = utf8.DecodeRuneInString(s[i:]); !(r == utf8.RuneError && n == 1) && r != '\u2028' && r != '\u2029' {
				i += n
				continue
			}
		}
		out = append(out, s[from:i]...)
		i += n
		from = i
		out = appendEscaped(out, r)
	}
	return append(append(out, s[from:]...), '"')
}

// appendEscaped appends a character that does not stand for itself in a string.
func appendEscaped(out []byte, r rune) []byte {
	const digits = "0123456789abcdef"
	switch r {
	case '"', '\\':
		return append(out, '\\', byte(r))
	case '\b':
		return append(out, `\b`...)
	case '\f':
		return append(out, `\f`...)
	case '\n':
		return append(out, `\n`...)
	case '\r':
		return append(out, `\r`...)
	case '\t':
		return append(out, `\t`...)
	}
	return append(out, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}
