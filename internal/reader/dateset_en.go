package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// setAhead reports whether an English day lies ahead by what is set for it: a term until which
// something holds ("halved the fee until | 31 December"), what is arranged now ("is organising
// a fair on | Tuesday"), what one is asked to come to ("Join us for a lecture on | Friday", "have
// been invited to a fair on | Saturday") or what is only proposed ("has proposed holding a fair on
// | Tuesday").
func (r *dateReader) setAhead() bool {
	l, s := r.p.lat, r.sentence
	if r.p.know.pack.Tag != "en" || r.firstOf("dir") >= 0 || r.firstOf("y") >= 0 || r.firstOf("m") < 0 && r.firstOf("wd") < 0 {
		return false
	}
	if r.untilTerm() || r.putOffTo() {
		return true
	}
	roles := &r.p.know.roles
	if first := max(s.First, r.p.datelineOf(s)); l.Plays(first, roles.comeAlong) && l.Is(first, lang.Cap) && !l.Is(first+1, lang.Cap) {
		return true
	}
	for i := r.m.Start - 1; i > s.First && i >= r.m.Start-tenseReach; i-- {
		if l.Rune(i) == ';' {
			return false
		}
		if !l.Is(i, lang.Lower) {
			continue
		}
		switch {
		case l.Plays(i, roles.arranges) && r.nowBefore(i):
			return true
		case l.Plays(i, roles.arrangedFor) && i > s.First && l.Fold(i) != "set" && !l.Has(i-1, r.p.know.lists.auxVerb) && l.Fold(i-1) != "been" && r.m.Start-i < 6:
			return true
		case l.Plays(i, roles.proposesTo) && strings.HasSuffix(l.Fold(i+1), "ing"):
			return true
		case l.Fold(i) == "invited" && l.Plays(i+1, roles.to) && l.Has(i+2, r.p.know.lists.indefinite):
			return i-2 >= s.First && l.Fold(i-1) == "been" && l.Plays(i-2, roles.hasTime)
		case l.Fold(i-1) == "being": // is being | organised
			continue
		case l.Has(i, r.p.know.lists.pastWord) || r.p.know.endings.pastEnd.end(l.Fold(i), 2):
			return false
		}
	}
	return false
}

// nowBefore reports whether "is" or "are" stands before an English word in -ing at token i, with at
// most an adverb between: "is also | organising".
func (r *dateReader) nowBefore(i int) bool {
	roles, l := &r.p.know.roles, r.p.lat
	return l.Plays(i-1, roles.isOn) || i-2 >= r.sentence.First && l.Is(i-1, lang.Lower) && l.Plays(i-2, roles.isOn)
}

// untilTerm reports whether an English day stands behind "until" in what somebody has set for the
// time to come: "cut the tax until | June".
func (r *dateReader) untilTerm() bool {
	l, k := r.p.lat, r.m.Start-1
	for k > r.sentence.First && l.Has(k, r.p.know.lists.definite) {
		k--
	}
	if !l.Has(k, r.p.know.lists.untilWord) || l.Fold(k) == "through" {
		return false
	}
	const reach = 14
	for i := k - 1; i >= r.sentence.First && i > k-reach; i-- {
		if l.Plays(i, r.p.know.roles.setsTerm) {
			return !l.Has(i-1, r.p.know.lists.pastWord) || l.Fold(i-1) == "has" || l.Fold(i-1) == "have" || l.Fold(i-1) == "been"
		}
		if l.Rune(i) == ',' || l.Rune(i) == ';' || l.Has(i, r.p.know.lists.pastWord) {
			return false
		}
	}
	return false
}

// putOffTo reports whether an English day is the one to which something has been put off, its name
// standing between: "has postponed the fair in Osh to | Saturday".
func (r *dateReader) putOffTo() bool {
	l, k := r.p.lat, r.m.Start-1
	if !l.Plays(k, r.p.know.roles.to) && !l.Has(k, r.p.know.lists.untilWord) {
		return false
	}
	put := r.p.know.lists.putOff
	const reach = 16
	for i := k - 1; i >= r.sentence.First && i > k-reach; i-- {
		if l.Has(i, put) {
			return !l.Has(i-1, r.p.know.lists.auxVerb) || l.Fold(i-1) == "has" || l.Fold(i-1) == "have"
		}
		if l.Rune(i) == ';' || l.Plays(i, r.p.know.roles.spanFrom) || l.Has(i, r.p.know.lists.auxVerb) {
			return false
		}
	}
	return false
}
