package reader

import "shanyraq/internal/lang"

// anaphorReach is how many sentences back "the document" looks for the
// instrument it means.
const anaphorReach = 3

// anaphor gives what is done with "the document" to the instrument named last
// before it; where none is near, nothing is said.
func (f *agreementFinder) anaphor(k int, s lang.Sentence, ph *phrase, d *deed, plural bool) {
	if d == nil || plural || !ph.definite && !(f.russian() && ph.mods == 0) || ph.topic || len(f.made) == 0 {
		return
	}
	o := &f.made[len(f.made)-1]
	if o.last < k-anaphorReach {
		return
	}
	m := *o
	m.st.Status, m.st.Action = f.statusOf(d)
	rank := statusRank(m.st.Status)
	if rank <= o.rank && o.rank > 1 {
		if p := f.parties(ph, d, s); len(o.parties) == 0 || f.russian() && len(p) > len(o.parties) {
			o.parties = p
		}
		return
	}
	if o.st.Status == "planned" && o.rank == 2 && o.last < k { // planned above, done here
		m.st.Date = ""
	}
	m.rank, m.last, m.st.Rule = rank, k, d.rule.Name
	if date := f.when(ph, d, s, m.st.Status); m.st.Date == "" {
		m.st.Date = date.String()
	}
	if len(m.parties) < 2 {
		if p := f.parties(ph, d, s); len(p) > len(m.parties) {
			m.parties = p
		}
	}
	*o = m
}

// itStands reports whether a sentence begins with a pronoun for the thing the
// sentence before is about: "It was signed on 2 June". Only English.
func (f *agreementFinder) itStands(s lang.Sentence) bool {
	return f.english() && f.subject != nil && s.Last-s.First > 3 && f.l.Fold(s.First) == "it" && !f.l.Toks[s.First].Para
}

// itIs states what is done with "it": the instrument that the sentence before
// begins with.
func (f *agreementFinder) itIs(k int, s lang.Sentence) {
	for i := range f.deeds {
		if d := &f.deeds[i]; d.start <= s.First+2 && d.side != "right" {
			f.instrument(k, s, f.subject, d)
			return
		}
	}
}

// subjectOf gives the instrument that a sentence begins with, nil where it
// begins with something else. The instrument stays the subject over a sentence
// that begins with its pronoun.
func (f *agreementFinder) subjectOf(s lang.Sentence) *phrase {
	if len(f.insts) == 0 {
		return nil
	}
	ph := f.insts[0]
	if ph.from > s.First+1 || ph.has("loose") || f.plural(&ph) {
		return nil
	}
	return &ph
}
