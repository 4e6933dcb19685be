package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// enter adds an instrument, or joins it with one named before.
func (f *agreementFinder) enter(m made) {
	for i := len(f.made) - 1; i >= 0; i-- {
		o := &f.made[i]
		kind := o.key != m.key && f.byKind(o, &m, i == len(f.made)-1)
		general := f.sameSides(o, &m)
		if o.key != m.key && !(m.phrase.definite && !m.named && strings.HasSuffix(o.key, " "+m.key)) && !kind && general == 0 || f.otherSide(o, &m) {
			continue
		}
		if f.english() && o.anchored && !m.anchored && !m.named && m.st.Date != "" && m.phrase.definite && m.rank > 2 && o.rank > 2 && m.first > o.first {
			o.st.Date, o.anchored = m.st.Date, false // "… signed an accord. The accord, signed on 9 April, …"
		}
		same := !m.named && m.phrase.definite || !m.named && m.st.Status != "signed" && m.st.Status != "adopted" || !o.named && !m.named
		if m.named && o.named {
			same = sharedWords(o.st.Instrument, m.st.Instrument) >= 0.6 || !m.phrase.topic && within(m.st.Instrument, o.st.Instrument)
		}
		if m.named && !o.named {
			same = false
		}
		if f.headLast && !m.named && !same { // «… туралы келісімге қол қойды. Келісім бес жылға жасалды»
			same = m.first > o.first && (m.st.Date == "" || m.anchored) && m.phrase.mods == 0
		}
		if general != 0 {
			same = true
			if general == 1 { // the one before is called by the general name
				o.st.Instrument, o.phrase, o.key = m.st.Instrument, m.phrase, m.key
			} else {
				m.st.Instrument, m.phrase, m.key = o.st.Instrument, o.phrase, o.key
			}
		}
		if kind && m.rank > o.rank {
			m.key = o.key
		}
		if !same || o.st.Date != "" && m.st.Date != "" && !overlaps(o.st.Date, m.st.Date) && (m.named || !m.phrase.definite) && m.rank == o.rank {
			continue
		}
		if m.rank > o.rank {
			if !m.named {
				m.st.Instrument, m.named = o.st.Instrument, o.named
			}
			if m.st.Date == "" {
				m.st.Date = o.st.Date
			}
			if len(m.parties) == 0 {
				m.parties = o.parties
			}
			*o = m
			return
		}
		if o.st.Date == "" && o.rank == m.rank {
			o.st.Date = m.st.Date
		}
		if len(o.parties) == 0 {
			o.parties = m.parties
		}
		return
	}
	f.made = append(f.made, m)
}

// byKind reports whether an English instrument called by a noun for its kind
// alone is the one named right before by another noun: "a ceasefire was signed.
// The accord was brokered by …". last tells that o is the last one made.
func (f *agreementFinder) byKind(o, m *made, last bool) bool {
	if !f.english() || !last || m.named || !m.phrase.definite || m.phrase.mods > 0 || m.phrase.has("act") || o.phrase.has("act") || o.phrase.has("loose") || o.phrase.has("many") || m.first <= o.last || m.first-o.last > 2 {
		return false
	}
	if m.key != "agreement" && m.key != "deal" || f.l.Toks[m.phrase.head].Is(lang.Cap) {
		return false
	}
	return !slices.ContainsFunc(f.made, func(x made) bool { return x.key == m.key || strings.HasSuffix(x.key, " "+m.key) })
}

// otherSide reports whether an English instrument has a party named behind it
// which is none of the two or more that the one before has: "the accord with
// Senegal" is another one than that with Mauritania and Spain.
func (f *agreementFinder) otherSide(o, m *made) bool {
	return m.sided && len(o.parties) > 1 && len(m.parties) > 0 && !slices.ContainsFunc(m.parties, func(e int) bool {
		return slices.Contains(o.parties, e) && (len(m.parties) == 1 || e == m.parties[0])
	})
}

// sameSides reports whether two English instruments of one kind between the
// same two are one, since one of them is called by words that tell only that it
// is theirs ("the bilateral treaty"): 1 where the one before is called so, 2
// where the other is, 0 where they are not one.
func (f *agreementFinder) sameSides(o, m *made) int {
	if !f.english() || o.key != m.key && !strings.HasSuffix(o.key, " "+m.key) && !strings.HasSuffix(m.key, " "+o.key) || len(o.parties) != 2 || len(m.parties) != 2 || !slices.Contains(o.parties, m.parties[0]) || !slices.Contains(o.parties, m.parties[1]) {
		return 0
	}
	switch {
	case f.general(&o.phrase) && (m.named || strings.Contains(m.key, " ")):
		return 1
	case f.general(&m.phrase) && (o.named || strings.Contains(o.key, " ")):
		return 2
	}
	return 0
}

// general reports whether all words before the noun of an instrument say only
// that it is there and whose it is.
func (f *agreementFinder) general(ph *phrase) bool {
	if ph.topic || ph.mods == 0 || ph.quoted[1] > 0 || !ph.definite {
		return false
	}
	for i := ph.from; i < ph.head; i++ {
		if !f.l.Plays(i, f.p.know.roles.general) && !f.is(i, lang.DateChunk) {
			return false
		}
	}
	return true
}

// denied reports whether an English instrument is said not to be: "no agreement
// could be signed", "without a treaty".
func (f *agreementFinder) denied(ph *phrase, s lang.Sentence) bool {
	return f.english() && ph.from > s.First && f.l.Toks[ph.from-1].End-f.l.Toks[ph.from-1].Start == 2 && f.l.Fold(ph.from-1) == "no"
}

