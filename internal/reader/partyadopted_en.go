package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// adopter gives the body that adopts an English instrument, or before which it lies, where
// no side of it is found: the one whose session it is done at, the one it is handed to, the
// one for which those who adopt act ("delegates", "the Conference"), and, where nobody is
// told at all, the body whose session the sentence before tells of; -1 where there is none.
func (f *agreementFinder) adopter(ph *phrase, d *deed, s lang.Sentence) int {
	if !f.english() || d == nil {
		return -1
	}
	if !strings.HasPrefix(d.value, "adopted") {
		if d.mood == "planned" {
			return f.laidBefore(ph, d, s)
		}
		return -1
	}
	if e := f.sessionThere(d, s); e >= 0 {
		return e
	}
	if f.passive(d) {
		return f.satBefore(d, s)
	}
	if !f.adoptersAct(d, s) {
		return -1
	}
	return f.bodyOfAdopters()
}

// adoptersAct reports whether a word for those who adopt stands before a verb.
func (f *agreementFinder) adoptersAct(d *deed, s lang.Sentence) bool {
	c := f.p.know.lists.adopters
	for i := d.start - 1; i >= s.First && i > d.start-9; i-- {
		if r := f.l.Rune(i); r == ';' || r == ':' {
			return false
		}
		if f.l.Has(i, c) {
			return true
		}
	}
	return false
}

// bodyOfAdopters gives the body whose members or meeting "delegates" and "the Conference"
// are: the one whose congress the first paragraph tells of, the one that the text speaks
// for, else the only one its first paragraph names; -1 where there is none.
func (f *agreementFinder) bodyOfAdopters() int {
	c := f.p.know.lists.adopters
	lead := f.p.mentionsIn(lang.OrgChunk, 0, f.p.leadEnd(lang.OrgChunk))
	for _, k := range lead { // the congress of the union
		m := &f.p.mens[k]
		i := m.start - 1
		if i > 1 && f.l.Has(i, f.article) {
			i--
		}
		if i > 1 && m.entity >= 0 && f.l.Has(i, f.p.know.lists.of) && (f.l.Has(i-1, c) || f.l.Has(i-1, f.p.know.lists.eventNoun)) {
			return m.entity
		}
	}
	if e := f.leadBody(); e >= 0 {
		return e
	}
	only := -1
	for _, k := range lead {
		switch e := f.p.mens[k].entity; {
		case e < 0 || e == only || f.at(f.p.mens[k].start) != &f.p.mens[k]:
		case only >= 0:
			return -1
		default:
			only = e
		}
	}
	return only
}

// sessionThere gives the body at whose session a sentence says that something was adopted:
// "at the ninth session of | the Council", "at the Council's ninth session"; -1 elsewhere.
func (f *agreementFinder) sessionThere(d *deed, s lang.Sentence) int {
	for i := s.First; i < s.Last; i++ {
		if !f.l.Has(i, f.p.know.lists.eventNoun) || !f.l.Is(i, lang.Lower) || f.at(i) != nil || !f.heldAt(i, s) {
			continue
		}
		if m := f.bodyOfMeeting(i, s); m != nil {
			return m.entity
		}
	}
	return -1
}

// heldAt reports whether "at" or "during" leads to the noun of a meeting at token i, with
// its number, kind and owner between them.
func (f *agreementFinder) heldAt(i int, s lang.Sentence) bool {
	for k := i - 1; k >= s.First && k > i-9; k-- {
		if f.l.Plays(k, f.p.know.roles.atOne) {
			return true
		}
		if f.l.Is(k, lang.Punct) && !isDash(f.l.Rune(k)) && !isApostropheRune(f.l.Rune(k)) || f.deedAt(k) {
			return false
		}
	}
	return false
}

