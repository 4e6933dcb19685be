package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// isNext reports whether the i-th instrument of an English sentence, of which verb d
// tells, is only said to be the next one by its name: "the first agreement signed by
// the ministers is the Agreement on Fish".
func (f *agreementFinder) isNext(i int, d *deed) bool {
	if !f.english() || d == nil || i+1 >= len(f.insts) {
		return false
	}
	ph, next := &f.insts[i], &f.insts[i+1]
	k := next.from - 1
	if !ph.definite || ph.topic || !f.l.Has(k, f.article) || !f.l.Plays(k-1, f.p.know.roles.beVerb) || !f.l.Is(next.head, lang.Cap) || !next.topic || f.key(ph) != f.key(next) {
		return false
	}
	return d.start >= ph.to && d.end < k
}

// oneOfSeveral reports whether an English instrument told by its number and its other
// side is one of those that a sentence shortly before told to be signed together: "The
// two signed four memoranda. … The first memorandum with the port sets …".
func (f *agreementFinder) oneOfSeveral(k int, ph *phrase, d *deed) bool {
	if !f.english() || f.severalAt == 0 || k < f.severalAt || k-f.severalAt > 4 || !ph.definite || !ph.has("firm") || f.plural(ph) || d != nil && d.rule.Name != "agreement.works" || !f.l.Has(ph.to, f.p.know.lists.partyWith) {
		return false
	}
	n, ok := f.numeralAt(ph.from)
	return ok && n.ordinal && n.start >= ph.from
}

// otherTopic reports whether two English instruments are about things that have no
// word in common: "the memorandum on fisheries", "the memorandum on tourism".
func (f *agreementFinder) otherTopic(o, m *made) bool {
	if !f.english() || !o.phrase.topic || !m.phrase.topic {
		return false
	}
	topic := func(ph *phrase, yield func(string) bool) {
		for i := max(ph.headEnd, ph.gap[1]); i < ph.to; i++ {
			if f.l.Is(i, lang.Word) && f.l.Toks[i].End-f.l.Toks[i].Start > 3 && !f.l.Has(i, f.npstop) && !f.l.Has(i, f.topic) && !yield(f.l.Fold(i)) {
				return
			}
		}
	}
	told, shared := false, false
	topic(&o.phrase, func(a string) bool {
		topic(&m.phrase, func(b string) bool {
			told = true
			n := min(len(a), len(b))
			shared = shared || a == b || n >= 5 && a[:n*3/4] == b[:n*3/4]
			return !shared
		})
		return !shared
	})
	return told && !shared
}

// namesDeal reports whether the English word at token i is the noun of an instrument, so
// that the word before it is no given name: "the Grant Agreement".
func (n *nameFinder) namesDeal(i int) bool {
	if !n.l.Has(i, n.instrument) {
		return false
	}
	v, _, _ := n.l.Value(i, n.instrument)
	return strings.HasPrefix(v, "firm")
}

// onlyFrame reports whether an English "framework" only says within what something is
// done: "in the framework of the programme".
func (f *agreementFinder) onlyFrame(ph *phrase) bool {
	if !f.english() || ph.from != ph.head || ph.headEnd != ph.head+1 || strings.TrimSuffix(f.l.Fold(ph.head), "s") != "framework" || ph.from < 2 || !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		return false
	}
	k := ph.from - 1
	if f.l.Has(k, f.article) {
		k--
	}
	w := f.l.Fold(k)
	return w == "in" || w == "within" || w == "under"
}

// ofTopicNoun gives the verb before an English instrument in the place of a
// participle behind it that tells of the last noun of what the instrument is about:
// "to sign an agreement on licences | issued to drivers"; d where none is.
func (f *agreementFinder) ofTopicNoun(ph *phrase, d *deed) *deed {
	if d == nil || !f.english() || !ph.topic || d.start != ph.to || d.end != d.start+1 || d.rule.Name != "agreement.active" || strings.HasPrefix(d.value, "signed signed") {
		return d
	}
	for k := range f.deeds {
		if o := &f.deeds[k]; o.end <= ph.from && ph.from-o.end <= 2 && o.side != "left" && !o.own() {
			return o
		}
	}
	if strings.HasSuffix(d.value, " given") && ph.has("firm") && !ph.has("many") && (f.l.Has(d.end, f.p.know.lists.partyTo) || f.l.Has(d.end, f.p.know.lists.partyBy) || f.l.Has(d.end, f.topic) || f.l.Has(d.end, f.in)) {
		return nil
	}
	return d
}

// inAimOfLast reports whether an English phrase that is no instrument by its noun
// alone stands in what the instruments right behind the verb are for: "signed
// agreements to finance roads and a livelihood programme".
func (f *agreementFinder) inAimOfLast(ph *phrase, d *deed) bool {
	if !f.english() || !ph.has("loose") || ph.quoted[1] > 0 || d.end > ph.from {
		return false
	}
	for i := range f.insts {
		o := &f.insts[i]
		if o.from < d.end || o.from-d.end > 3 || o.to >= ph.from || !o.has("firm") {
			continue
		}
		if f.aimBehind(o) {
			return true
		}
	}
	return false
}

// aimBehind reports whether what an English instrument is to do stands right behind
// it: "agreements to finance two projects".
func (f *agreementFinder) aimBehind(ph *phrase) bool {
	return f.aimAt(ph.to)
}

// aimAt reports whether an English "to" with a verb begins at token k.
func (f *agreementFinder) aimAt(k int) bool {
	return f.english() && k+1 < len(f.l.Toks) && f.l.Toks[k].End-f.l.Toks[k].Start == 2 && f.l.Plays(k, f.p.know.roles.to) && f.l.Is(k+1, lang.Lower) && f.at(k+1) == nil && !f.l.Has(k+1, f.article) && !f.l.Has(k+1, f.npstop)
}

// withJoint reports whether the other side of an English instrument is a body named by
// its noun alone behind "with": "a deal with a consortium led by …".
func (f *agreementFinder) withJoint(i int, s lang.Sentence) bool {
	if !f.english() || !f.l.Has(i, f.p.know.lists.phraseOne) && !f.l.Has(i, f.article) {
		return false
	}
	for k := i + 1; k < s.Last && k <= i+3; k++ {
		if f.l.Plays(k, f.p.know.roles.dealPartner) {
			return true
		}
		if !f.l.Is(k, lang.Word) || f.l.Has(k, f.npstop) {
			return false
		}
	}
	return false
}
