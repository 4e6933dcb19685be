package reader

import "shanyraq/internal/lang"

// signingMeant reports whether the noun of an English signing only says what it would bring,
// not that it was: "The signing of the treaty will help both fleets", "the signing of a
// framework contract does not oblige anybody". That it will take place is another thing.
func (f *agreementFinder) signingMeant(t *telling) bool {
	ph, d := t.ph, t.d
	if !f.english() || d == nil || d.rule.Name != "agreement.signing" || d.end > ph.from || !f.opensClause(d.start, t.s) {
		return false
	}
	future, off := f.p.class("future"), f.p.class("calledoff")
	for k := ph.to; k+1 < t.s.Last; k++ {
		if f.l.Rune(k) == ';' || f.inOther(k, ph) || f.l.Plays(k, f.p.know.roles.thatThing) || f.l.Plays(k, f.p.know.roles.whoWhose) || f.l.Plays(k, f.p.know.roles.otherClause) || f.l.Has(k, off) {
			return false
		}
		if c, ok := f.l.Chunk(k, future); ok && int(c.End) == k+1 || f.l.Plays(k, f.p.know.roles.maybe) {
			return !f.comesAbout(k + 1)
		} else if ok {
			return false
		}
		if w := f.l.Fold(k); w == "does" || w == "do" {
			return true
		}
	}
	return false
}

// comesAbout reports whether the English verb at token k, a small word before it passed
// over, says that something is to be: "will now take place", "will be held".
func (f *agreementFinder) comesAbout(k int) bool {
	for n := 0; n < 2; n, k = n+1, k+1 {
		switch f.l.Fold(k) {
		case "take", "be", "happen", "occur", "follow", "come", "go":
			return true
		}
	}
	return false
}

// looseAside reports whether an English noun that is no instrument by itself stands behind
// the verb as something else than what is signed: in a clause that says more of that ("a
// treaty that will set up a framework"), behind a small word ("signed loans under the
// investment plan", "as a step to the vision") or as what the instrument signed is for.
func (f *agreementFinder) looseAside(ph *phrase, d *deed) bool {
	if !f.english() || !ph.has("loose") || ph.quoted[1] > 0 || d.end >= ph.from || d.side == "left" {
		return false
	}
	for k := d.end; k < ph.from; k++ {
		if f.l.Plays(k, f.p.know.roles.thatThing) && f.l.Rune(k-1) != ',' && k > d.end && f.l.Is(k, lang.Lower) {
			return true
		}
	}
	k := ph.from - 1
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.class("phraseone")) || f.l.Has(k, f.p.class("possessive")) {
		k--
	}
	if k >= d.end && f.l.Plays(k, f.p.know.roles.onlyUnder) {
		return true
	}
	for i := range f.insts {
		o := &f.insts[i]
		if o.from < d.end || o.from-d.end > 3 || o.to >= ph.from || !o.has("firm") {
			continue
		}
		return k > o.to && !f.joins(k) && !f.l.Is(k, lang.Punct) && f.l.Is(k, lang.Word) && f.at(k) == nil && !f.deedAt(k)
	}
	return false
}

// accordingAhead reports whether an English instrument is only what the sentence goes by, its
// verb standing behind a comma: "According to the motion, the treaty was signed", "In line
// with the recommendation of 2017, all drafts are reviewed".
func (f *agreementFinder) accordingAhead(ph *phrase, d *deed) bool {
	k := ph.from - 1
	if k > 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.p.class("phraseone"))) {
		k--
	}
	if k < 1 || !f.l.Plays(k-1, f.p.know.roles.goesBy) {
		return false
	}
	return f.commaBetween(ph.to, d.start)
}

// citedAhead reports whether an English date stands in words that a sentence only goes by,
// before a comma and the verb: "In accordance with the talks of March 2019, | the firm signed".
func (f *agreementFinder) citedAhead(m *mention, d *deed) bool {
	if !f.english() || m.end > d.start || !f.commaBetween(m.end, d.start) {
		return false
	}
	for k := m.start - 1; k > 0 && k > m.start-10 && f.l.Rune(k) != ','; k-- {
		if f.l.Plays(k-1, f.p.know.roles.goesBy) && f.l.Is(k, lang.Word) {
			return true
		}
	}
	return false
}
