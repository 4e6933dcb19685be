package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// eachOwnKK is eachOwn for a Kazakh title in the plural, which stands between those
// it is of and its holders: «Қазақстан мен Өзбекстан президенттері А пен Б».
func (f *officeFinder) eachOwnKK(t *title, m *mention, s lang.Sentence) bool {
	if t.head <= s.First || m.start <= t.head || f.singular(t.head, m.start-1) == "" {
		return false
	}
	var owners []*mention
	k := t.head
	for k > s.First && k > t.head-4 && f.l.Is(k-1, lang.Lower) && f.endingWith(k) == nil {
		k-- // сыртқы істер министрлері
	}
	for k > s.First {
		o := f.endingWith(k)
		if o == nil || len(owners) > 0 && o.class != owners[0].class {
			return false
		}
		owners = append(owners, o)
		if k = o.start - 1; k < s.First || !f.joins(k) {
			break
		}
	}
	holders := []*mention{m}
	for k := m.end; k+1 < s.Last && f.joins(k); {
		next, ok := f.p.mentionAt(k+1, lang.PersonChunk)
		if !ok || next.entity < 0 {
			break
		}
		holders = append(holders, next)
		k = next.end
	}
	if len(owners) < 2 || len(holders) != len(owners) {
		return false
	}
	slices.Reverse(owners)
	for i, h := range holders {
		own := *t
		own.org, own.place = -1, -1
		if e := owners[i].entity; owners[i].class == lang.OrgChunk {
			own.org = e
		} else {
			own.place = e
		}
		f.state(own, h.entity, s, "office.before")
	}
	f.eachTo = holders[len(holders)-1].end
	return true
}

// joins reports whether the token joins the members of a list.
func (f *officeFinder) joins(k int) bool {
	return f.l.Rune(k) == ',' || f.l.Has(k, f.p.know.lists.phraseAnd)
}

// bodyNamedKK gives the organization mentioned last before token k whose name holds the
// noun there, nearest its end: «комитет» of «Статистика комитеті», «одақтың» of «Малшылар
// одағы». A noun that no list has as one of bodies closes the name («архив директоры» of
// the «Орталық архив»), and so does a short one; -1 where none does.
func (f *officeFinder) bodyNamedKK(k int) int {
	stem := nounStemKK(f.l.Fold(k))
	runes := utf8.RuneCountInString(stem)
	if runes < 3 || f.l.Is(k, lang.Punct) {
		return -1
	}
	far := 1 << 30
	best, adjective := -1, relationalKK(f.l.Fold(k))
	if runes < 4 || !f.l.Has(k, f.p.know.lists.orgHead) {
		far = 1 // «Орталық төрағасы», but «тарих ғылымдарының докторы»
	}
	near := f.p.mentionsIn(lang.OrgChunk, 0, k+1)
	for _, i := range slices.Backward(near[max(0, len(near)-bodyReach):]) {
		m := &f.p.mens[i]
		if m.entity < 0 || m.entity == best {
			continue
		}
		name := f.p.doc.entities[m.entity].folded()
		if !strings.Contains(name, stem) {
			continue
		}
		words := strings.Fields(name)
		for n := range words {
			if w := words[len(words)-1-n]; n < far && strings.HasPrefix(w, stem) && len(w)-len(stem) <= longestEndingKK && (adjective || !relationalKK(w)) { // облыстық is no облыс
				best, far = m.entity, max(n, 1)
				break
			}
		}
	}
	return best
}

// longestEndingKK is the most bytes that may stand behind the stem of a noun in the name of
// a body: қауымдас-тықтары.
const longestEndingKK = 22

// nounStemKK gives what all forms of a folded Kazakh noun for bodies begin with: ода of
// одақ, одақтың and одағы, архив of архивтің.
func nounStemKK(w string) string {
	for k := ownerCasesKK.next(w, 0); k >= 0; k = ownerCasesKK.next(w, k+1) {
		if rest, _ := ownerCasesKK.cut(w, k); atLeast(rest, 3) {
			w = rest
			break
		}
	}
	w = withoutPossessive(w)
	switch r, n := utf8.DecodeLastRuneInString(w); r {
	case 'қ', 'к', 'ғ', 'г', 'п', 'б':
		w = w[:len(w)-n]
	}
	return w
}

// ownerCasesKK are what the genitive and the dative end with: төраға, министрге.
var ownerCasesKK = fewEndsOf("ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке")

// ownerInTitle gives a Kazakh title without a body the one that its first word names,
// «университет ректоры», or that of the officer whom it says it is of: «Төрағаның
// орынбасары» where the text told of what body somebody is chairman.
func (f *officeFinder) ownerInTitle(t *title) {
	k := t.from
	w := f.l.Fold(k)
	if k+1 == t.head && f.l.Has(k, f.p.know.lists.ownerWord) {
		if t.place = f.regionNamed(k); t.place >= 0 {
			return
		}
	}
	if e := f.bodyOfKin(k); e >= 0 && f.bodyNamedKK(k) < 0 {
		t.org = e
		return
	}
	if f.l.Has(k, f.p.know.lists.orgHead) || relationalKK(w) || !f.l.Has(k, f.head) && !f.l.Has(k, f.mod) {
		t.org = f.bodyNamedKK(k)
		return
	}
	if !f.l.Has(k, f.head) || !genitiveKK(w) {
		return
	}
	noun := w[:len(w)-len("ның")]
	for _, st := range slices.Backward(f.p.doc.statements) {
		if st.Kind != read.Office || st.Tenure == "former" {
			continue
		}
		title := lang.Fold(st.Title)
		if last := title[strings.LastIndexByte(title, ' ')+1:]; last != noun && withoutPossessive(last) != noun {
			continue
		}
		if e, ok := entityOf(st.Organization); ok {
			t.org = e
		}
		if e, ok := entityOf(st.Place); ok && t.org < 0 && st.last <= k && len(f.p.mentionsIn(lang.PlaceChunk, st.last, k)) == 0 { // of what state, another says
			t.place = e
		}
		return
	}
}

// regionNamed gives the place named last before token k whose name ends with the noun for
// a region there: «облыс әкімі» after «Қостанай облысы»; -1 where there is none.
func (f *officeFinder) regionNamed(k int) int {
	noun := nounStemKK(f.l.Fold(k))
	near := f.p.mentionsIn(lang.PlaceChunk, 0, k)
	for _, i := range slices.Backward(near[max(0, len(near)-bodyReach):]) {
		m := &f.p.mens[i]
		if m.entity < 0 {
			continue
		}
		name := f.p.doc.entities[m.entity].folded()
		if end := lastBlank(name); end >= 0 && strings.HasPrefix(name[end+1:], noun) && len(name)-end-1-len(noun) <= len("ысы") {
			return m.entity
		}
	}
	return -1
}
