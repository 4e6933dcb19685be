package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// withoutSourceKK leaves out of the parties of a Kazakh instrument the body or person that
// is only the source of what its sentence tells: «„Көпір“ агенттігі хабарлағандай, екі ел
// шартқа қол қойды», «ОСЛО. Нординформ – Екі ел шартқа қол қойды».
func (f *agreementFinder) withoutSourceKK(parties []int, s lang.Sentence) []int {
	if !f.headLast || len(parties) == 0 {
		return parties
	}
	for i := s.First; i < s.Last; i++ {
		m := f.at(i)
		if m == nil {
			continue
		}
		i = max(i, m.end-1)
		if k := slices.Index(parties, m.entity); k >= 0 && (f.toldByKK(m) || m.class == lang.OrgChunk && m.end <= f.p.datelineOf(s)) {
			parties = slices.Delete(slices.Clone(parties), k, k+1)
		}
	}
	return parties
}

// toldByKK reports whether a verb of telling and a comma close the clause that a Kazakh
// mention begins: «… хабарлағандай,», «… мәлімдеуінше,».
func (f *agreementFinder) toldByKK(m *mention) bool {
	if !f.l.Is(m.end, lang.Lower) || f.l.Rune(m.end+1) != ',' {
		return false
	}
	for _, end := range [...]string{"ғандай", "гендей", "қандай", "кендей", "ынша", "інше"} {
		if strings.HasSuffix(f.l.Fold(m.end), end) {
			return true
		}
	}
	return false
}

// betweenStatesKK gives the two states that «екі ел арасындағы» before a Kazakh instrument
// means: those that its own sentence names before it, else those the text has named; nil
// elsewhere.
func (f *agreementFinder) betweenStatesKK(ph *phrase, s lang.Sentence) []int {
	if !f.headLast || ph.has("act") {
		return nil
	}
	between := f.p.know.lists.partyBetween
	for i := ph.head - 1; i > s.First && i > ph.from-8; i-- {
		if !f.l.Has(i, between) || !f.statesOfBothKK(i, s.First) {
			continue
		}
		if here := f.statesIn(s.First, i); len(here) == 2 {
			return here
		}
		if st := f.theStates(s, true, 2); len(st) == 2 {
			return st
		}
		return nil
	}
	return nil
}

// statesOfBothKK reports whether «екі ел», or what the two own by its plural, stands before
// token i: «екі ел | арасындағы», «екі елдің білім министрліктері | арасында».
func (f *agreementFinder) statesOfBothKK(i, first int) bool {
	if f.l.Plays(i-1, f.p.know.roles.stateSides) {
		return true
	}
	for k := i - 2; k > first && k > i-7 && f.l.Is(k+1, lang.Lower) && f.at(k+1) == nil; k-- {
		if f.l.Plays(k, f.p.know.roles.stateSides) {
			return f.l.Plays(k-1, f.p.know.roles.bothOf) && pluralBodyKK(f.l.Fold(i-1))
		}
	}
	return false
}

// stateOfRuleKK gives the state that stands in the genitive right before a body that is called
// by its noun alone, for which it is meant: «Латвия Республикасының | Үкіметі»; the body itself
// elsewhere.
func (f *agreementFinder) stateOfRuleKK(m *mention) *mention {
	if !f.headLast || m.class != lang.OrgChunk || strings.Contains(f.p.doc.entities[m.entity].name, " ") {
		return m
	}
	if o := f.at(m.start - 1); o != nil && o.class == lang.PlaceChunk && o.entity >= 0 && f.isCountry(o.entity) && f.slot(o.end-1, "gen") {
		return o
	}
	return m
}

