package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// withoutSigners leaves out of the parties of an English instrument persons of whom
// the text does not say for whom they sign: they hold the pen and are no side.
func (f *agreementFinder) withoutSigners(ph *phrase, parties []int) []int {
	if !f.english() || ph.has("act") {
		return parties
	}
	return slices.DeleteFunc(parties, func(e int) bool {
		ent := &f.p.doc.entities[e]
		return ent.kind == read.Person && strings.Contains(ent.name, " ") // one word alone may be a firm that no list knows
	})
}

// fewerSides reports whether the later telling of an instrument names one of
// its two sides only, which takes away nothing from them: "the lease between the
// ministry and the estate … It was signed by the ministry in 2008".
func (f *agreementFinder) fewerSides(o, m *made) bool {
	return (m.phrase.definite || !f.english()) && !m.sided && len(m.parties) == 1 && len(o.parties) > 1 && slices.Contains(o.parties, m.parties[0])
}

// moreSides reports whether the later telling of an English instrument names the
// other side too: "The union signed a pact. The pact between the union and the port …".
func (f *agreementFinder) moreSides(o, m *made) bool {
	return f.english() && m.phrase.definite && len(o.parties) == 1 && len(m.parties) == 2 && m.sided && slices.Contains(m.parties, o.parties[0])
}

// toldInFull reports whether the later telling of an English instrument gives its own name
// and no fewer sides than the one before, in a lead, which has a word for it: "China has
// signed a treaty on water. Nepal and China signed the Treaty on Shared Waters".
func (f *agreementFinder) toldInFull(o, m *made) bool {
	if !f.english() || m.rank != o.rank || len(o.parties) == 0 || m.st.Action != o.st.Action || m.st.Date == "" {
		return false
	}
	if !f.l.Is(m.phrase.head, lang.Cap) || f.l.Is(o.phrase.head, lang.Cap) {
		return false
	}
	return !slices.ContainsFunc(o.parties, func(e int) bool { return !slices.Contains(m.parties, e) })
}

// backedBy reports whether what is told of an English instrument later is only that
// somebody stands behind it, which makes him no side: "They signed a truce. The
// council endorsed the truce".
func (f *agreementFinder) backedBy(o, m *made) bool {
	return f.english() && o.st.Status == "signed" && m.st.Status == "adopted" && o.phrase.has("firm")
}

// framedOnly reports whether an English instrument stands behind a preposition and
// the verb behind it is that of another subject: "The road, paid for under a 2017
// grant agreement, will be opened by the mayor", "Under the pact, visas are waived".
func (f *agreementFinder) framedOnly(ph *phrase, d *deed) bool {
	if s := f.p.sentenceOf(ph.from); !f.proper(ph, s) && !ph.has("loose") {
		if _, dated := f.dated(ph, s); !dated { // nothing else would tell of it
			return false
		}
	}
	if d.start <= ph.to || d.side == "right" || d.start == ph.to+1 && d.rule.Name == "agreement.active" {
		return false
	}
	k := ph.from - 1
	if k > 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne)) {
		k--
	}
	if k < 0 || !f.l.Plays(k, f.p.know.roles.inPassing) || f.l.Has(k, f.p.know.lists.partyWith) {
		return false
	}
	comma := false
	for i := ph.to; i < d.start; i++ {
		if f.l.Plays(i, f.p.know.roles.thatThing) || f.inOther(i, ph) {
			return false
		}
		comma = comma || f.l.Rune(i) == ','
	}
	return comma
}

// kindOfNext reports whether an English instrument told by its kind only says what
// the named one right behind it is: "a treaty on fishing, the Niue Treaty of 1992,".
func (f *agreementFinder) kindOfNext(ph *phrase) bool {
	k := ph.to
	if f.english() && f.numberOfNext(ph) {
		return true
	}
	if !f.english() || ph.from == 0 || k+2 >= len(f.l.Toks) || f.l.Rune(k) != ',' || !f.l.Has(k+1, f.article) || ph.quoted[1] > 0 || !f.l.Is(ph.head, lang.Lower) || !f.l.Has(ph.from-1, f.p.know.lists.phraseOne) {
		return false
	}
	for i := range f.insts {
		o := &f.insts[i]
		if o.from != k+2 {
			continue
		}
		if !f.l.Is(o.head, lang.Cap) || f.key(o) != f.key(ph) {
			return false
		}
		for j := o.to; j < len(f.l.Toks) && j < o.to+4; j++ {
			if f.l.Rune(j) == ',' || f.l.Rune(j) == '.' {
				return true
			}
		}
	}
	return false
}

