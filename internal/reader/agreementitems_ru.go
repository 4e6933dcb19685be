package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// numberOfItem reports whether the full stop at token i stands behind the number of an
// item in a line of Russian text: «…: 1|. Договор о рыбе. 2|. Протокол».
func (f *agreementFinder) numberOfItem(i int) bool {
	if !f.russian() || i < 2 || f.l.Rune(i) != '.' || !f.l.Is(i-1, lang.Number) || f.l.Toks[i-1].End-f.l.Toks[i-1].Start > 2 {
		return false
	}
	switch f.l.Rune(i - 2) {
	case ':', '.', ';':
		return true
	}
	return false
}

// plainItem reports whether a line of a Russian or English list has no mark of its own: it
// opens with an instrument and says nothing else, «Протокол о транзите», "Protocol on transit,".
func (f *agreementFinder) plainItem(s lang.Sentence) bool {
	t := &f.l.Toks[s.First]
	if f.english() {
		return (t.Para || t.Break) && len(f.deeds) == 0 && len(f.insts) > 0 && f.insts[0].from == s.First && f.l.Is(s.First, lang.Cap) && !f.toldBetween(f.insts[0].to, s.Last)
	}
	return f.russian() && (t.Para || t.Break) && len(f.deeds) == 0 && len(f.insts) > 0 && f.insts[0].from == s.First && f.l.Is(s.First, lang.Cap) && !f.finiteBehind(f.insts[0].to, s)
}

// finiteBehind reports whether a finite Russian verb stands behind token i of a sentence.
func (f *agreementFinder) finiteBehind(i int, s lang.Sentence) bool {
	for ; i < s.Last; i++ {
		if f.at(i) == nil && f.verbAt(i) {
			return true
		}
	}
	return false
}

// openedWithin gives the verb before the colon of a Russian sentence that holds the first
// item of a list whose lines go on behind it, and the words up to that colon: «подписали
// следующие документы: | договор о рыбе;»; nil elsewhere.
func (f *agreementFinder) openedWithin(s lang.Sentence) (*deed, lang.Sentence) {
	if !f.russian() || len(f.deeds) == 0 || len(f.insts) == 0 || f.l.Rune(s.Last-1) != ';' || s.Last >= len(f.l.Toks) || !f.l.Toks[s.Last].Break && !f.l.Toks[s.Last].Para {
		return nil, s
	}
	for i := s.First; i < s.Last; i++ {
		if f.l.Rune(i) != ':' || i+1 >= s.Last || !f.l.Toks[i+1].Break {
			continue
		}
		for k := len(f.deeds) - 1; k >= 0; k-- {
			if d := f.deeds[k]; d.end <= i {
				s.Last = i + 1
				return &d, s
			}
		}
		break
	}
	return nil, s
}

// amongSigned gives the participle of the documents among which a Russian sentence counts
// an instrument behind a dash or a colon: «Среди подписанных документов – | договор о
// рыбе»; nil elsewhere.
func (f *agreementFinder) amongSigned(ph *phrase, s lang.Sentence) *deed {
	if !f.russian() {
		return nil
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.start == s.First || d.end >= ph.from || !f.l.Has(d.end, f.noun) || !f.l.Plays(s.First, f.p.know.roles.amongThem) || !f.p.know.endings.participleEnd.end(f.l.Fold(d.start), 4) {
			continue
		}
		for i := d.end + 1; i < ph.from && i < d.end+4; i++ {
			if r := f.l.Rune(i); r == ':' || isDash(r) && !f.l.Is(i, lang.Glued) {
				return d
			}
		}
	}
	return nil
}

// attendedRU reports whether a Russian sentence tells of a signing only who was there:
// «на церемонии подписания договора присутствовали деканы университета».
func (f *agreementFinder) attendedRU(d *deed, s lang.Sentence) bool {
	if !f.russian() || d.rule.Name != "agreement.signing" {
		return false
	}
	for i := d.end; i < s.Last; i++ {
		if f.l.Plays(i, f.p.know.roles.lookedOn) {
			return true
		}
	}
	return false
}

// signingAgain reports whether a Russian signing of an instrument called by its noun alone
// is that of the one named last, right before: «подписали договор об обмене. … На
// церемонии подписания | договора».
func (f *agreementFinder) signingAgain(o, m *made) bool {
	const near = 3
	return f.russian() && !m.named && m.st.Rule == "agreement.signing" && o.key == m.key && o.st.Status == m.st.Status && m.first > o.last && m.first-o.last <= near && m.phrase.mods == 0 && !f.plural(&m.phrase)
}

// bothSidesRU reports whether the next telling of a Russian instrument, right behind the
// first, names both sides where that names one of them alone, as headlines do.
func (f *agreementFinder) bothSidesRU(o, m *made) bool {
	return f.russian() && len(o.parties) == 1 && len(m.parties) == 2 && m.first == o.last+1 && m.rank == o.rank && m.st.Action == o.st.Action && slices.Contains(m.parties, o.parties[0])
}
