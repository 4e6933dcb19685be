package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Which people a share is of: "42 per cent are Kazakhs", «доля уйгуров — 60 %»,
// «қазақтар халықтың 42 пайызын құрайды».

// peopleReach is how many words may stand between a share and its people: "60 per cent
// of the district's residents are Uyghurs".
const peopleReach = 6

// ofPeople gives a share the people that stands before or behind it.
func (f *figureReader) ofPeople(g *figure) {
	st := &g.st
	if f.p.know.russian && f.peopleMany(g) {
		return
	}
	if st.Unit == "" && st.Counted == "" && st.Group == "" && g.x.digits && f.l.Rune(g.start-1) == '(' && f.l.Rune(g.end) == ')' && f.echo != lang.NoClass && f.peopleShare(st, g.s, g.start) { // Poles (22,900)
		st.Unit = "person"
		return
	}
	if st.Unit != "percent" || st.Group != "" || st.Change != "" {
		return
	}
	if !f.peopleShare(st, g.s, g.start) && !f.shareOf(st, g.s, g.start) {
		f.peopleBehind(st, g.s, g.end)
	}
}

// peopleShare takes the people whose share a percentage is, right before it: «узбеки
// — 14,2 %», "the Kyrgyz make up 78 per cent", «қазақтар (70 пайыз)».
func (f *figureReader) peopleShare(st *read.Statement, s lang.Sentence, at int) bool {
	k := f.bareStart(at, s)
	if k-1 > s.First && (isDash(f.l.Rune(k-1)) || f.l.Rune(k-1) == '(' || f.l.Rune(k-1) == ':') {
		k--
	} else if c := f.p.know.lists.shareVerb; c != lang.NoClass {
		if _, first, ok := f.endingAt(k, s.First, c); ok {
			if k = first; f.l.Plays(k-1, f.p.know.roles.shareNow) {
				k--
			}
		}
	}
	if f.p.know.headLast && k-1 > s.First && genitiveKK(f.l.Fold(k-1)) && !f.l.Has(k-1, lang.GroupChunk) {
		k-- // қазақтар | халықтың 42 пайызын құрайды
	}
	for i := k - 1; i >= max(s.First, k-4); i-- {
		if m, ok := f.p.mentionAt(i, lang.GroupChunk); ok && m.end == k && m.entity >= 0 {
			if f.l.Has(m.start-1, f.and) && f.l.Has(m.start-2, lang.GroupChunk) {
				return false // узбеки и таджики составляют 80 % together
			}
			f.setPeople(st, m)
			return true
		}
	}
	return false
}

// shareOf takes the people that a noun for a share names, where no other number stands
// between the two: "the share of Uzbeks was 15 per cent", «қазақтардың үлесі 42 пайыз».
func (f *figureReader) shareOf(st *read.Statement, s lang.Sentence, at int) bool {
	share := f.p.know.roles.shareNoun
	for i := at - 1; i >= max(s.First, at-2*peopleReach); i-- {
		if _, number := f.p.numberAt(i); number && !f.inDate(i) {
			return false
		}
		if !f.l.Plays(i, share) {
			continue
		}
		from, to := i+1, min(i+4, at)
		if f.p.know.headLast {
			from, to = max(s.First, i-1), i
		}
		for k := from; k < to; k++ {
			if m, ok := f.p.mentionAt(k, lang.GroupChunk); ok && m.entity >= 0 && (m.end == i || !f.p.know.headLast && f.peopleAlone(m, s)) {
				f.setPeople(st, m)
				return true
			}
		}
		return false
	}
	return false
}

// peopleBehind takes the people that a verb of being, a dash or a Kazakh owned share
// ties to a percentage before it: "42 per cent are Kazakhs", «60 % жителей составляют
// уйгуры», «халықтың 42 пайызы – қазақтар».
func (f *figureReader) peopleBehind(st *read.Statement, s lang.Sentence, end int) {
	r := &f.p.know.roles
	tied := f.p.know.headLast && f.ownedShareKK(end-1) || f.last.sentence == s && f.last.people // 42 per cent are Kazakhs and 40 per cent | Russians
	for k := end; k < s.Last && k < end+peopleReach; k++ {
		if isDash(f.l.Rune(k)) || f.l.Plays(k, r.shareIs) {
			tied = true
			continue
		}
		if m, ok := f.p.mentionAt(k, lang.GroupChunk); ok {
			if tied && m.start == k && m.entity >= 0 && !f.inTheirWayKK(m) && f.peopleAlone(m, s) {
				f.setPeople(st, m)
			}
			return
		}
		if tied && !f.l.Plays(k, r.ethnicWord) || !f.l.Is(k, lang.Word) && !isApostropheRune(f.l.Rune(k)) || f.inDate(k) {
			return
		}
	}
}

// peopleAlone reports whether a people stands for itself and alone: no noun behind it,
// "Kazakh companies", and no other people that shares its figure, "Kazakhs and Uzbeks".
func (f *figureReader) peopleAlone(m *mention, s lang.Sentence) bool {
	k := m.end
	if k >= s.Last || f.l.Is(k, lang.Punct) {
		return true
	}
	if f.l.Has(k, f.and) {
		return !f.l.Has(k+1, lang.GroupChunk) || f.l.Plays(k+2, f.p.know.roles.shareIs)
	}
	return f.p.know.russian || f.p.know.headLast || f.l.Plays(k, f.p.know.roles.roseVerb) || f.l.Plays(k, f.p.know.roles.fellVerb) || f.l.Has(k, f.stop) || f.l.Plays(k, f.p.know.roles.shareIs) || f.endsLikeVerb(k)
}

// setPeople states that a figure is of a people, which is what is counted where nothing
// else is.
func (f *figureReader) setPeople(st *read.Statement, m *mention) {
	st.Group = ref(m.entity)
	if st.Counted == "" { // Russians 3.9 per cent of the population
		st.Counted = f.l.Slice(m.start, m.end)
		if f.p.know.headLast { // қазақтардың үлесі
			st.Counted = f.p.withoutCase(st.Counted)
		}
	}
}