// inBodyName reports whether the words of an English instrument are the name of who
// governs: "the Government of National Accord".
func (f *agreementFinder) inBodyName(ph *phrase, s lang.Sentence) bool {
	k := ph.from - 1
	return f.english() && k > s.First && f.l.Is(ph.head, lang.Cap) && f.l.Has(k, f.p.know.lists.of) && f.l.Is(k-1, lang.Cap) && f.l.Has(k-1, f.p.know.lists.rulers)
}

// seatOf reports whether an English place that is no state only says where the body
// before it is, another place behind it saying more: "Rekavik University, Bavaria,".
func (f *agreementFinder) seatOf(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < 2 || f.isCountry(m.entity) || f.l.Rune(m.start-1) != ',' {
		return false
	}
	k := m.start - 2
	if f.l.Rune(k) == ')' {
		k -= 2
		if k > 0 && f.l.Rune(k) == '(' {
			k--
		}
	}
	o := f.at(k)
	if o == nil || o.class != lang.OrgChunk || f.joins(m.end) {
		return false
	}
	if f.l.Rune(m.end) != ',' {
		return true
	}
	next := f.at(m.end + 1)
	return next == nil || next.class == lang.PlaceChunk && f.isCountry(next.entity) && !f.joins(next.end)
}

// ofUnknownBody reports whether an English state stands behind "of" at the end of a
// body's name that is not known for one: "the Institute Corvo Alba of Mexico".
func (f *agreementFinder) ofUnknownBody(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < 3 || !f.l.Has(m.start-1, f.p.know.lists.of) {
		return false
	}
	for k := m.start - 2; k >= 0 && k > m.start-7 && f.l.Is(k, lang.Cap) && f.at(k) == nil; k-- {
		if f.l.Has(k, f.p.know.lists.orgHead) {
			return true
		}
	}
	return false
}

// sinceThen reports whether an English date says since when something lasts.
func (f *agreementFinder) sinceThen(m *mention) bool {
	return f.english() && m.start > 0 && f.l.Has(m.start-1, f.p.know.lists.sinceWord)
}

// rulersTold reports whether an English sentence speaks of the government alone.
func (f *agreementFinder) rulersTold(s lang.Sentence) bool {
	c := f.p.know.lists.rulers
	for i := s.First + 1; i < s.Last; i++ {
		if f.l.Has(i, c) && f.l.Has(i-1, f.article) {
			return true
		}
	}
	return false
}

// statesInName adds the two that an English instrument is called by, a state one of
// them: "the Kenya–Ghana trade agreement", "the EU-Chile treaty", "a Finnish-Estonian
// accord". joined tells that it is called by two, also where the text does not name them.
func (f *agreementFinder) statesInName(ph *phrase, add func(int)) (joined bool) {
	if !f.english() {
		return false
	}
	for i := ph.from + 1; i+1 < ph.head; i++ {
		if !isDash(f.l.Rune(i)) || !f.l.Is(i, lang.Glued) || !f.l.Is(i+1, lang.Glued) {
			continue
		}
		a, stateA, okA := f.inName(i-1, ph.from)
		b, stateB, okB := f.inName(i+1, ph.from)
		if !okA || !okB || !stateA && !stateB {
			continue
		}
		if a >= 0 && b >= 0 {
			add(a)
			add(b)
		}
		return true
	}
	return false
}

// inName gives the state or body that the word at token i of an instrument's name is,
// or the state whose adjective it is, -1 where the text does not name that one.
func (f *agreementFinder) inName(i, from int) (e int, state, ok bool) {
	if m := f.at(i); m != nil && m.entity >= 0 && m.start >= from {
		state = m.class == lang.PlaceChunk && f.isCountry(m.entity)
		return m.entity, state, state || m.class == lang.OrgChunk
	}
	if v, _, ok := f.l.Value(i, f.stateAdj); ok {
		e, named := f.stateNamed(v)
		if !named {
			e = -1
		}
		return e, true, true
	}
	return -1, false, false
}
