package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spelledOut gives the one Russian body of the text whose words the letters of a name
// open, or whose letters its words do: «МИД» behind «Министерство иностранных дел
// Вьетнама», «ЦИК Молдовы» before «Центральная избирательная комиссия». Two states told
// must be the same.
func (n *nameFinder) spelledOut(name string) (found int, ok bool) {
	own := capitalsOf(name)
	if own == "" && !strings.Contains(name, " ") {
		return 0, false
	}
	bodies := n.people.bodies
	for _, i := range bodies[max(0, len(bodies)-window):] {
		other := n.p.doc.entities[i].name
		long, short, letters := other, name, own
		if own == "" {
			long, short, letters = name, other, capitalsOf(other)
		}
		if letters == "" || !opensAsLetters(long, short, letters) || ok && i == found {
			continue
		}
		if ok { // the letters of two bodies
			return 0, false
		}
		found, ok = i, true
	}
	return found, ok
}

// underState gives what the names of a Russian body share whose state is told by
// different names, its words with the code of the state: «МИД России», «МИД РФ»; empty
// where the name does not end with a state.
func (n *nameFinder) underState(c candidate, name string) string {
	for k := max(c.start+1, c.end-2); k < c.end; k++ {
		ch, ok := n.l.Chunk(k, n.gazPlace)
		if !ok || int(ch.End) != c.end || len(n.l.Entry(ch).Known) != 2 {
			continue
		}
		if head, ok := strings.CutSuffix(name, " "+n.l.Slice(k, c.end)); ok {
			return head + " " + n.l.Entry(ch).Known
		}
	}
	return ""
}

// onlyHeaded reports whether a Russian body was named only behind the office of who
// heads it, so that it is his guest's as well as the text's: «глава МИД Ирана прибыл».
func (n *nameFinder) onlyHeaded(entity int) bool {
	headed := false
	for k := range n.p.mens {
		m := &n.p.mens[k]
		if m.entity != entity {
			continue
		}
		if m.start == 0 || n.office == 0 || !n.l.Has(m.start-1, n.office) {
			return false
		}
		headed = true
	}
	return headed
}

// withoutState gives the one body named before with its state that a Russian word for a
// body every state has means: «в МИД | уточнили» behind «МИД России».
func (n *nameFinder) withoutState(c candidate, name string) (found int, ok bool) {
	if c.end != c.start+1 || !n.l.Plays(c.start, n.r.ofAState) {
		return 0, false
	}
	bodies := n.people.bodies
	for _, i := range bodies[max(0, len(bodies)-window):] {
		if !begins(n.p.doc.entities[i].name, name) || ok && i == found || n.onlyHeaded(i) {
			continue
		}
		if ok { // those of two states
			return 0, false
		}
		found, ok = i, true
	}
	return found, ok
}

// capitalsOf gives the first word of a name where it is three to six capitals.
func capitalsOf(name string) string {
	count, i := 0, 0
	for i < len(name) && name[i] != ' ' {
		r, n := runeAt(name, i)
		if letterKind(r) != capitalLetter || !unicode.Is(unicode.Cyrillic, r) {
			return ""
		}
		i += n
		count++
	}
	if count < 3 || count > 6 {
		return ""
	}
	return name[:i]
}

// opensAsLetters reports whether the words of a long name begin with the letters, small
// words of up to three letters left out, and goes on as the short name does behind them
// or, where one of the two ends there, with a name in capitals.
func opensAsLetters(long, short, letters string) bool {
	rest := strings.TrimPrefix(short[len(letters):], " ")
	for letters != "" {
		var w string
		if k := strings.IndexAny(long, " -"); k >= 0 {
			w, long = long[:k], long[k+1:]
		} else {
			w, long = long, ""
		}
		if w == "" {
			return false
		}
		first, _ := utf8.DecodeRuneInString(w)
		want, size := utf8.DecodeRuneInString(letters)
		switch {
		case unicode.ToUpper(first) == want:
			letters = letters[size:]
		case atLeast(w, 4) || unicode.IsUpper(first):
			return false
		}
	}
	if rest == "" || long == "" {
		r, _ := utf8.DecodeRuneInString(long + rest)
		return long+rest == "" || unicode.IsUpper(r)
	}
	return long == rest
}
