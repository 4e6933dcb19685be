package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// noTimeKK reports whether a Kazakh word for a weekday or a month in the tokens
// [from, to) tells no time: it is made an adjective («жексенбілік мектеп»,
// «наурыздық шара»), or the word for June means a season («жылыту маусымы»,
// «театрдың жаңа маусымы», «99-маусымын»). A bare thousand is no year («қаланың мың жылы»).
func (p *part) noTimeKK(from, to int) bool {
	if p.know.pack.Tag != "kk" {
		return false
	}
	if p.lat.Fold(to-1) == "бұрын" && p.lat.Plays(from-1, p.know.roles.thanPlanned) {
		return true // мерзімінен | екі ай бұрын: how much, not when
	}
	if p.lat.Fold(from) == "мың" && strings.HasPrefix(p.lat.Fold(from+1), "жыл") {
		return true // балықтың | мың жылы: how many, not which
	}
	if w := p.lat.Fold(to - 1); (strings.HasSuffix(w, "ғы") || strings.HasSuffix(w, "гі") || strings.HasSuffix(w, "қы")) && p.lat.Has(to-1, p.know.lists.season) && p.lat.Plays(to, p.know.roles.kindOfSeason) {
		return true // 2019 жылы өткен | жазғы лагерь: of what kind
	}
	for i := from; i < to; i++ {
		w := p.lat.Fold(i)
		if relationalKK(w) && (p.lat.Has(i, p.know.lists.weekday) || p.lat.Has(i, p.know.lists.month) || i > from && !p.lat.Is(i-1, lang.Roman) && p.lat.Has(i, p.know.lists.centuryWord)) {
			return true
		}
		if w == "маусым" && i+1 < len(p.lat.Toks) && p.lat.Fold(i+1) == "басынан" {
			return true // маусым басынан бері: the season
		}
		if strings.HasPrefix(w, "маусым") && p.seasonAt(i, w[len("маусым"):]) {
			return true
		}
	}
	return false
}

// seasonAt reports whether «маусым» at i with what follows it in the word is a
// season: with the possessive behind anything but a year, or behind a word for
// the season's kind. «Өткен маусымда» stays June, which it is oftener.
func (p *part) seasonAt(i int, rest string) bool {
	if i == 0 || p.lat.Toks[i].Break || p.lat.Toks[i].Para {
		return false
	}
	before, w := &p.lat.Toks[i-1], p.lat.Fold(i-1)
	if strings.HasPrefix(rest, "ы") {
		if before.Is(lang.Number) || p.lat.Has(i-1, p.know.lists.yearWord) || strings.HasPrefix(w, "жыл") || before.Is(lang.Punct) && p.lat.Rune(i-1) != '-' {
			return strings.HasPrefix(w, "жылыт") || strings.HasPrefix(w, "жылдар")
		}
		return true
	}
	if p.lat.Plays(i-1, p.know.roles.seasonOf) {
		return true
	}
	if ch, ok := p.lat.Chunk(i-1, p.know.lists.num); ok && int(ch.End) == i && before.Is(lang.Word) { // екі маусымға, but «2 маусымға», «екінші маусымға»
		return true
	}
	return before.Is(lang.Word) && relationalKK(w) && !p.lat.Has(i-1, p.know.lists.numberNoun)
}

// collectiveKK reports whether a folded Kazakh word for a number tells so many together,
// which no day of a month is told by: екеу, үшеуі, алтауын.
func collectiveKK(w string) bool {
	return strings.Contains(w, "еуі") || strings.Contains(w, "ауы") || strings.HasSuffix(w, "еу") || strings.HasSuffix(w, "ау") || ownedTenKK(w)
}
