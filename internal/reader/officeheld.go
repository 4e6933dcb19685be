package reader

import "shanyraq/internal/lang"

// holdsBefore states the office t before the name of its holder and those that go with
// it: of another body, behind "and", at the head of the row, in full before a comma:
// "the Minister of Health, Professor X". It is false where several before the name each
// have an office of their own, which is stated then, and where a thing bears the name.
func (f *officeFinder) holdsBefore(t title, m *mention, s lang.Sentence) bool {
	if f.onlyHonoured(t, s) {
		return false
	}
	f.ofCountry(&t, m)
	if f.eachOwn(&t, m, s) {
		return false
	}
	f.heldTogether(t, m, s)
	if first, ok := f.adjoining(&t, m, s); ok {
		f.state(first, m.entity, s, "office.before")
	}
	f.state(t, m.entity, s, "office.before")
	f.rankHeld(m, s)
	f.postBefore(t, m.entity, s)
	f.chain(t, m, s)
	own := t
	for range 3 {
		more := false
		if t, more = f.earlier(t.from, t.head, s); !more {
			break
		}
		f.state(t, m.entity, s, "office.before")
	}
	if k := f.behindTenure(own.from, s.First) - 1; f.plural != lang.NoClass && k >= s.First && f.l.Rune(k) == ',' { // "the Minister of Health, Professor X,"
		if t, ok := f.fullBefore(m, k, s); ok {
			f.state(t, m.entity, s, "office.before")
		}
	}
	return true
}