// threefoldKK reports whether a Kazakh instrument of three sides has but two, none of which
// its own sentence names: those named before it are then not meant.
func (q *partySearch) threefoldKK() bool {
	if !q.headLast || len(q.found) != 2 {
		return false
	}
	three := false
	for k := q.ph.from; k < q.ph.head && !three; k++ {
		three = q.l.Fold(k) == "үшжақты"
	}
	if !three {
		return false
	}
	for i := q.s.First; i < q.s.Last; i++ {
		if m := q.at(i); m != nil && slices.Contains(q.found, m.entity) {
			return false
		}
	}
	return true
}

// withTellerKK adds to the one body with which something was signed the body whose press
// office or site tells that: «„Өрлеу“ қорының баспасөз қызметі хабарлағандай, Лунд
// университетімен | шартқа қол қойылды». Several bodies that others have are no side.
func (q *partySearch) withTellerKK(parties []int) []int {
	if q.headLast {
		parties = slices.DeleteFunc(parties, func(e int) bool { // Гана мен Непал Үкіметтері
			ent := &q.p.doc.entities[e]
			return ent.kind == read.Organization && !strings.Contains(ent.name, " ") && pluralBodyKK(lang.Fold(ent.name))
		})
	}
	if !q.headLast || len(parties) != 1 || q.d == nil || q.d.mood != "done" || !q.passiveKK(q.d) {
		return parties
	}
	teller, with := -1, false
	for m := q.nextNamed(q.s.First, q.d.start); m != nil; m = q.nextNamed(m.end, q.d.start) {
		switch {
		case m.class != lang.OrgChunk || m.entity < 0:
		case m.entity == parties[0]:
			with = q.slot(m.end-1, "ins", "poss3 ins")
		case genitiveKK(q.l.Fold(m.end-1)) && q.tellsForKK(m.end):
			teller = m.entity
		default:
			return parties
		}
	}
	if teller < 0 || !with {
		return parties
	}
	return []int{teller, parties[0]}
}

// tellsForKK reports whether the press office or the site of the body before it begins at
// token k: «баспасөз қызметі», «ресми сайты».
func (q *partySearch) tellsForKK(k int) bool {
	if q.l.Fold(k) == "баспасөз" {
		return strings.HasPrefix(q.l.Fold(k+1), "қызмет")
	}
	if q.l.Fold(k) == "ресми" {
		k++
	}
	return strings.HasPrefix(q.l.Fold(k), "сайты")
}

// pluralBodyKK reports whether a folded Kazakh word is the plural of bodies that belong to
// those named before it: үкіметтері, министрліктері.
func pluralBodyKK(w string) bool {
	for _, e := range [...]string{"тері", "лері", "дері", "тары", "лары", "дары"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+8 {
			return true
		}
	}
	return false
}

// metPairKK gives those for whom two persons act whose meeting a Kazakh sentence tells before
// what the sides signed at it, where less than two sides are known: «Гент университетінің
// ректоры Оле Бруктың „Көпір“ қорының директоры Ада Линдпен кездесуі өтіп, тараптар |
// шартқа қол қойды», «… Ада Линдті қабылдап, шартқа қол қойды».
func (q *partySearch) metPairKK(parties []int) []int {
	if !q.headLast || len(parties) != 1 || q.d == nil || q.d.mood != "done" {
		return parties
	}
	host := -1
	for m := q.nextNamed(q.s.First, q.ph.from); m != nil; m = q.nextNamed(m.end, q.ph.from) {
		switch {
		case m.class != lang.PersonChunk || m.entity < 0:
		case host < 0:
			if host = q.standsFor(m.entity); !genitiveKK(q.l.Fold(m.end-1)) && q.slot(m.end-1, "ins", "acc", "dat") {
				return parties
			}
		case q.sidesTold && q.slot(m.end-1, "ins") && strings.HasPrefix(q.l.Fold(m.end), "кездесуі"), q.l.Fold(m.end) == "қабылдап":
			guest := q.standsFor(m.entity)
			if guest == host || q.p.doc.entities[host].kind == read.Person || guest != parties[0] && host != parties[0] {
				return parties
			}
			return []int{host, guest}
		}
	}
	return parties
}
