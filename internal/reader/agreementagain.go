package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// signedBefore reports whether a Russian or Kazakh instrument called by its noun alone is
// the one that was approved in the sentence or two before, signed on an earlier day:
// «парламент одобрил соглашение о визах. Соглашение было подписано в мае».
func (f *agreementFinder) signedBefore(o, m *made) bool {
	if f.english() || m.named || !o.named || m.phrase.mods > 0 || o.phrase.has("act") || !o.phrase.has("firm") || m.first <= o.last || m.first-o.last > 2 {
		return false
	}
	return o.st.Status == "adopted" && m.st.Action == "signed" && m.st.Status == "signed" && !m.anchored && m.st.Date != "" && m.st.Date < o.st.Date &&
		m.phrase.from == f.p.sents[m.first].First
}

// withOther reports whether a Russian or Kazakh instrument called by its noun alone is told
// with a side, known or not, that the one before does not have: «соглашение с Коломной …
// Соглашение с Визе, действующее с 1993 года».
func (f *agreementFinder) withOther(o, m *made) bool {
	if f.english() || m.named || len(o.parties) == 0 || m.first == o.first {
		return false
	}
	k := m.phrase.headEnd
	if !f.headLast {
		if !f.l.Has(k, f.p.know.lists.partyWith) {
			return false
		}
		k++
	} else if k = f.instrumentalAhead(&m.phrase); k < 0 {
		return false
	}
	if e := f.at(k); e != nil {
		return e.entity >= 0 && !slices.Contains(o.parties, e.entity) && (e.class == lang.PlaceChunk || e.class == lang.OrgChunk) && (len(m.parties) < 2 || len(o.parties) > 1)
	}
	return f.l.Is(k, lang.Cap)
}

// instrumentalAhead gives the name or capitalised word in the instrumental before a Kazakh
// instrument and the participle and day before that: «Люнебургпен 1993 жылы жасалған |
// келісім»; -1 where none stands there.
func (f *agreementFinder) instrumentalAhead(ph *phrase) int {
	first := f.p.sentenceOf(ph.from).First
	for k, n := ph.from-1, 0; k >= first && n < 5; k, n = k-1, n+1 {
		if m := f.at(k); m != nil && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk) {
			if f.slot(m.end-1, "ins", "poss3 ins") {
				return m.start
			}
			return -1
		}
		switch {
		case f.l.Is(k, lang.Cap):
			if f.slot(k, "ins", "poss3 ins") {
				return k
			}
			return -1
		case f.l.Is(k, lang.Punct):
			return -1
		}
	}
	return -1
}

// calledOtherwise reports whether a Russian instrument called by its noun alone, right
// behind one of the same two sides that was signed by another noun, is that one:
// «А и Б подписали соглашение о кредите. Подписи под договором поставили …».
func (f *agreementFinder) calledOtherwise(o, m *made) bool {
	if !f.russian() || m.named || !o.named || m.phrase.mods > 0 || m.first <= o.last || m.first-o.last > 2 || m.phrase.has("act") || o.phrase.has("act") || !m.phrase.has("firm") || !o.phrase.has("firm") || strings.Contains(m.key, " ") || strings.Contains(o.key, " ") || m.st.Action != o.st.Action { // a joint statement is no other word for a treaty
		return false
	}
	return m.rank == o.rank && len(m.parties) == 2 && len(o.parties) == 2 && slices.Contains(o.parties, m.parties[0]) && slices.Contains(o.parties, m.parties[1]) &&
		(m.st.Date == "" || m.anchored || o.st.Date == "" || o.anchored || overlaps(o.st.Date, m.st.Date))
}

// opensAgain reports whether a Russian instrument that opens its sentence by its noun alone is
// the one that two sides were said to sign right before, of which it tells who put their names
// to it: «A и B подписали соглашение о кредите. Соглашение подписали министр X и директор Y».
func (f *agreementFinder) opensAgain(o, m *made) bool {
	if !f.russian() || m.named || !o.named || o.key != m.key && !strings.HasPrefix(o.key, m.key+" ") || m.phrase.mods > 0 || m.phrase.topic || m.phrase.has("act") || f.plural(&m.phrase) || len(o.parties) < 2 {
		return false
	}
	if m.first <= o.first || m.first-o.last > 3 || m.phrase.from != f.p.sents[m.first].First || m.st.Action != o.st.Action || f.l.Has(m.phrase.headEnd, f.p.know.lists.partyWith) {
		return false
	}
	return len(m.parties) == 0 || slices.ContainsFunc(m.parties, func(e int) bool { return slices.Contains(o.parties, e) })
}

// toldAgain takes the day of a later telling of the same instrument, where its own is none or
// only that of the text.
func (o *made) toldAgain(m *made) {
	if o.st.Date == "" || o.anchored {
		o.st.Date, o.anchored = m.st.Date, m.anchored
	}
	o.last = max(o.last, m.first)
}

// goesOn reports whether a sentence lists the instruments that the one
// before it tells of by their number: "Among them are …", "They include …".
func (f *agreementFinder) goesOn(k int, s lang.Sentence) bool {
	if f.english() && f.severalAt != 0 && f.severalAt == k && f.l.Toks[s.First].Para && f.bulleted(s) { // 26 papers were signed. ¶ – Agreement on fish
		return true
	}
	if f.severalAt == 0 || f.severalAt != k || f.l.Toks[s.First].Para || f.headLast && f.p.foldAt(s.Last-2) == "жоқ" { // Олардың арасында … келісім жоқ
		return false
	}
	r := &f.p.know.roles
	if f.l.Plays(s.First, r.amongThem) {
		return f.listsOn(s)
	}
	if !f.english() {
		return f.itemOpens(s)
	}
	those := f.l.Plays(s.First, r.thoseListed)
	if !those && !f.l.Plays(s.First, r.article) {
		return false
	}
	for i := s.First + 1; i < s.First+4 && i < s.Last; i++ {
		if f.l.Plays(i, r.includes) || those && f.l.Plays(i, r.covers) {
			return true
		}
	}
	return false
}