// bodyOfMeeting gives the body whose meeting the noun at token i tells of: named behind
// "of", or as its owner before it; nil where none is.
func (f *agreementFinder) bodyOfMeeting(i int, s lang.Sentence) *mention {
	k := i + 1
	if k+1 < s.Last && f.l.Has(k, f.p.know.lists.of) {
		return f.bodyFrom(k+1, s)
	}
	for k = i - 1; k > s.First && k > i-5; k-- {
		if m := f.at(k); m != nil {
			if ch, ok := f.l.Chunk(m.end, f.poss); m.class == lang.OrgChunk && m.entity >= 0 && (ok && int(ch.End) <= i || m.end == i) {
				return m
			}
			if m.class != lang.DateChunk {
				return nil
			}
		}
	}
	return nil
}

// satBefore gives the body of which an English paragraph has just told that it met, for
// what "was adopted" by nobody named: the one whose session the sentence before tells of,
// or which opens it as who met; -1 where another time is told or somebody did it.
func (f *agreementFinder) satBefore(d *deed, s lang.Sentence) int {
	if s.First == 0 || f.l.Toks[s.First].Para && f.p.sentenceIndex(s.First) > 1 {
		return -1
	}
	for i := d.end; i < s.Last && i < d.end+9; i++ {
		if f.l.Has(i, f.p.know.lists.partyBy) {
			return -1
		}
	}
	before := f.p.sentenceOf(s.First - 1)
	for i := before.First; i < before.Last; i++ {
		m := f.at(i)
		if m == nil {
			continue
		}
		if i = m.end - 1; m.class != lang.OrgChunk || m.entity < 0 {
			continue
		}
		if m.start <= before.First+1 && f.satBehind(m.end, before) {
			return m.entity
		}
		k := m.start - 1
		if f.l.Has(k, f.article) {
			k--
		}
		if k > before.First && f.l.Has(k, f.p.know.lists.of) && f.l.Has(k-1, f.p.know.lists.eventNoun) {
			return m.entity
		}
	}
	return -1
}

// satBehind reports whether a verb of meeting follows the body that ends before token i.
func (f *agreementFinder) satBehind(i int, s lang.Sentence) bool {
	for k := i; k < s.Last && k < i+6; k++ {
		if f.l.Plays(k, f.p.know.roles.satVerb) {
			return true
		}
		if f.l.Is(k, lang.Punct) && f.l.Rune(k) != ',' && f.l.Rune(k) != ')' && f.l.Rune(k) != '(' {
			return false
		}
	}
	return false
}

// laidBefore gives the body before which an English draft lies or to which it is handed: "now
// before | the Assembly", "submitted to | the Senate"; -1 where none is named.
func (f *agreementFinder) laidBefore(ph *phrase, d *deed, s lang.Sentence) int {
	if n := d.rule.Name; n != "agreement.before" && n != "agreement.sent" && n != "agreement.submitted" && n != "agreement.to-submit" {
		return -1
	}
	for i := min(d.start, ph.headEnd); i+1 < s.Last && i < max(d.end, ph.to)+3; i++ {
		if i >= ph.from && i < ph.to || f.l.Fold(i) != "before" && !f.l.Has(i, f.p.know.lists.partyTo) {
			continue
		}
		if m := f.bodyFrom(i+1, s); m != nil {
			return m.entity
		}
	}
	return -1
}

// bodyFrom gives the body whose name begins at token i, behind an article and an organ of
// its own at most: "the General Conference of the | Union"; nil where none does.
func (f *agreementFinder) bodyFrom(i int, s lang.Sentence) *mention {
	if f.l.Has(i, f.article) {
		i++
	}
	k := i
	for k < s.Last && k < i+4 && f.at(k) == nil && f.l.Is(k, lang.Cap) {
		k++
	}
	if k > i && k+1 < s.Last && f.l.Has(k, f.p.know.lists.of) {
		if k++; f.l.Has(k, f.article) {
			k++
		}
	} else if k > i {
		return nil
	}
	if m := f.at(k); m != nil && m.start == k && m.class == lang.OrgChunk && m.entity >= 0 {
		return m
	}
	return nil
}

// beforeArticle gives the token of the article right before token i, else i.
func (g *ground) beforeArticle(i int) int {
	if g.l.Has(i-1, g.article) || g.l.Has(i-1, g.p.know.lists.phraseOne) {
		return i - 1
	}
	return i
}
