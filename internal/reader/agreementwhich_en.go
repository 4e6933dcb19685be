package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// whichToCome gives the verb of the clause right behind an English instrument that tells what
// is still to be done with it, in the place of one that tells only of the work on it: "are
// working on a roadmap, | which the two sides hope to sign in March", "discussed a treaty that
// | will be signed next year", "concluded talks on a treaty, which | was signed in Osh"; else d.
// What was signed already stays so.
func (f *agreementFinder) whichToCome(ph *phrase, d *deed, s lang.Sentence) *deed {
	if !f.english() || d != nil && d.mood != "planned" && !strings.HasSuffix(d.value, "proposed") || ph.to+3 >= s.Last {
		return d
	}
	talked := d != nil && (strings.HasPrefix(d.rule.Name, "agreement.talks") || d.rule.Name == "agreement.negotiating")
	k := ph.to
	if f.l.Rune(k) == ',' {
		k++
	}
	if !f.l.Plays(k, f.p.know.roles.thatThing) {
		return d
	}
	const reach = 8
	for i := range f.deeds {
		o := &f.deeds[i]
		if o.start <= k || o.start > k+reach || o.mood != "planned" && !(talked && o.mood == "done" && o.value == "signed signed") {
			continue
		}
		if f.commaBetween(k, o.start) || o.own() {
			return d
		}
		switch o.rule.Name {
		case "agreement.planned", "agreement.passive", "agreement.active": // which is to be signed, which was signed
			if o.start > k+2 || o.mood == "done" && o.start == k+2 && !f.l.Plays(k+1, f.p.know.roles.beVerb) && !f.l.Plays(k+1, f.p.know.roles.haveVerb) {
				return d
			}
		case "agreement.plans": // which they hope to sign
			if f.l.Has(o.end, f.article) || f.at(o.end) != nil && !f.is(o.end, lang.DateChunk) || f.l.Has(o.end, f.noun) {
				return d
			}
		default:
			return d
		}
		return o
	}
	return d
}

// talksBegin reports whether an English date is when the talks on an instrument are to open,
// not when it is made: "Talks on a treaty are to begin in | March".
func (f *agreementFinder) talksBegin(m *mention, d *deed) bool {
	if !strings.HasPrefix(d.rule.Name, "agreement.talks") && d.rule.Name != "agreement.negotiating" || m.start < d.end {
		return false
	}
	for k := m.start - 1; k > d.end && k > m.start-4; k-- {
		if f.l.Plays(k, f.p.know.roles.talksOpen) {
			return true
		}
		if f.at(k) != nil || f.l.Is(k, lang.Punct) {
			return false
		}
	}
	return false
}

// saidToBe reports whether an English sentence only says of the instrument told before, by "it"
// or "this", which of its kind it is: "It is the second memorandum between the two partners".
func (f *agreementFinder) saidToBe(t *telling) bool {
	if !f.english() || t.d != nil || t.ph.topic || t.ph.quoted[1] > 0 || t.dated || len(f.made) == 0 || t.k-f.made[len(f.made)-1].last > 2 {
		return false
	}
	k := t.s.First
	if k+3 >= t.ph.head || t.ph.head > k+8 || !f.l.Plays(k+1, f.p.know.roles.beVerb) || !f.l.Has(k+2, f.article) {
		return false
	}
	w := f.l.Fold(k)
	return w == "it" || w == "this"
}

// signedInAside gives the verb of the clause in commas behind an English instrument that tells
// who signed it and when, in the place of one that only tells that it is in force: "The treaty,
// which the two countries | signed in May 2003, remains in force"; else d.
func (f *agreementFinder) signedInAside(ph *phrase, d *deed, s lang.Sentence) *deed {
	if !f.english() || d == nil || d.rule.Name != "agreement.valid" || d.start < ph.to || ph.to+3 >= s.Last || f.l.Rune(ph.to) != ',' || !f.l.Plays(ph.to+1, f.p.know.roles.thatThing) {
		return d
	}
	for i := range f.deeds {
		o := &f.deeds[i]
		if o.start <= ph.to+1 || o.end >= d.start || o.mood != "done" || o.value != "signed signed" || o.rule.Name != "agreement.active" {
			continue
		}
		if m := f.at(o.end + 1); !f.commaBetween(ph.to+1, o.start) && m != nil && m.class == lang.DateChunk {
			return o
		}
	}
	return d
}