// isDraft reports whether an English instrument between several is called a
// draft, so that whoever endorses it has not concluded it.
func (f *agreementFinder) isDraft(ph *phrase) bool {
	return f.english() && ph.from < ph.head && ph.has("firm") && !ph.has("many") && f.l.Fold(ph.from) == "draft"
}

// pluralSided reports whether English instruments told together are each told by
// the party behind them: "air services agreements with Jamaica and Mali".
func (f *agreementFinder) pluralSided(ph *phrase, s lang.Sentence) bool {
	return f.english() && ph.has("firm") && ph.mods > 0 && f.sided(ph, s)
}

// watched reports whether those who are the subject of a signing only look on:
// "they witnessed the signing of an agreement between the two academies".
func (f *agreementFinder) watched(d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil || d.rule.Name != "agreement.signing" {
		return false
	}
	for i := max(s.First, d.start-3); i < d.start; i++ {
		if f.l.Plays(i, f.p.know.roles.lookedOn) {
			return true
		}
	}
	return false
}

// toldAside reports whether the participle behind an English instrument that is
// known already only recalls what was done with it, the sentence telling another
// thing in the perfect: "Kenya has not ratified the convention, signed by 23
// states", "the amendments, adopted in Bali, have been accepted".
func (f *agreementFinder) toldAside(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil || d.start != ph.to+1 || f.l.Rune(ph.to) != ',' || !ph.definite && !ph.possessed {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if i >= ph.from && i < d.end {
			continue
		}
		switch f.l.Fold(i) {
		case "has", "have", "had":
			return true
		}
	}
	return false
}

// statesInName adds the states that an English instrument is called by: "the
// Kenya–Ghana trade agreement", "the Peru-Chile border treaty".
func (f *agreementFinder) statesInName(ph *phrase, add func(int)) {
	if !f.english() || ph.from == ph.head {
		return
	}
	var found []int
	for i := ph.from; i < ph.head; {
		m := f.at(i)
		if m == nil {
			i++
			continue
		}
		i = max(i+1, m.end)
		if m.class != lang.PlaceChunk || m.entity < 0 || !f.isCountry(m.entity) {
			continue
		}
		if len(found) == 0 && !isDash(f.l.Rune(m.end)) { // joined to the next
			return
		}
		found = append(found, m.entity)
	}
	if len(found) < 2 {
		return
	}
	for _, e := range found {
		add(e)
	}
}

// townsJustNamed gives the two towns that the sentence before names, where
// nobody but two persons signs for them, one of them a mayor; nil elsewhere.
func (f *agreementFinder) townsJustNamed(s lang.Sentence, named []int) (out []int) {
	if len(named) != 2 || s.First == 0 || f.l.Toks[s.First].Para {
		return nil
	}
	told := false
	for i := s.First; i < s.Last && !told; i++ {
		told = f.l.Plays(i, f.p.know.roles.townOffice)
	}
	if !told {
		return nil
	}
	before := f.p.sentenceOf(s.First - 1)
	for _, k := range f.p.mentionsIn(lang.PlaceChunk, f.behindDateline(before.First, before.Last), before.Last) {
		m := &f.p.mens[k]
		if m.entity < 0 || f.at(m.start) != m || f.isCountry(m.entity) || f.natural(m) || f.locative(m) || f.l.Has(m.end, f.poss) || slices.Contains(out, m.entity) {
			continue
		}
		out = append(out, m.entity)
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// notForState reports whether a person has an office by the text, none in which
// one acts for a state.
func (f *agreementFinder) notForState(e int) bool {
	if f.p.doc.entities[e].kind != read.Person || f.stateOfficer(e) {
		return false
	}
	return slices.ContainsFunc(f.p.doc.statements, func(st statement) bool { return st.Kind == read.Office && st.Person == ref(e) })
}

// capsInBrackets gives the first token of the capitalised word before brackets
// that hold capitalised words alone and close at token k; 0 elsewhere.
func (g *ground) capsInBrackets(k, first int) int {
	for i := k - 1; i > first && i > k-6; i-- {
		if g.l.Rune(i) == '(' {
			if i < k-1 && g.l.Toks[i-1].Is(lang.Cap) {
				return i - 1
			}
			return 0
		}
		if !g.l.Toks[i].Is(lang.Cap) {
			return 0
		}
	}
	return 0
}

// ofLater reports whether an English participle stands right behind a later
// instrument of the sentence and tells of it alone, the phrase having its own day:
// "an exchange agreement of 2018 and a letter of intent signed in May".
func (f *agreementFinder) ofLater(ph *phrase, d *deed, at int) bool {
	if !f.english() || d.rule.Name != "agreement.active" || at+1 >= len(f.insts) {
		return false
	}
	if o := &f.insts[len(f.insts)-1]; o.from < ph.to || d.start < o.to || d.start > o.to+1 {
		return false
	}
	_, dated := f.dated(ph, f.p.sentenceOf(ph.from))
	return dated
}

// ofTheOne reports whether an English verb tells of another instrument called "the
// one": "the protocol, which replaces the one that expired in June".
func (f *agreementFinder) ofTheOne(d *deed) bool {
	if !f.english() || d.start < 2 {
		return false
	}
	k := d.start - 1
	if w := f.l.Fold(k); w == "that" || w == "which" {
		k--
	}
	switch f.l.Fold(k) {
	case "one", "ones", "those":
		return !f.l.Has(k+1, f.p.class("of"))
	}
	return false
}

// newsOf reports whether a verb tells what was done with an instrument on the day
// of the news, though it is neither signed nor adopted by it.
func (f *agreementFinder) newsOf(d *deed) bool {
	return d != nil && d.mood == "done" && d.rule.Name == "agreement.active" && d.value == "other initialled"
}
