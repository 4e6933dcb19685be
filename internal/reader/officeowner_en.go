package reader

import "shanyraq/internal/lang"

// owned is one who holds an office that a plural gives to several, with the state or body
// it is of.
type owned struct{ owner, holder *mention }

// eachOwner states the English office that a plural gives to holders who are named one by
// one with the state or body of each: "the foreign ministers of Chad – X, Niger – Y and
// Mali – Z", "the presidents of Peru (X) and Chile (Y)", "the rectors of A, X, and B, Y".
// The plural stands at i and ends before end; false where no such list follows.
func (f *officeFinder) eachOwner(i, end int, s lang.Sentence) bool {
	of, list := f.ownersFrom(end, s)
	if len(list) < 2 {
		return false
	}
	t := title{from: i, to: end, head: i, org: -1, place: -1}
	f.left(&t, max(s.First, i-8))
	c, _ := f.l.Chunk(i, f.plural)
	name := f.l.Entry(c).Value
	if t.from < i {
		name = f.l.Slice(t.from, i) + " " + name
	} else if f.l.Is(i, lang.Cap) {
		name = capital(name)
	}
	body := f.l.Has(end+1, f.article) && f.l.Is(end+2, lang.Cap) && !f.l.Plays(end+2, f.p.know.roles.ofTheField)
	if of > end && !body { // ministers | of Health | of Chad
		name += " " + f.l.Slice(end, of)
	}
	f.p.mention(lang.TitleChunk, t.from, of, -1)
	for n, x := range list {
		own := t
		if body && of > end && n == 0 { // ambassadors of the Order | of Malta, X, and Chad, Y
			f.add(name, own, x.holder.entity, s, "office.many")
			continue
		}
		if x.owner.class == lang.OrgChunk {
			own.org = x.owner.entity
		} else {
			own.place = x.owner.entity
		}
		f.add(name, own, x.holder.entity, s, "office.many")
	}
	return true
}

// ownersFrom gives the list of owners with their holders behind a plural that ends before
// token end, and the token of the "of" before the first owner.
func (f *officeFinder) ownersFrom(end int, s lang.Sentence) (of int, list []owned) {
	for of = end; of < min(s.Last, end+ownFieldReach); of++ {
		if f.l.Has(of, f.p.know.lists.of) {
			if x, mark := f.ownerAt(of+1, s); x.owner != nil {
				return of, f.ownersAfter(x, mark, s)
			}
		} else if of == end || !f.inComplement(of) {
			break
		}
	}
	return end, nil
}

// inComplement reports whether token i may be in the field of a title: "health", "Education and
// Science", but no verb and no mark.
func (f *officeFinder) inComplement(i int) bool {
	lists := &f.p.know.lists
	return f.l.Is(i, lang.Cap) || f.l.Has(i, lists.numJoin) || f.l.Is(i, lang.Lower) && !f.l.Has(i, f.aux) && !f.l.Has(i, lists.sayVerb) && !f.l.Has(i, lists.pastWord)
}

// ownFieldReach is the most tokens of a field between the plural and its states: "Ministers
// of Education and Science of Chad".
const ownFieldReach = 8

// ownersAfter gives the list that begins with x, whose holder is told behind a mark; the
// others are told in the same way.
func (f *officeFinder) ownersAfter(x owned, mark rune, s lang.Sentence) (list []owned) {
	list = append(list, x)
	for range longestList {
		i := f.behindHolder(list[len(list)-1].holder.end, mark)
		if i < 0 {
			return nil
		}
		k := i
		for k < s.Last && f.joinsHolders(k) {
			k++
		}
		next, same := f.ownerAt(k, s)
		if k == i || next.owner == nil || same != mark || next.owner.class != x.owner.class {
			return list
		}
		list = append(list, next)
	}
	return list
}

// behindHolder gives the token behind a holder's name and the bracket that closes it; -1
// where an open bracket goes on.
func (f *officeFinder) behindHolder(i int, mark rune) int {
	switch {
	case mark != '(':
		return i
	case f.l.Rune(i) == ')':
		return i + 1
	}
	return -1
}

// ownerAt gives the state or body at token i, "of" and an article aside, with the person
// right behind it and the mark between them: a dash, a comma, an opening bracket, 0 for
// none.
func (f *officeFinder) ownerAt(i int, s lang.Sentence) (x owned, mark rune) {
	for i < s.Last && (f.l.Has(i, f.p.know.lists.of) || f.l.Has(i, f.article)) {
		i++
	}
	for _, class := range [...]lang.Class{lang.OrgChunk, lang.PlaceChunk} {
		at, ok := f.p.mentionAt(i, class)
		if !ok || at.entity < 0 || at.end+1 >= s.Last {
			continue
		}
		k := at.end
		if mark = f.ownerMark(k); mark != 0 {
			k++
		}
		for k < s.Last && (f.l.Has(k, f.honor) || f.l.Rune(k) == '.') {
			k++
		}
		if who, ok := f.p.mentionAt(k, lang.PersonChunk); ok && who.entity >= 0 {
			return owned{at, who}, mark
		}
	}
	return owned{}, 0
}
