package web

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed locale/*.txt
var localeFiles embed.FS

// Messages is the interface's wording in one language and script.
//
// A file holds "key = text" lines; {0}, {1}… stand for arguments, and
// "key[few] = text" gives the form for a number, chosen by the first argument
// under the rule that the file names in "plural = …".
type Messages struct {
	Tag    Tag
	text   map[string]string // "key" or "key[form]"
	plural func(n int) string
	group  string // between thousands
	point  string // between whole and fraction
	from   int    // digits of a whole number from which thousands are parted
}

// plurals are the rules for numbers, after CLDR; "none" is for languages
// whose nouns do not change after a number.
var plurals = map[string]func(int) string{
	"none": func(int) string { return "other" },
	"one": func(n int) string {
		if n == 1 {
			return "one"
		}
		return "other"
	},
	"slavic": func(n int) string {
		switch ones, tens := n%10, n%100; {
		case ones == 1 && tens != 11:
			return "one"
		case ones >= 2 && ones <= 4 && (tens < 12 || tens > 14):
			return "few"
		}
		return "many"
	},
}

// pluralForms are the forms that a file must give under each rule.
var pluralForms = map[string][]string{"none": {"other"}, "one": {"one", "other"}, "slavic": {"one", "few", "many"}}

// parseMessages reads one file; errors name file and line.
func parseMessages(name, src string) (map[string]string, error) {
	out := map[string]string{}
	n := 0
	for line := range strings.Lines(src) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, text, ok := strings.Cut(line, "=")
		key, text = strings.TrimSpace(key), strings.TrimSpace(text)
		if !ok || key == "" || text == "" {
			return nil, fmt.Errorf("%s:%d: want \"key = text\", got %q", name, n, line)
		}
		if _, twice := out[key]; twice {
			return nil, fmt.Errorf("%s:%d: %s is there twice", name, n, key)
		}
		out[key] = strings.ReplaceAll(text, `\s`, "\u00a0") // a visible no-break space
	}
	return out, nil
}

// Convert gives text in another script; see package translit.
type Convert func(from, to, text string) (string, error)

// loadMessages reads every tag's wording. A variant's wording is its
// language's, converted; a tag without a file is left out.
func loadMessages(files fs.FS, convert Convert) (map[string]*Messages, error) {
	all := map[string]*Messages{}
	for _, tag := range tags {
		name := "locale/" + tag.Language + ".txt"
		src, err := fs.ReadFile(files, name)
		if err != nil {
			continue
		}
		text, err := parseMessages(name, string(src))
		if err != nil {
			return nil, err
		}
		m := &Messages{Tag: tag, text: text, plural: plurals[text["plural"]], group: text["number.group"], point: text["number.point"], from: len(text["number.from"])}
		if m.plural == nil {
			return nil, fmt.Errorf("%s: plural = %q names no rule", name, text["plural"])
		}
		if tag.Variant() {
			if convert == nil || !m.convert(convert) {
				continue
			}
		}
		all[tag.Name] = m
	}
	return all, nil
}

// keepKeys are values that are no wording and are not transliterated.
var keepKeys = []string{"plural", "number.group", "number.point", "number.from"}

// convert rewrites the wording into the tag's script, leaving {0} as it is.
// It reports false where the conversion does not exist.
func (m *Messages) convert(convert Convert) bool {
	for key, text := range m.text {
		if slices.Contains(keepKeys, key) {
			continue
		}
		var b strings.Builder
		for text != "" {
			i, j := strings.IndexByte(text, '{'), 0
			if i >= 0 {
				j = strings.IndexByte(text[i:], '}')
			}
			if i < 0 || j < 0 {
				i, j = len(text), -1
			}
			s, err := convert(m.Tag.From, m.Tag.To, text[:i])
			if err != nil {
				return false
			}
			b.WriteString(s)
			if j < 0 {
				break
			}
			b.WriteString(text[i : i+j+1])
			text = text[i+j+1:]
		}
		m.text[key] = b.String()
	}
	return true
}

// T gives the wording of a key with its arguments in place. A key without
// wording is shown in brackets, which a test keeps from happening.
func (m *Messages) T(key string, args ...any) string {
	text, ok := m.text[key]
	if !ok {
		form := "other"
		if len(args) > 0 {
			if n, isInt := args[0].(int); isInt {
				form = m.plural(n)
			}
		}
		if text, ok = m.text[key+"["+form+"]"]; !ok {
			return "[" + key + "]"
		}
	}
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '{')
		if i < 0 || i+2 >= len(text) || text[i+2] != '}' || text[i+1] < '0' || int(text[i+1]-'0') >= len(args) {
			break
		}
		b.WriteString(text[:i])
		switch a := args[text[i+1]-'0'].(type) {
		case int:
			b.WriteString(m.Int(a))
		case string:
			b.WriteString(a)
		case template.HTML:
			b.WriteString(string(a))
		default:
			fmt.Fprint(&b, a)
		}
		text = text[i+3:]
	}
	b.WriteString(text)
	return b.String()
}

// Has reports whether the key has wording.
func (m *Messages) Has(key string) bool { _, ok := m.text[key]; return ok }

// Int writes a whole number with the language's separators.
func (m *Messages) Int(n int) string { return m.Number(float64(n)) }

// Round writes a large round number in millions or billions, as newspapers
// do: "5.4 billion". Others are written in full.
func (m *Messages) Round(v float64) string {
	for _, unit := range []struct {
		key  string
		size float64
	}{{"number.trillion", 1e12}, {"number.billion", 1e9}, {"number.million", 1e6}} {
		if q := v / unit.size; q >= 1 && q < 1000 && q*10 == math.Trunc(q*10) {
			return m.T(unit.key, m.Number(q))
		}
	}
	return m.Number(v)
}

// Number writes a number as the language does: "290,000", "290 000", "3,6".
func (m *Messages) Number(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	sign := ""
	if s[0] == '-' {
		sign, s = "−", s[1:]
	}
	whole, frac, dotted := strings.Cut(s, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 && len(whole) >= m.from {
			b.WriteString(m.group)
		}
		b.WriteRune(c)
	}
	if dotted {
		b.WriteString(m.point + frac)
	}
	return b.String()
}

var builtin = sync.OnceValues(func() (map[string]*Messages, error) { return loadMessages(localeFiles, converter) })

// MessagesOf gives the built-in wording of a tag; ok is false where the
// interface does not speak it.
func MessagesOf(tag string) (*Messages, bool) {
	all, err := builtin()
	if err != nil {
		panic(err) // the embedded files are broken: a test reads them all
	}
	m, ok := all[tag]
	return m, ok
}

// Extend makes the wording of another door: that of the site with the door's
// own, from files locale/<language>/*.txt, over it. It gives the languages
// that have a folder.
func Extend(files fs.FS) (map[string]*Messages, error) {
	out := map[string]*Messages{}
	for _, tag := range tags {
		names, err := fs.Glob(files, "locale/"+tag.Name+"/*.txt")
		if err != nil || len(names) == 0 {
			continue
		}
		base, ok := MessagesOf(tag.Name)
		if !ok {
			return nil, fmt.Errorf("the site has no wording in %s", tag.Name)
		}
		m := *base
		m.text = maps.Clone(base.text)
		for _, name := range names {
			src, err := fs.ReadFile(files, name)
			if err != nil {
				return nil, err
			}
			text, err := parseMessages(name, string(src))
			if err != nil {
				return nil, err
			}
			for key, words := range text {
				if _, twice := m.text[key]; twice {
					return nil, fmt.Errorf("%s: %s is there already", name, key)
				}
				m.text[key] = words
			}
		}
		out[tag.Name] = &m
	}
	return out, nil
}

// Spoken gives the tags whose wording is there, in order of display.
func Spoken() []Tag {
	var out []Tag
	for _, t := range tags {
		if _, ok := MessagesOf(t.Name); ok {
			out = append(out, t)
		}
	}
	return out
}

// HasPlural reports whether the key has wording by number.
func (m *Messages) HasPlural(key string) bool { _, ok := m.text[key+"["+m.plural(1)+"]"]; return ok }

// Plural is T with the form chosen by n and the arguments given as they are.
func (m *Messages) Plural(key string, n int, args ...any) string {
	return m.T(key+"["+m.plural(n)+"]", args...)
}
