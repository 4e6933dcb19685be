package reader

import "shanyraq/internal/lang"

var cutsKK = cuts{
	open:  openKK,
	any:   []cut{atInitials, atNextPersonKK, behindInitialsKK, atLettersKK, atPlaceBehindKK, atPlaceOfWords},
	words: []cut{atTitle, behindParticle, atInstrumentKK, atSmallWord, behindNothing, closed, behindPlaceKK},
}

// openKK parts two full names that stand side by side: Боксшы Жәнібек Әлімханұлы | Андрей Михайловичті.
func openKK(n *nameFinder, p *parting) {
	if n.onlyOpensKK(p.els, p.sentence) { // Қонақтар | Қожа Ахмет, Финалда | Дін Қошқаров
		p.from = 1
	}
	if k := n.nextPersonKK(p.els); k > 0 {
		n.flush(p, k)
		p.next(k, false)
	}
}

// atNextPersonKK does so behind the first name of a run: Жәнібек Әлімханұлы | Андрей Михайловичті.
func atNextPersonKK(n *nameFinder, p *parting, _ element) bool {
	if p.from == 0 || p.x != p.from+2 || n.nextPersonKK(p.els[p.from:]) != 2 {
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x, false)
}

// behindInitialsKK ends a name of initials and one surname: Т.Алдабеков | Транскаспий бағытымен.
func behindInitialsKK(n *nameFinder, p *parting, e element) bool {
	if !n.closedByInitials(p.els[p.from:p.x], e) && !n.givenBehindKK(p, e) {
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x, false)
}

// givenBehindKK reports whether behind a name of initials and one surname a given name with
// a word behind it begins another: Р.Омаров | Сәкен Жұмабаевты шақырды.
func (n *nameFinder) givenBehindKK(p *parting, e element) bool {
	name := p.els[p.from:p.x]
	last := len(name) - 1
	if last < 1 || !name[0].initial || name[last].initial || name[last].particle || n.isGiven(name[last]) || !n.isGiven(e) || n.isPatronymic(e) || p.x+1 >= len(p.els) {
		return false
	}
	next := p.els[p.x+1]
	return !next.initial && !next.particle && !n.isPatronymic(next)
}

// atLettersKK ends a name before the letters of a body with an ending of their own:
// Вице-ректор Мартин Лойтхольд | ТЕУҚ-тың.
func atLettersKK(n *nameFinder, p *parting, e element) bool {
	if p.shouting || p.x == p.from || e.initial || !n.l.Is(e.start, lang.Upper) || n.l.Is(e.start, lang.Roman) || !n.glued(e.start+1, '-') || !n.l.Is(e.start+2, lang.Lower) || n.l.Is(p.els[p.from].start, lang.Upper) {
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x, false)
}

// atPlaceBehindKK cuts before the place where or whither a person is.
func atPlaceBehindKK(n *nameFinder, p *parting, e element) bool {
	name := p.els[p.from:p.x]
	switch {
	case len(name) >= 2 && n.atPlaceKK(name, e, p.titled): // Тамаш Варга | Будапештте
	case len(name) == 1 && n.surnameThere(name[0], e): // Холнесс | Кингстонда
	case len(name) == 1 && ((p.titled || n.isGiven(name[0])) && n.whitherKK(e) || n.placeAt(e) && n.office != 0 && n.l.Has(e.end, n.office) && n.surnameKK(name[0]) && !n.isGiven(e)): // Асқар | Алматыға барды, Тоқаев | Иордания Королі
	default:
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x+1, false)
}

// atInstrumentKK cuts around an instrument: Жарлығымен | Анвар Сайдалиев.
func atInstrumentKK(n *nameFinder, p *parting, e element) bool {
	if p.behind() == 0 || n.instrument == 0 || !n.l.Has(e.start, n.instrument) || n.isGiven(e) {
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x+1, false)
}

// behindPlaceKK begins a name behind a place; a Kazakh title stands right before
// its name, so it belongs to none behind the place.
func behindPlaceKK(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() == 0 || !n.placeAt(e) || !n.isGiven(p.els[p.x+1]) && !p.titled || n.isGiven(e) ||
		n.isPatronymic(p.els[p.x+1]) || p.behind() > 1 && n.isPatronymic(p.els[p.x+2]) && p.els[p.x+1].particle {
		return false
	}
	return p.next(p.x+1, false)
}
