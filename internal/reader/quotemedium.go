package reader

import (
	"strings"
	"unicode"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Papers, channels, sites and agencies of news pass on what others did and said: that they
// report it is no speech of theirs.

// fromMedium reports whether the words whose speaker who is named with the verb of saying
// among the tokens from a to b are only passed on by a medium: "…, Kabar reports", «…, передаёт агентство «Север»», «…, – деп
// хабарлайды „Теңіз“ ақпарат агенттігі». A ministry that reports speaks for itself, and so
// does a medium that states or demands.
func (q *quoteFinder) fromMedium(who, a, b int) bool {
	e := &q.p.doc.entities[who]
	if e.kind != read.Organization {
		return false
	}
	r := &q.p.know.roles
	passes, relays := false, false
	for i := a; i < b+2 && !passes; i++ {
		relays = relays || q.l.Plays(i, r.relays)
		passes = q.l.Plays(i, r.passesOn)
	}
	if !passes && !relays {
		return false
	}
	if siteName(e.name) || strings.HasSuffix(lang.Fold(e.name), "news") || relays && foreignName(e.name) {
		return true
	}
	for _, k := range q.p.mentionsIn(lang.OrgChunk, a, b) {
		if m := &q.p.mens[k]; m.entity == who && q.mediumNamed(m) {
			return true
		}
	}
	return false
}

// mediumNamed reports whether a body's name is that of a medium: it is known, or the noun of
// one stands in it or beside it.
func (q *quoteFinder) mediumNamed(m *mention) bool {
	r := &q.p.know.roles
	from, to := m.start, m.end
	if from > 0 && isQuote(q.l.Rune(from-1)) {
		from--
	}
	if isQuote(q.l.Rune(to)) {
		to++
	}
	for i := from - 1; i <= to; i++ {
		if i >= m.start && i < m.end && q.l.Plays(i, r.of) { // Union | of Radio Clubs
			return false
		}
		switch {
		case q.l.Plays(i, r.ofNews) && strings.HasPrefix(q.p.foldAt(i+1), "агент"), // «Теңіз» ақпарат | агенттігі
			i >= m.start && i < m.end && q.l.Plays(i, r.newsName),
			i == m.start && m.end == i+1 && q.l.Plays(i, r.wireAgency),
			q.l.Plays(i, r.newsNoun) && q.headOfName(m, i):
			return true
		}
	}
	return false
}

// headOfName reports whether the noun at token i says what the body of a mention is, by where
// its language puts it: in or behind an English name, before or first in a Russian one, last
// in or behind a Kazakh one.
func (q *quoteFinder) headOfName(m *mention, i int) bool {
	switch {
	case q.p.know.russian:
		return i <= m.start
	case q.p.know.headLast:
		return i >= m.end-1
	}
	return i >= m.start
}

// siteName reports whether a body's name is that of a site, by the point in it.
func siteName(name string) bool {
	k := strings.LastIndexByte(name, '.')
	if k < 2 || len(name)-k < 3 || len(name)-k > 5 {
		return false
	}
	for _, r := range name[k+1:] {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// foreignName reports whether a name has small letters and none that is Cyrillic.
func foreignName(name string) bool {
	return strings.IndexFunc(name, unicode.IsLower) >= 0 && strings.IndexFunc(name, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) < 0
}
