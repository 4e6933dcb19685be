package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// lastOne reports whether a Russian or Kazakh sentence without an instrument opens
// with a word for the one named last, which the sentence right before told of:
// «Последнее подписали 3 апреля», «Соңғысы 2021 жылы жасалған».
func (f *agreementFinder) lastOne(k int, s lang.Sentence) bool {
	if f.english() || len(f.made) == 0 || f.made[len(f.made)-1].last != k-1 || f.l.Toks[s.First].Para {
		return false
	}
	return f.l.Plays(s.First, f.p.know.roles.theLastOne)
}

// lastOneIs states what was done with the one named last. That it was signed, with
// its own day, says more than that somebody has approved it since.
func (f *agreementFinder) lastOneIs(k int, s lang.Sentence) {
	o := &f.made[len(f.made)-1]
	for i := range f.deeds {
		d := &f.deeds[i]
		v, _ := f.verbOf(d)
		if d.mood != "done" && d.mood != "planned" || v[0] == "" {
			continue
		}
		ph := o.phrase
		ph.from, ph.head, ph.headEnd, ph.to = s.First, s.First, s.First+1, s.First+1
		ph.gap, ph.quoted, ph.topic, ph.mods = [2]int{}, [2]int{}, false, 0
		status, action := f.statusOf(d)
		if status == "other" && (o.rank > 1 || action == "expired") { // «последнее истекло»: the one before it
			return
		}
		f.anchored = false
		date := f.when(&ph, d, s, status)
		if !date.IsZero() && !f.anchored {
			o.st.Date, o.anchored = date.String(), false
		} else if date.IsZero() && status != o.st.Status {
			o.st.Date = ""
		}
		o.st.Status, o.st.Action, o.st.Rule = status, action, d.rule.Name
		o.rank, o.last, o.shown = max(o.rank, statusRank(status)), k, k
		return
	}
}

// stateOfHouse puts the state in the place of its parliament, which votes on what
// the state has agreed with another but is no side of it; where the text does not
// tell which state that is, the parliament is left out. Not in English.
func (f *agreementFinder) stateOfHouse(ph *phrase, out []int) []int {
	if f.english() || len(out) < 2 || len(out) > 3 || !ph.has("firm") || ph.has("act") {
		return out
	}
	if len(out) == 3 { // the state itself is told beside its parliament
		k := slices.IndexFunc(out, func(e int) bool { return f.p.doc.entities[e].kind == read.Organization && f.isParliament(e) })
		if k >= 0 && f.onlyStates(slices.Delete(slices.Clone(out), k, k+1)) {
			return slices.Delete(out, k, k+1)
		}
		return out
	}
	for k, e := range out {
		o := out[1-k]
		if !f.isCountry(o) || f.p.doc.entities[e].kind != read.Organization || !f.isParliament(e) {
			continue
		}
		st := f.stateOfBody(e)
		if st < 0 || st == o {
			st = f.homeState(o)
		}
		if st < 0 || st == o || f.partnerOnly(st) {
			return slices.Delete(out, k, k+1)
		}
		out[k] = st
	}
	return out
}

// partnerOnly reports whether a Russian or Kazakh text names a state nowhere but as whom
// something is made with: «соглашение с Японией», «Жапониямен келісім».
func (f *agreementFinder) partnerOnly(e int) bool {
	if f.english() {
		return false
	}
	with := f.p.know.lists.partyWith
	for _, k := range f.p.mentionsOf(lang.PlaceChunk) {
		m := &f.p.mens[k]
		if m.entity != e {
			continue
		}
		if f.at(m.start) != m || f.headLast && !f.slot(m.end-1, "ins") || !f.headLast && !f.l.Has(m.start-1, with) {
			return false
		}
	}
	return true
}

// signedSeveralElse remembers the verb of a Russian or Kazakh sentence that tells of
// several instruments by their number, or of documents without saying which:
// «подписали пять документов», «алты құжатқа қол қойылды».
func (f *agreementFinder) signedSeveralElse(k int, s lang.Sentence) {
	for i := range f.deeds {
		d := &f.deeds[i]
		if v, _ := f.verbOf(d); d.mood != "done" || v[0] != "signed" && v[0] != "adopted" {
			continue
		}
		for j := range f.insts {
			ph := &f.insts[j]
			if ph.topic || ph.quoted[1] > 0 || gap(ph.from, ph.to, d.start, d.end) > 2 {
				continue
			}
			n, ok := f.numeralAt(ph.from - 1)
			if ok && ph.from > s.First && !n.ordinal && n.value > 1 || f.plural(ph) || ph.from > s.First && f.l.Plays(ph.from-1, f.p.know.roles.papers) {
				f.several, f.severalAt = *d, k+1
				return
			}
		}
	}
}

// listsOn reports whether a sentence opens a list of what the one before tells of
// by its number: "Among them are …", «Среди них …», «Олардың ішінде …».
func (f *agreementFinder) listsOn(s lang.Sentence) bool {
	r := &f.p.know.roles
	return f.l.Plays(s.First, r.amongThem) && f.l.Plays(s.First+1, r.ofThem) && !f.l.Toks[s.First].Para
}

// itemOpens reports whether a sentence is one that lists papers of which the one before
// told by their number: «Олар: …», «Біріншісі – …».
func (f *agreementFinder) itemOpens(s lang.Sentence) bool {
	return f.l.Plays(s.First, f.p.know.roles.thoseListed) && s.First+1 < s.Last && (f.l.Rune(s.First+1) == ':' || isDash(f.l.Rune(s.First+1)))
}

// severalPapers remembers the verb of the Kazakh sentence k where it tells of papers
// that are an instrument by nothing but what was done with them: «бес құжатқа қол
// қойылды», «бірқатар құжаттарға қол қойылды».
func (f *agreementFinder) severalPapers(set *pattern.Set, k int) {
	s := f.p.sents[k]
	kept := f.deeds
	defer func() { f.deeds = kept }()
	f.deeds = nil
	f.findMore(set, s)
	for i := range f.deeds {
		d := &f.deeds[i]
		if v, _ := f.verbOf(d); d.mood != "done" || v[0] != "signed" && v[0] != "adopted" || d.start == s.First || !f.l.Plays(d.start-1, f.p.know.roles.papers) {
			continue
		}
		f.several, f.severalAt = *d, k+1
		return
	}
}

// listedOn gives the verb of the instrument before the i-th one of a Russian sentence,
// where a colon stands behind the verb and opens the list that both are of:
// «подписаны: соглашение о …; меморандум о …».
func (f *agreementFinder) listedOn(i int, before *deed) *deed {
	if !f.russian() || i == 0 || before == nil || f.insts[i-1].from < before.end {
		return nil
	}
	last, ph := &f.insts[i-1], &f.insts[i]
	colon := false
	for k := before.end; k < last.from && !colon; k++ {
		colon = f.l.Rune(k) == ':'
	}
	if !colon || ph.from < last.to {
		return nil
	}
	for k := last.to; k < ph.from; k++ {
		if r := f.l.Rune(k); r == ';' || r == ',' && k+1 == ph.from || f.joins(k) && k+1 == ph.from {
			return before
		}
		if f.deedAt(k) {
			return nil
		}
	}
	return nil
}
