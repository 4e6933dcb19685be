package reader

import "shanyraq/internal/lang"

// reachTo lets an English title reach over the places that it is for: "Ambassador of
// Spain | to Kenya", "director | for Europe and Central Asia", "Consul General of Peru |
// in Osh". Without them one could not tell who sends from where the post is.
func (f *officeFinder) reachTo(t *title) {
	c, ok := f.l.Chunk(t.head, f.head)
	if !ok || t.to < int(c.End) {
		return
	}
	k := t.to
	if sender := f.placesFrom(f.behindArticle(k + 1)); sender > 0 && f.l.Has(k, f.p.know.lists.of) {
		k = sender
	}
	sent := f.l.Plays(int(c.End)-1, f.p.know.roles.sentTo)
	switch roles := &f.p.know.roles; {
	case f.l.Fold(k) == "for" && f.l.Has(f.behindArticle(k+1), lang.PlaceChunk), sent && (f.l.Plays(k, roles.to) || f.l.Plays(k, roles.in)):
	default:
		return
	}
	end := f.placesFrom(f.behindArticle(k + 1))
	if end < 0 {
		return
	}
	t.to = end
	if owner := f.sender(t.from); sent && owner >= 0 {
		t.place = owner
	}
}

// sender gives the place whose title begins at token i, by its possessive: "Kenya's |
// Ambassador to Peru"; -1 where none stands there.
func (f *officeFinder) sender(i int) int {
	k := i - 1
	for k > 0 && f.possessive(k) || k > 0 && isApostropheRune(f.l.Rune(k)) {
		k--
	}
	if k == i-1 {
		return -1
	}
	for _, m := range f.p.covering(lang.PlaceChunk, k) {
		return f.p.mens[m].entity
	}
	return -1
}

// behindArticle gives the token behind an article at token i, i where none stands there.
func (f *officeFinder) behindArticle(i int) int {
	if f.l.Has(i, f.article) {
		return i + 1
	}
	return i
}

// placesFrom gives the end of the places or the body that token i begins: "Kenya", "the
// Near East and North Africa", "Nigeria, Ghana & Senegal"; -1 where it begins none. A place
// whose own things are told is none of a list: "to Kenya and | Peru's minister".
func (f *officeFinder) placesFrom(i int) int {
	m, ok := f.p.mentionAt(i, lang.PlaceChunk)
	if !ok {
		if m, ok = f.p.mentionAt(i, lang.OrgChunk); !ok || f.possessiveBehind(m.end) {
			return -1
		}
		return m.end
	}
	if f.possessiveBehind(m.end) {
		return -1
	}
	end := m.end
	for k, n := end, 1; n < mostSentTo; n++ {
		comma := f.l.Rune(k) == ','
		if comma {
			k++
		}
		last := f.l.Has(k, f.p.know.lists.numJoin) || f.l.Rune(k) == '&'
		if last {
			k++
		} else if !comma {
			return end
		}
		next, ok := f.p.mentionAt(f.behindArticle(k), lang.PlaceChunk)
		if !ok || f.possessiveBehind(next.end) {
			return end
		}
		if k = next.end; last {
			return k
		}
	}
	return end
}

// mostSentTo bounds the places of one post.
const mostSentTo = 8

// possessiveBehind reports whether what ends before token i owns what stands there.
func (f *officeFinder) possessiveBehind(i int) bool {
	return f.possessive(i) || f.possessive(i+1) && isApostropheRune(f.l.Rune(i))
}
