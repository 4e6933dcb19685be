package intake

import (
	_ "embed"
	"fmt"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Kinds of damage.
const (
	SplitWord     = "split word"     // "fr om": a request filter has broken a word it feared
	Mojibake      = "mojibake"       // "Ð¿Ñ€": text read in the wrong encoding and saved so
	DoubledEntity = "doubled entity" // "&amp;amp;": escaped once more on each saving
	BrokenUTF8    = "broken utf-8"   // bytes that are no character, replaced by U+FFFD
)

// Damage is a place where another system has changed an author's words, with
// the repair an editor may accept.
type Damage struct {
	Kind   string `json:"kind"`
	Field  string `json:"field"`  // "title", "lead" or "text"
	Near   string `json:"near"`   // the words around it
	Found  string `json:"found"`  // as it stands
	Repair string `json:"repair"` // as it probably stood
}

// String gives one line of a report.
func (d Damage) String() string {
	return fmt.Sprintf("%s: %s %q, proposed %q, near «%s»", d.Field, d.Kind, d.Found, d.Repair, d.Near)
}

// fix is one replacement in a piece of text.
type fix struct {
	start, end   int
	kind, repair string
}

// mend lists the damage of an item's fields and, with repair, undoes it.
// Without repair no byte of the item changes.
func (it *Item) mend(repair bool) {
	one := func(field, s string, markup bool) string {
		var fixes []fix
		if markup {
			eachText(s, func(raw string, at int) {
				for _, f := range findDamage(raw, true) {
					fixes = append(fixes, fix{at + f.start, at + f.end, f.kind, f.repair})
				}
			})
		} else {
			fixes = findDamage(s, false)
		}
		for _, f := range fixes {
			it.Damage = append(it.Damage, Damage{f.kind, field, near(s, f.start, f.end), s[f.start:f.end], f.repair})
		}
		if !repair || len(fixes) == 0 {
			return s
		}
		var b strings.Builder
		last := 0
		for _, f := range fixes {
			b.WriteString(s[last:f.start])
			b.WriteString(f.repair)
			last = f.end
		}
		b.WriteString(s[last:])
		return b.String()
	}
	it.Title = one("title", it.Title, false)
	it.Lead = one("lead", it.Lead, false)
	it.HTML = one("text", it.HTML, true)
}

// findDamage gives the damage in a piece of text, in order and not
// overlapping. In markup, s is raw HTML text with its entities.
func findDamage(s string, markup bool) []fix {
	var fixes []fix
	if strings.Contains(s, " ") {
		fixes = findSplitWords(s, fixes)
	}
	if strings.Contains(s, "&") {
		fixes = findDoubledEntities(s, markup, fixes)
	}
	if !ascii(s) {
		fixes = findMojibake(s, fixes)
	}
	sort.SliceStable(fixes, func(i, j int) bool { return fixes[i].start < fixes[j].start })
	out := fixes[:0]
	end := 0
	for _, f := range fixes {
		if f.start >= end {
			out = append(out, f)
			end = f.end
		}
	}
	return out
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// near gives some 25 characters on either side, on one line.
func near(s string, start, end int) string {
	a, b := max(0, start-40), min(len(s), end+40)
	for a > 0 && !utf8.RuneStart(s[a]) {
		a--
	}
	for b < len(s) && !utf8.RuneStart(s[b]) {
		b++
	}
	return strings.Join(strings.Fields(s[a:b]), " ")
}

//go:embed splitwords.txt
var splitWordsFile string

// splitWords maps the first half of a break to its possible second halves.
var splitWords = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(splitWordsFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			a, b, _ := strings.Cut(w, "|")
			m[a] = append(m[a], b)
		}
	}
	return m
})

