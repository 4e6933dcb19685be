package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// saysWhatItWas reports whether the noun of an English event only says of one told before what it
// was: "It was the largest | fair the town has seen".
func (f *eventFinder) saysWhatItWas(w *weighing) bool {
	ph, s := w.ph, w.sentence
	if !f.english() || len(f.happenings) == 0 || w.ownDate || w.place >= 0 || w.st.Edition > 0 || ph.from < s.First+2 {
		return false
	}
	r := &f.p.know.roles
	k := ph.from - 1 // the most | popular fair
	for k < ph.head && !f.l.Plays(k, r.superlative) {
		k++
	}
	if k == ph.head {
		return false
	}
	for k = ph.from - 1; k > s.First && !f.l.Plays(k, r.beVerb); k-- {
		if f.l.Is(k, lang.Punct) {
			return false
		}
	}
	return k == s.First+1 && (f.l.Plays(s.First, r.it) || f.l.Plays(s.First, r.thisOne))
}

// onlyMoved reports whether an English event is told as moved with no day to which, so that it may
// be anywhere and any time: "moved the | conference forward".
func (f *eventFinder) onlyMoved(ph *phrase, d *deed) bool {
	return f.english() && d.mood == "denied" && d.rule.Name == "event.denied" && f.l.Fold(d.start) == "moved" && !f.putOffTo(ph, d)
}

// onlyGreeted reports whether an English verb of welcoming only tells of who came to what the text
// has told before: "A fair was held in Osh. Ada Berg, head of the school, welcomed the students".
func (f *eventFinder) onlyGreeted(h *happening, d *deed) bool {
	if !f.english() || h.st.Rule != "event.met-sides" || h.ownDate || h.place >= 0 || len(f.happenings) == 0 || len(h.who) > 1 || !f.l.Plays(d.end-1, f.p.know.roles.greeted) {
		return false
	}
	for k := d.end - 2; k >= d.start && k > d.end-5; k-- {
		if f.l.Fold(k) == "welcomed" {
			return true
		}
	}
	return false
}

// broughtTo reports whether an English place is where many came or for which something is set:
// "descended on | Osh", "a fair planned for | Osh".
func (g *ground) broughtTo(m *mention) bool {
	if !g.english() || m.start < 2 || !g.l.Is(m.start-2, lang.Lower) {
		return false
	}
	r := &g.p.know.roles
	return g.l.Plays(m.start-2, r.converges) && g.l.Plays(m.start-1, r.on) || g.l.Plays(m.start-1, r.forWhat) && g.l.Plays(m.start-2, r.arrangedFor)
}

// onlyMarked reports whether an English anniversary without a number is only what another event of
// the sentence is for: "held a fair to mark its | anniversary".
func (f *eventFinder) onlyMarked(w *weighing) bool {
	ph := w.ph
	if !f.english() || w.st.Event != "anniversary" || ph.mods > 0 || ph.from < w.sentence.First+4 || !f.l.Has(ph.from-1, f.poss) || !f.l.Plays(ph.from-3, f.p.know.roles.to) {
		return false
	}
	for k := range f.evs {
		if o := &f.evs[k]; o.from >= w.sentence.First && o.to <= ph.from-3 {
			return true
		}
	}
	return false
}

// headlineOf gives what an English headline tells to the event of the sentences right below it: the
// meeting of those who gather in the town where that one is held ("Bakers meet in Osh"), what is
// called by the same noun ("Fair opens in Osh") or the event whose putting off both tell of.
func (f *eventFinder) headlineOf(h *happening) bool {
	if !f.english() || h.phrase.entry == nil || len(f.happenings) == 0 {
		return false
	}
	const below = 2
	o := &f.happenings[0]
	if o.s == h.s || h.s-o.s > below || o.ownDate || o.st.Edition > 0 && h.st.Edition != o.st.Edition || h.other || h.beside || !f.p.inHeadline(f.p.sents[o.s]) {
		return false
	}
	if o.place >= 0 && h.place >= 0 && o.place != h.place && !f.isCountry(o.place) && !f.isCountry(h.place) {
		return false
	}
	if !f.sameInHeadline(o, h) {
		return false
	}
	who := o.who
	f.fill(h, o)
	h.who = append(slices.Clone(h.who), who...)
	slices.Sort(h.who)
	h.who = slices.Compact(h.who)
	*o = *h
	return true
}

// sameInHeadline reports whether the words of a headline leave open that it tells of event h.
func (f *eventFinder) sameInHeadline(o, h *happening) bool {
	if o.phrase.entry == nil {
		return o.st.Rule == "event.headline-gather" && o.place >= 0 && o.place == h.place && h.st.Event != "ceremony" && h.st.Event != "visit" && h.st.Time == o.st.Time
	}
	if f.l.Fold(o.phrase.headEnd-1) != f.l.Fold(h.phrase.headEnd-1) || o.phrase.headEnd-o.phrase.head > 1 && h.phrase.headEnd-h.phrase.head > 1 && o.phrase.entry != h.phrase.entry {
		return false
	}
	if o.st.Event == h.st.Event {
		bare := o.phrase.mods == 0 && !o.phrase.topic && o.phrase.headEnd-o.phrase.head > 1 // Union holds round table
		return bare && o.st.Time == h.st.Time || o.st.Time != h.st.Time && f.l.Has(f.p.sents[o.s].Last-1, f.p.know.lists.putOff) && h.st.Time == "planned"
	}
	return o.phrase.mods == 0 && !o.phrase.topic && o.st.Time == h.st.Time
}
