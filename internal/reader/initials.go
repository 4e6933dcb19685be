package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// joinInitials gives the letters that a text does not explain to the one body of it whose
// name they spell: the "APK" of a headline is the Assembly of People of Kazakhstan below.
// What lists know of such letters is of one of many bodies called so, and gives way.
func (n *nameFinder) joinInitials() {
	d := n.p.doc
	var spelled map[string]int // made for the first letters met, which most texts lack
	for _, k := range n.p.mentionsIn(lang.OrgChunk, 0, len(n.l.Toks)) {
		m := &n.p.mens[k]
		if m.entity < 0 || m.end != m.start+1 || !n.l.Is(m.start, lang.Upper) {
			continue
		}
		if spelled == nil {
			spelled = d.initials()
		}
		letters := &d.entities[m.entity]
		if whole, ok := spelled[letters.name]; ok && whole >= 0 && whole != m.entity && len(letters.aliases) == 0 {
			d.alias(whole, letters.name)
			m.entity = whole
		}
	}
}

// initials gives the bodies of the text by the letters that spell their names; -1 where
// several have the same.
func (d *doc) initials() map[string]int {
	spelled := map[string]int{}
	for i := range d.entities {
		e := &d.entities[i]
		if e.kind != read.Organization || strings.IndexByte(e.name, ' ') < 0 {
			continue
		}
		letters := initialsOf(e.name)
		if _, several := spelled[letters]; several {
			spelled[letters] = -1
		} else if utf8.RuneCountInString(letters) >= fewestInitials {
			spelled[letters] = i
		}
	}
	return spelled
}

// fewestInitials is how many letters tell a body by themselves.
const fewestInitials = 3

// initialsOf gives the letters that open the words of a name, without its small words.
func initialsOf(name string) string {
	var letters strings.Builder
	for w, at := nextField(name, 0); w != ""; w, at = nextField(name, at) {
		r, _ := runeAt(w, 0)
		if letterKind(r) == capitalLetter {
			letters.WriteRune(r)
		} else if atLeast(w, 4) {
			letters.WriteRune(unicode.ToUpper(r))
		}
	}
	return letters.String()
}
