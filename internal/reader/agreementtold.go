package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// toldClause gives the token from which those who act are sought where an English
// verb of telling leads to what was done: "the secretariat informed its members
// that | Belize acceded to the treaty".
func (f *agreementFinder) toldClause(from, to int) int {
	say := f.p.know.lists.sayVerb
	for k := to - 1; k > from+1; k-- {
		if t := &f.l.Toks[k]; t.End-t.Start != 4 || f.l.Fold(k) != "that" {
			continue
		}
		named := false // "that the members" tells who acts as well as a name does
		for i := k + 1; i < to && !named; i++ {
			named = f.at(i) != nil && f.at(i).class != lang.DateChunk || f.l.Is(i, lang.Word) && strings.HasSuffix(f.l.Fold(i), "s") && f.at(i) == nil && !f.l.Has(i, f.npstop)
		}
		for i := k - 1; named && i > from && i > k-6; i-- {
			if f.l.Plays(i, f.p.know.roles.informs) || f.l.Has(i, say) || i == k-1 && f.joins(i) {
				return k + 1
			}
		}
	}
	return from
}

// tellsOfIt reports whether a mention begins what an English sentence ends in,
// who told of it: "…, the ministry announced on Friday".
func (f *agreementFinder) tellsOfIt(m *mention) bool {
	k := m.start - 1
	if !f.english() || !f.l.Has(m.end, f.p.know.lists.sayVerb) && !f.passesOn(m.end) {
		return false
	}
	if k > 0 && f.l.Has(k, f.article) {
		k--
	}
	if k > 1 && isQuote(f.l.Rune(k)) { // “… signed between the three,” | the firm said
		k--
	}
	return k > 0 && f.l.Rune(k) == ','
}

// passesOn reports whether the English words at token k say that whoever stands before them
// passes the news on: "Kabar | reports", "Kabar | has learnt from the embassy".
func (f *agreementFinder) passesOn(k int) bool {
	if f.l.Plays(k, f.p.know.roles.haveVerb) {
		k++
	}
	return f.actWord(k, "passeson") && !f.l.Has(k+1, f.article)
}

// whichDeed gives the verb of an English clause of which an instrument is the
// object, however long its subject is: "an agreement that the rectors of A and B,
// X and Y, signed in May".
func (f *agreementFinder) whichDeed(ph *phrase, s lang.Sentence) *deed {
	if !f.english() || ph.to+2 >= s.Last {
		return nil
	}
	if !f.l.Plays(ph.to, f.p.know.roles.thatThing) || !f.l.Has(ph.to+1, f.article) && f.at(ph.to+1) == nil {
		return nil
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.start <= ph.to || d.start > ph.to+26 {
			continue
		}
		if d.rule.Name != "agreement.active" && d.rule.Name != "agreement.reduced" || f.l.Has(d.end, f.article) {
			return nil
		}
		for i := ph.to; i < d.start; i++ {
			if r := f.l.Rune(i); r == ';' || r == ':' || f.inOther(i, ph) {
				return nil
			}
		}
		return d
	}
	return nil
}

// ofDay reports whether an English act without a name is known by its full day: "a
// law of 20 April 1965".
func (f *agreementFinder) ofDay(ph *phrase) bool {
	if !f.english() || !ph.has("act") || ph.has("by-signed") || ph.has("by-adopted") || !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		return false
	}
	m := f.at(ph.headEnd + 1)
	return m != nil && m.class == lang.DateChunk && len(m.date.String()) == len("2006-01-02")
}

// recalledSide gives the state or body that an English sentence opens with, whose
// act of a full day it recalls; -1 where it opens otherwise.
func (f *agreementFinder) recalledSide(s lang.Sentence) int {
	i := s.First
	if f.l.Has(i, f.article) {
		i++
	}
	m := f.at(i)
	if m == nil || m.entity < 0 || m.class != lang.OrgChunk && (m.class != lang.PlaceChunk || !f.isCountry(m.entity)) || f.l.Has(m.end, f.poss) {
		return -1
	}
	return m.entity
}

