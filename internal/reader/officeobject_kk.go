package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// ofAnotherKK reports whether a Kazakh title before the person m is somebody else's:
// one for many before a single name («БАҚ өкілдері | Мирзиёев қызын»), that of the
// subject, whose object the name is («Франция басшысы | Тоқаевқа», who is the
// president of another state by the text itself), or that of who met a man called by
// his surname («Қазақстан елшісі | Трамппен кездесті»).
func (f *officeFinder) ofAnotherKK(t title, m *mention, s lang.Sentence) bool {
	if !f.headLast() || t.head < 0 {
		return false
	}
	if f.singular(t.head, t.to-1) != "" && !f.listGoesOn(m.end, s) {
		return true
	}
	if !f.p.inCaseKK(m) {
		return false
	}
	if t.place >= 0 && t.org < 0 && f.headsElsewhere(m.entity, t.place) {
		return true
	}
	return m.end == m.start+1 && m.end < s.Last && f.metBy(t, m, s)
}

// listGoesOn reports whether a mark or a word joins another name to the one that ends
// before token i.
func (f *officeFinder) listGoesOn(i int, s lang.Sentence) bool {
	if i >= s.Last {
		return false
	}
	return f.l.Rune(i) == ',' || f.l.Rune(i) == '(' || f.l.Has(i, f.p.know.lists.phraseAnd)
}

// headsElsewhere reports whether the text has given a person an office of another
// place, and none of this one.
func (f *officeFinder) headsElsewhere(person, place int) bool {
	other := false
	for k := range f.p.doc.statements {
		st := &f.p.doc.statements[k]
		if st.Kind != read.Office || st.Place == "" || st.Tenure == "former" {
			continue
		}
		if e, ok := entityOf(st.Person); !ok || e != person {
			continue
		}
		if e, ok := entityOf(st.Place); ok && e == place {
			return false
		}
		other = true
	}
	return other
}

// metBy reports whether the title t opens the sentence, the one person named there
// stands behind it with «-мен», and the verb is of meeting.
func (f *officeFinder) metBy(t title, m *mention, s lang.Sentence) bool {
	w := f.l.Fold(m.start)
	if !strings.HasSuffix(w, "мен") && !strings.HasSuffix(w, "пен") && !strings.HasSuffix(w, "бен") || !strings.HasPrefix(f.l.Fold(m.end), "кездес") {
		return false
	}
	if x, ok := f.p.mentionAt(s.First, lang.PlaceChunk); t.from > s.First && (!ok || !genitiveKK(f.l.Fold(x.end-1))) {
		return false
	}
	return len(f.p.mentionsIn(lang.PersonChunk, s.First, m.start)) == 0
}

// ownerOfTitle gives the token where the genitive of another title that ends with
// token k begins, whose holder's aide the title behind it is: «Ассамблея төрағасының |
// жаңадан тағайындалған орынбасары»; k+1 where there is none.
func (f *officeFinder) ownerOfTitle(k, limit int) int {
	if k < limit || !genitiveKK(f.l.Fold(k)) {
		return k + 1
	}
	if start, ok := f.headEnding(k, limit); ok {
		return start
	}
	return k + 1
}

// aboutKK gives the token behind words that say on what a Kazakh sentence is, before
// the title of its subject: «Екінші мәселе бойынша | басқарма басшысы»; from where
// there are none.
func (f *officeFinder) aboutKK(from, head int) int {
	for k := from + 1; k < head; k++ {
		if f.l.Fold(k) != "бойынша" {
			continue
		}
		if f.l.Plays(k-1, f.p.know.roles.basedOn) {
			return k + 1
		}
	}
	return from
}

// servesThere reports whether the ending that says where somebody serves is written on to
// letters with a hyphen at token i: «АҚШ-тағы | елшісі».
func (f *officeFinder) servesThere(i int) bool {
	if i+1 >= len(f.l.Toks) || f.l.Rune(i) != '-' || !f.l.Is(i, lang.Glued) {
		return false
	}
	switch f.l.Fold(i + 1) {
	case "дағы", "дегі", "тағы", "тегі":
		return true
	}
	return false
}
