package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// eachMarked states a Russian title of several whose states or bodies a mark parts from
// their holders: a dash, with or without a rank behind it, a bracket or a comma:
// «министры обороны Чехии - генерал-майор Ян Новак, Польши - Адам Ковальский»,
// «президенты Перу (А) и Чили (Б)». m is the first holder.
func (f *officeFinder) eachMarked(m *mention, s lang.Sentence) {
	if !f.p.know.russian {
		return
	}
	at := f.markBefore(m.start, s.First)
	if at <= s.First+1 {
		return
	}
	owner, mark := f.endingWith(at), f.ownerMark(at)
	if owner == nil {
		return
	}
	owners, holders := f.pairsFrom(owner, m, mark, s)
	if len(holders) < 2 {
		if owners, holders = f.inOrder(owner, m, s); len(owners) < 2 || len(owners) != len(holders) {
			return
		}
	}
	head, last := f.headOfOwners(owners[0], s)
	if head < 0 {
		return
	}
	whole := title{from: head, to: last, head: head, org: -1, place: -1}
	f.left(&whole, s.First) // бывшие | президенты, вице-президенты
	for i, holder := range holders {
		t := whole
		if e := owners[i].entity; owners[i].class == lang.OrgChunk {
			t.org = e
		} else {
			t.place = e
		}
		f.state(t, holder, s, "office.before")
	}
}

// headOfOwners gives the title of several before their first state or body: its head, -1
// where none stands, and the token behind it.
func (f *officeFinder) headOfOwners(owner *mention, s lang.Sentence) (head, end int) {
	end = owner.start
	if end-1 > s.First && f.l.Rune(end-1) == ':' { // министры: | Чада — А
		end--
	}
	for k := end - 1; k >= s.First && k > owner.start-8 && (f.l.Is(k, lang.Lower) || k == s.First); k-- {
		if !f.l.Has(k, f.head) || !f.ofMany(k) {
			continue
		}
		for k > s.First && f.l.Has(k-1, f.head) && f.ofMany(k-1) { // заместители | министров
			k--
		}
		if k > s.First+1 && f.l.Rune(k-1) == '-' && f.l.Has(k-2, f.head) { // вице-|президенты
			k -= 2
		}
		if l := f.p.know.lists; k > s.First && (f.l.Has(k-1, l.kinWord) || f.l.Has(k-1, l.personNoun)) { // жёны | президентов
			return -1, end
		}
		return k, end
	}
	return -1, end
}

// pairsFrom gives the states or bodies of a list with the holder of each behind the same
// mark: «Чада (А), Лаоса (Б)».
func (f *officeFinder) pairsFrom(owner, m *mention, mark rune, s lang.Sentence) (owners []*mention, holders []int) {
	owners, holders = append(owners, owner), append(holders, m.entity)
	for k := f.behindHolder(m.end, mark); k >= 0 && k+1 < s.Last && f.joinsHolders(k); {
		k++
		if f.joinsHolders(k) { // «, и» is one
			k++
		}
		owner, holder := f.markedPair(k, mark, s)
		if holder == nil {
			break
		}
		owners, holders = append(owners, owner), append(holders, holder.entity)
		k = f.behindHolder(holder.end, mark)
	}
	return owners, holders
}

// inOrder gives the states or bodies of a list that ends with owner and the people of the
// list behind its mark that begins with m: «послы Чада и Лаоса, А и Б».
func (f *officeFinder) inOrder(owner, m *mention, s lang.Sentence) (owners []*mention, holders []int) {
	owners = append(owners, owner)
	for range longestList {
		k := owners[0].start - 1
		if k <= s.First || !f.joinsHolders(k) {
			break
		}
		before := f.endingWith(k)
		if before == nil || before.class != owner.class {
			break
		}
		owners = slices.Insert(owners, 0, before)
	}
	return owners, f.peopleFrom(m, s)
}

// joinsHolders reports whether token i stands between those who hold a title of several.
func (f *officeFinder) joinsHolders(i int) bool {
	r := f.l.Rune(i)
	return r == ',' || r == ';' || f.l.Has(i, f.p.know.lists.numJoin)
}

// ownerMark gives the mark at token i that parts a state or body from its holder: a dash,
// as '-', an opening bracket, a comma; 0 where none stands.
func (f *officeFinder) ownerMark(i int) rune {
	switch r := f.l.Rune(i); {
	case isDash(r) && !f.l.Is(i, lang.Glued):
		return '-'
	case r == '(' || r == ',':
		return r
	}
	return 0
}

// markBefore gives the token of the mark right before token i or before the rank that
// ends there, 0 where none is.
func (f *officeFinder) markBefore(i, first int) int {
	for k := i - 1; k > first && k > i-6; k-- {
		if f.ownerMark(k) != 0 && !f.l.Is(k+1, lang.Glued) || f.l.Rune(k) == '(' {
			return k
		}
		if !f.l.Is(k, lang.Lower) && f.l.Rune(k) != '-' {
			break
		}
	}
	return 0
}

// markedPair gives the state or body at token i and the one behind its mark.
func (f *officeFinder) markedPair(i int, mark rune, s lang.Sentence) (owner, holder *mention) {
	for _, c := range [...]lang.Class{lang.PlaceChunk, lang.OrgChunk} {
		at, ok := f.p.mentionAt(i, c)
		if !ok || at.entity < 0 || at.end >= s.Last || f.ownerMark(at.end) != mark {
			continue
		}
		for k := at.end + 1; k < s.Last && k < at.end+6; k++ {
			if who, ok := f.p.mentionAt(k, lang.PersonChunk); ok && who.entity >= 0 {
				return at, who
			}
			if !f.l.Is(k, lang.Lower) && f.l.Rune(k) != '-' {
				break
			}
		}
	}
	return nil, nil
}