// whomWith gives whom an English instrument is with where the clause hangs on
// their name: "the Gulbenkian Foundation, with which a grant agreement is to be
// concluded"; -1 elsewhere.
func (f *agreementFinder) whomWith(ph *phrase, s lang.Sentence) int {
	k := ph.from - 1
	if k > s.First && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne)) {
		k--
	}
	if !f.english() || k-3 <= s.First || f.l.Fold(k) != "which" && f.l.Fold(k) != "whom" || !f.l.Has(k-1, f.p.know.lists.partyWith) || f.l.Rune(k-2) != ',' {
		return -1
	}
	m := f.at(k - 3)
	if m == nil || m.entity < 0 || m.class != lang.OrgChunk && m.class != lang.PlaceChunk {
		return -1
	}
	return m.entity
}

// threeSides adds the states of the text's first paragraph to the one who acts on
// an English instrument that is told to have three sides, where they are three.
func (f *agreementFinder) threeSides(ph *phrase, out []int) []int {
	if !f.english() || len(out) == 0 || len(out) > 2 {
		return out
	}
	told := false
	for i := ph.from; i < ph.head && !told; i++ {
		told = f.l.Plays(i, f.p.know.roles.threeSided)
	}
	if !told || slices.ContainsFunc(out, func(e int) bool { return !f.isCountry(e) }) {
		return out
	}
	return f.statesAround(out, 3)
}

// ownsName reports whether an English state only says whose the name behind it is,
// though no list knows it for a body: "Malawi's Zorva pool".
func (f *agreementFinder) ownsName(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk {
		return false
	}
	ch, ok := f.l.Chunk(m.end, f.poss)
	if !ok {
		return false
	}
	k := int(ch.End)
	return k < len(f.l.Toks) && f.l.Is(k, lang.Cap) && f.at(k) == nil && !f.l.Has(k, f.officenoun)
}

// passedOver reports whether several English instruments are recalled by their
// kind and day: "under financing agreements of 2019".
func (f *agreementFinder) passedOver(ph *phrase, dated bool, s lang.Sentence) bool {
	return f.english() && dated && ph.has("firm") && (ph.mods > 0 || ph.headEnd-ph.head > 1) && ph.from > s.First && f.l.Plays(ph.from-1, f.p.know.roles.inPassing)
}

// ownAct reports whether what another state does with an English instrument is told
// beside the act of the one the news is about, whose act it does not change:
// "Belize acceded to the treaty. Malta signed it in 2018".
func (f *agreementFinder) ownAct(o, m *made) bool {
	if !f.english() || o.st.Action != "ratified" && o.st.Action != "acceded" || len(o.parties) == 0 || m.rank <= o.rank {
		return false
	}
	if m.phrase.definite && o.st.Date != "" && !m.anchored && m.st.Date != "" && m.st.Date < o.st.Date { // "ratified the treaty … The treaty was signed in August"
		return true
	}
	if m.phrase.definite && m.anchored && o.st.Date != "" && !o.anchored && m.st.Action == "signed" && overlaps(o.st.Date, m.st.Date) { // "ratified the treaty on Thursday … The treaty was negotiated by"
		return true
	}
	if len(m.parties) == 0 { // it was adopted long before
		return m.st.Date != "" && o.st.Date != "" && m.st.Date < o.st.Date
	}
	return !slices.ContainsFunc(m.parties, func(e int) bool { return slices.Contains(o.parties, e) })
}

// signedThen reports whether an English text that tells of a ratification tells of the signing
// too, under its whole name, with its sides and on an earlier day: both are acts of their own.
func (f *agreementFinder) signedThen(o, m *made) bool {
	return f.english() && (o.st.Action == "ratified" || o.st.Action == "acceded") && m.st.Action == "signed" && m.phrase.topic && len(m.parties) > 1 &&
		o.st.Date != "" && m.st.Date != "" && m.st.Date < o.st.Date && !overlaps(o.st.Date, m.st.Date)
}

// toParliament reports whether "to" at token j leads to the parliament that an
// instrument is sent to.
func (g *ground) toParliament(j int) bool {
	if t := &g.l.Toks[j]; t.End-t.Start != 2 || !g.english() || !g.l.Plays(j, g.p.know.roles.to) || j+2 >= len(g.l.Toks) {
		return false
	}
	if j++; g.l.Has(j, g.article) {
		j++
	}
	return g.p.know.endings.parliamentWord.whole(g.l.Fold(j))
}
