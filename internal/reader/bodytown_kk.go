package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// ofTown reports whether the name so far is that of a body of a town or state: a place no
// case marks, words without capitals, the noun as somebody's own: «Орал өнер музейімен».
func (b *bodyWalk) ofTown() bool {
	if b.start < 0 || b.quoted || b.after || b.start+1 >= b.i || !b.nominativePlace(b.start) || !b.possessedBody() {
		return false
	}
	for i := b.start + 1; i < b.i; i++ {
		if !b.l.Is(i, lang.Lower) && !b.glued(i, '-') {
			return false
		}
	}
	return true
}

// apartByTown reports whether the noun looked at ends a body that the one of a town behind it
// is no part of: «Кения күрес федерациясы | Орал өнер музейімен». What ministries and the
// like have in towns is theirs: «Әділет министрлігі Астана академиясының».
func (b *bodyWalk) apartByTown() bool {
	k := b.k
	if b.start != k+1 || !b.l.Is(k, lang.Lower) || !b.l.Has(k, b.orgHead) || !b.possessed(k) || b.hasBranches(b.i) || !b.ofTown() {
		return false
	}
	return b.l.Has(k, b.topBody) && !b.l.Plays(k, b.p.know.roles.stateBody) || !b.hasBranches(k) && !b.l.Plays(k, b.p.know.roles.stateBody)
}

// objectOf reports whether the noun looked at ends, without a case, a body that does something
// to the one behind it, which stands in the accusative and has a name in marks or a town of its
// own: «Лима қалалық соты | „Шырақ“ серіктестігін».
func (b *bodyWalk) objectOf() bool {
	k := b.k
	if b.start != k+1 || !b.l.Is(k, lang.Lower) || !b.l.Has(k, b.orgHead) || !b.possessed(k) || !b.quoted && !b.ofTown() {
		return false
	}
	for _, a := range b.l.Analyses(b.end - 1) {
		if a.Harmony && a.Slots == "poss3 acc" {
			return true
		}
	}
	return false
}

// personBeforeTown reports whether two words with capitals that end at the token looked at
// are somebody's name right before the body of a town: «Минсу Пак | Ташкент қолөнер
// музейінің директоры».
func (b *bodyWalk) personBeforeTown() bool {
	k := b.k
	return b.start == k+1 && k > b.s.First && b.nameWordKK(k) && b.nameWordKK(k-1) && b.ofTown()
}

// doneBefore reports whether the word at k, right before the name of a body, is a participle
// that says something of the body or an object in the accusative, so that it is none of its
// name: «қорына барған | Прага өнер музейінің», «рәсімін | Чехия журналистер одағының».
func (b *bodyWalk) doneBefore(k int) bool {
	w := b.l.Fold(k)
	if pastPartKK(w) || participleAheadKK(w) {
		return true
	}
	for _, a := range b.l.Analyses(k) {
		if a.Harmony && strings.HasSuffix(a.Slots, "poss3 acc") {
			return true
		}
	}
	return false
}

// nameWordKK reports whether the word at k may be one of somebody's name as it stands: it has
// a capital, no list knows it for a place, no body is called by it, no case marks it.
func (b *bodyWalk) nameWordKK(k int) bool {
	if !b.l.Is(k, lang.Cap) || b.l.Is(k, lang.Upper) || b.l.Is(k, lang.Latin) || b.taken[k] {
		return false
	}
	return !b.placeAt(element{start: k, end: k + 1}) && !b.relational(k) && !b.opensBody(k) && !genitiveKK(b.l.Fold(k))
}
