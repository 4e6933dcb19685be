package reader

import "shanyraq/internal/lang"

// thingReach is how many words may stand between what is for an English event and the
// beginning of its sentence.
const thingReach = 4

// forThing gives the sentence cut to what it tells of an English event itself, where its
// subject is only something for the event, of which the verb tells: "The draw for the
// cup, to be played in Porto in May, | took place in Osh on Monday".
func (f *eventFinder) forThing(ph *phrase, s lang.Sentence) (lang.Sentence, bool) {
	if !f.english() || ph.from < s.First+2 {
		return s, false
	}
	k := ph.from - 1
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) || f.l.Has(k, f.poss) {
		k--
	}
	if k <= s.First || k > s.First+thingReach || !f.l.Plays(k, f.p.know.roles.forWhat) || !f.l.Plays(k-1, f.p.know.roles.forEvent) {
		return s, false
	}
	end := ph.to
	if f.l.Rune(end) == ',' {
		for end++; end < s.Last && f.l.Rune(end) != ','; end++ {
		}
	} else {
		for end < s.Last && !f.verbBehind(end) && !f.l.Has(end, f.p.know.lists.auxVerb) && !f.l.Has(end, f.p.know.lists.presentMove) && !f.l.Plays(end, f.p.know.roles.willVerb) {
			end++
		}
	}
	if end < s.Last {
		s.Last = end
	}
	return s, true
}

// weighAside weighs the aside that says when or where the event is to be of which only
// the draw or the tickets are told.
func (f *eventFinder) weighAside(w *weighing) {
	s, at := w.sentence, w.ph.to
	if at >= s.Last || f.l.Rune(at) != ',' || len(f.p.mentionsIn(lang.DateChunk, at, s.Last)) == 0 {
		return
	}
	w.weight += 3
	if f.l.Plays(at+1, f.p.know.roles.to) {
		w.mood = "planned"
	}
}
