package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// cameThere gives those of whom a Russian sentence says by its own words that they were at
// an event whose sentence may name others too, a festival or a competition: «с участием
// директора музея Анны Серовой», «Олег Ветров принял участие в турнире», «открыла фестиваль
// министр Анна Серова».
func (f *eventFinder) cameThere(ph *phrase, s lang.Sentence) []int {
	for k := s.First; k+2 < s.Last; k++ {
		if k >= ph.from && k < ph.to {
			continue
		}
		if w := f.l.Fold(k + 1); (w == "участием" || w == "участии" || w == "председательством") && f.companyTold(k) {
			return f.listedGuests(k+2, s)
		}
	}
	if who := f.toldBehind(ph, s); len(who) > 0 {
		return who
	}
	const reach = 4 // выступил | на открытом международном фестивале
	r := &f.p.know.roles
	for k, words := ph.from-1, 0; k >= s.First && words < reach; k-- {
		if f.is(k, lang.DateChunk) || f.l.Rune(k) == ',' && (f.is(k-1, lang.DateChunk) || f.is(k+1, lang.DateChunk)) {
			continue
		}
		if words++; f.l.Is(k, lang.Punct) {
			break
		}
		if v := f.partVerb(k, s); v >= 0 {
			return f.guestAt(v, ph, s)
		}
		if f.l.Plays(k, r.cameAsGuest) || f.l.Plays(k, r.tookPart) {
			return f.guestAt(k, ph, s)
		}
	}
	return nil
}

// listedGuests gives the persons named from token i on, up to a verb or a mark that
// closes the list.
func (f *eventFinder) listedGuests(i int, s lang.Sentence) (out []int) {
	for k := i; k < s.Last && len(out) < mostGuests; {
		m := f.at(k)
		if m == nil {
			if f.l.Rune(k) == ';' || f.l.Rune(k) == ':' || f.l.Is(k, lang.Lower) && (f.deedAt(k) || f.finite(k)) {
				break
			}
			k++
			continue
		}
		if m.class == lang.PersonChunk && m.entity >= 0 && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
		k = max(k+1, m.end)
	}
	return out
}

// partVerb gives the verb of the Russian «принял участие» whose noun stands at token k, days
// between them passed over; -1 elsewhere.
func (f *eventFinder) partVerb(k int, s lang.Sentence) int {
	if f.l.Fold(k) != "участие" {
		return -1
	}
	for k--; k >= s.First; k-- {
		if f.l.Plays(k, f.p.know.roles.tookIn) {
			return k
		}
		if !f.is(k, lang.DateChunk) && !f.l.Has(k, f.p.know.lists.inPrep) && f.l.Rune(k) != ',' {
			break
		}
	}
	return -1
}

// guestAt gives the person of whom the Russian verb at token v tells: right before it but
// for days, else, where the verb opens its sentence, the first one behind the event, in the
// nominative and with a title.
func (f *eventFinder) guestAt(v int, ph *phrase, s lang.Sentence) []int {
	k := v - 1
	for k >= s.First && (f.is(k, lang.DateChunk) || f.l.Rune(k) == ',' && f.is(k-1, lang.DateChunk) || f.l.Has(k, f.p.know.lists.inPrep) || f.adverb(k)) {
		k--
	}
	if k >= s.First {
		m := f.at(k)
		if m == nil || m.class != lang.PersonChunk || m.entity < 0 {
			return nil
		}
		if w := f.l.Fold(v); strings.HasSuffix(w, "ли") {
			return f.nominatives(s.First, m.end)
		}
		return []int{m.entity}
	}
	near := f.p.mentionsIn(lang.PersonChunk, ph.to, s.Last)
	if len(near) == 0 {
		return nil
	}
	m := &f.p.mens[near[0]]
	if m.entity >= 0 && f.asNamed(m) && (f.is(m.start-1, lang.OrgChunk) || f.is(m.start-1, lang.PlaceChunk) || f.l.Has(m.start-1, f.officenoun)) {
		return []int{m.entity}
	}
	return nil
}

// thereRU gives the place best, or, where it is -1, the one that a Russian «там» or «здесь»
// beside the verb of the event means: what its sentence names last before. «Местом станет
// Гюмри: в мае | там пройдёт форум».
func (f *eventFinder) thereRU(best int, d *deed, s lang.Sentence) int {
	if best >= 0 || d == nil || !f.russian() {
		return best
	}
	const reach = 3
	for k := d.start - 1; k > s.First && k >= d.start-reach; k-- {
		if w := f.l.Fold(k); w != "там" && w != "здесь" || !f.l.Is(k, lang.Lower) {
			continue
		}
		near := f.p.mentionsIn(lang.PlaceChunk, s.First, k)
		if len(near) == 0 {
			return -1
		}
		return f.p.mens[near[len(near)-1]].entity
	}
	return -1
}

// helped reports whether a Russian place only tells under whose roof an event was: «под
// эгидой | Чили».
func (g *ground) helped(m *mention) bool {
	return g.russian() && g.l.Plays(m.start-1, g.p.know.roles.companyOf)
}

// toldBehind gives those of whom the Russian words behind an event say that they were at it:
// «чемпионат, в котором участвовали А и Б», «На концерте в Оше 5 мая выступила директор
// музея Анна Серова».
func (f *eventFinder) toldBehind(ph *phrase, s lang.Sentence) []int {
	r := &f.p.know.roles
	for k := ph.to; k+1 < s.Last; k++ {
		if !f.l.Is(k, lang.Lower) {
			continue
		}
		if f.l.Plays(k, r.tookPart) && strings.HasPrefix(f.l.Fold(k-1), "котор") {
			return f.nominatives(k+1, s.Last)
		}
		if w := f.l.Fold(s.First); strings.HasPrefix(f.l.Fold(k), "выступил") && (w == "на" || w == "перед") {
			if who := f.nominatives(k+1, s.Last); len(who) > 0 {
				return who[:1]
			}
			return nil
		}
	}
	return nil
}