// findSplitWords finds "fr om" and the like: two runs of letters with one
// blank between them that are the halves of a listed word, with some ending
// ("sel ected"), in lower case, in capitals, or with a capital first.
func findSplitWords(s string, fixes []fix) []fix {
	table := splitWords()
	for i := 1; i+1 < len(s); i++ {
		if s[i] != ' ' || !latin(s[i-1]) || !latin(s[i+1]) {
			continue
		}
		a := i
		for a > 0 && latin(s[a-1]) && i-a < 8 {
			a--
		}
		if i-a > 6 || a > 0 && !wordBorder(s[:a]) {
			continue
		}
		first := strings.ToLower(s[a:i])
		seconds, ok := table[first]
		if !ok {
			continue
		}
		b := i + 1
		for b < len(s) && latin(s[b]) {
			b++
		}
		if r, _ := utf8.DecodeRuneInString(s[b:]); b < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			continue
		}
		rest := s[i+1 : b]
		lower := strings.ToLower(rest)
		upper := s[a:i] == strings.ToUpper(s[a:i]) && i-a > 1
		if upper && rest != strings.ToUpper(rest) || !upper && rest != lower {
			continue // "Al Ter" is a name
		}
		for _, second := range seconds {
			ending, ok := strings.CutPrefix(lower, second)
			if ok && wordEnding[ending] {
				fixes = append(fixes, fix{a, b, SplitWord, s[a:i] + rest})
				break
			}
		}
	}
	return fixes
}

var wordEnding = map[string]bool{"": true, "s": true, "d": true, "ed": true, "ing": true, "ion": true, "ions": true, "es": true, "ment": true, "or": true, "ped": true, "r": true, "er": true, "ly": true}

func latin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func wordBorder(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}

// findDoubledEntities finds entities whose ampersand was escaped again. In
// raw markup that is "&amp;quot;" and the like; in a plain field, "&quot;".
func findDoubledEntities(s string, markup bool, fixes []fix) []fix {
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '&')
		if j < 0 {
			break
		}
		start := i + j
		i = start + 1
		at, levels := start+1, 0 // levels of "amp;" before the name
		for strings.HasPrefix(s[at:], "amp;") {
			at += len("amp;")
			levels++
		}
		name, ok := entityName(s[at:])
		switch {
		case ok && levels == 1 && markup && (name == "lt" || name == "gt"):
			i = at // a text about markup shows "&lt;" to its readers
		case ok && (levels > 0 || !markup):
			repair := "&" + name + ";"
			if !markup {
				repair = html.UnescapeString(repair)
			}
			fixes = append(fixes, fix{start, at + len(name) + 1, DoubledEntity, repair})
			i = at + len(name) + 1
		case levels > 1 || levels == 1 && !markup: // "&amp;amp;" with no name behind it
			repair := "&amp;"
			if !markup {
				repair = "&"
			}
			fixes = append(fixes, fix{start, at, DoubledEntity, repair})
			i = at
		}
	}
	return fixes
}

// commonEntities are those that editors and filters write.
var commonEntities = map[string]bool{"quot": true, "apos": true, "nbsp": true, "laquo": true, "raquo": true, "mdash": true, "ndash": true,
	"hellip": true, "rsquo": true, "lsquo": true, "ldquo": true, "rdquo": true, "bdquo": true, "shy": true, "copy": true, "deg": true, "middot": true,
	"lt": true, "gt": true, "thinsp": true, "ensp": true, "emsp": true, "sup2": true, "euro": true, "minus": true, "times": true}

// entityName reads "quot;" or "#8217;" at the start of s.
func entityName(s string) (string, bool) {
	end := strings.IndexByte(s[:min(len(s), 10)], ';')
	if end < 1 {
		return "", false
	}
	name := s[:end]
	if name[0] == '#' {
		digits := strings.TrimPrefix(name[1:], "x")
		for _, c := range digits {
			if !strings.ContainsRune("0123456789abcdefABCDEF", c) {
				return "", false
			}
		}
		return name, digits != ""
	}
	return name, commonEntities[name]
}
