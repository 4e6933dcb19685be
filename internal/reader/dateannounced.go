package reader

import "shanyraq/internal/lang"

// announceReach is how far behind a weekday what it brings may stand, in tokens.
const announceReach = 8

// announced reports whether a sentence without any verb tells what a weekday brings, so that
// the day lies ahead: «В субботу — концерт, вход свободный.», «Бейсенбіде жаңбыр.», "Rain on
// Thursday.", "Coming up: a concert on Friday."
func (r *dateReader) announced() bool {
	k, s := r.firstOf("wd"), r.sentence
	if k < 0 || r.firstOf("dir") >= 0 || r.firstOf("rel") >= 0 || s.Last-s.First > tenseReach {
		return false
	}
	if r.p.know.pack.Tag == "en" {
		return r.announcedEN()
	}
	return k <= s.First+1 && r.bringsSomething() && !r.toldByVerb()
}

// announcedEN is announced for English, where the day stands behind.
func (r *dateReader) announcedEN() bool {
	l, s, roles := r.p.lat, r.sentence, &r.p.know.roles
	opens := l.Plays(s.First, roles.comingUp) && (l.Plays(s.First+1, roles.comingUp) || l.Rune(s.First+1) == ':')
	brings := opens
	for i := s.First; i < s.Last && !brings; i++ {
		brings = l.Plays(i, roles.announces) && i <= s.First+announceReach
	}
	if !brings {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if l.Has(i, r.p.know.lists.pastWord) || l.Has(i, r.p.know.lists.auxVerb) || l.Is(i, lang.Lower) && r.p.know.endings.pastEnd.end(l.Fold(i), 2) {
			return false
		}
	}
	return true
}

// bringsSomething reports whether an event, weather or an hour stands behind the weekday.
func (r *dateReader) bringsSomething() bool {
	l, noun := r.p.lat, r.p.know.lists.eventNoun
	for i := r.m.End; i < r.sentence.Last && i < r.m.End+announceReach; i++ {
		if l.Plays(i, r.p.know.roles.announces) || l.Has(i, noun) && l.Is(i, lang.Lower) {
			return true
		}
	}
	return false
}

// toldByVerb reports whether the sentence has a verb that tells when.
func (r *dateReader) toldByVerb() bool {
	l, know, s := r.p.lat, r.p.know, r.sentence
	if know.headLast {
		for i := s.Last - 1; i >= r.m.End; i-- {
			if l.Is(i, lang.Word) {
				w := l.Fold(i)
				return know.endings.finitePast.whole(w) || know.endings.finitePast.end(w, 2) || know.endings.pastPartEnd.end(w, 2) || know.endings.futureEnd.end(w, 3)
			}
		}
		return false
	}
	short := r.p.know.lists.pastShort
	for i := s.First; i < s.Last; i++ {
		if l.Is(i, lang.Lower) && (l.Has(i, short) || know.endings.finitePast.end(l.Fold(i), 3)) {
			return true
		}
	}
	return false
}
