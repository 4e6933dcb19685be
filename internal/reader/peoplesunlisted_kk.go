package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// toldPeoplesKK proposes the peoples that no list knows and a Kazakh sentence
// tells by the noun behind them: «айморе, нивакле және ачес жұрттары», «антандрой
// мен махафали халықтары», «ашанинка тайпасы». They are bare words in small
// letters that make no adjective; words of the list notpeople are none.
func (n *nameFinder) toldPeoplesKK(s lang.Sentence) {
	more, joins := n.has.classes.Has(n.moreGroup), n.has.roles.Has(n.r.joinsPeoples)
	for i := s.First + 1; i < s.Last; i++ {
		if !n.l.Is(i, lang.Lower) {
			continue
		}
		w := n.l.Fold(i)
		switch w[:min(4, len(w))] { // the letters that every noun for peoples begins with
		case "ха", "жұ", "та", "эт", "ұл", "ди":
		default:
			w = ""
		}
		if w == "" || !peopleNounKK(w) {
			if more {
				n.kinOfPeopleKK(i, s)
			}
			if joins && (n.l.Plays(i-1, n.r.joinsPeoples) || n.l.Plays(i+1, n.r.joinsPeoples)) {
				n.besidePeopleKK(i, s)
			}
			continue
		}
		for k := i - 1; k >= s.First && n.peopleWordKK(k); k -= 2 {
			if !n.l.Has(k, n.gazGroup) && !n.l.Has(k, n.moreGroup) {
				n.propose(candidate{class: lang.GroupChunk, start: k, end: k + 1, score: scoreKnown - 12, name: n.l.Slice(k, k+1), rule: "people.told"})
			} else if n.free(k, k+1) {
				n.listedPeopleKK(k)
			}
			if k-2 < s.First || n.l.Rune(k-1) != ',' && !n.l.Plays(k-1, n.r.joinsPeoples) {
				break
			}
		}
	}
}

// listedPeopleKK proposes a people of the lists that stands at token k in a
// row closed by a noun for peoples.
func (n *nameFinder) listedPeopleKK(k int) {
	for _, c := range [...]lang.Class{n.gazGroup, n.moreGroup} {
		if ch, ok := n.l.Chunk(k, c); ok && int(ch.End) == k+1 {
			e := n.l.Entry(ch)
			n.propose(candidate{class: lang.GroupChunk, start: k, end: k + 1, score: scoreKnown - 10, known: e.Known, name: n.groupName(e, k, k+1), rule: "people"})
			return
		}
	}
}

// peopleNounKK reports whether a folded word is a noun that says of the words
// before it that they name peoples, with its possessive: халқының, тайпалары.
func peopleNounKK(w string) bool {
	for _, stem := range [...]string{"халқы", "халықтары", "жұрты", "жұрттары", "тайпасы", "тайпалары", "этносы", "этностары", "ұлыстары", "диаспорасы", "диаспоралары"} {
		if rest, ok := strings.CutPrefix(w, stem); ok {
			switch rest {
			case "", "ның", "нің", "на", "не", "н", "нан", "нен", "мен", "нда", "нде":
				return true
			}
		}
	}
	return false
}

// peopleWordKK reports whether the word at k may name a people: a bare word in
// small letters, not made an adjective of another, or a people of the lists.
func (n *nameFinder) peopleWordKK(k int) bool {
	if n.taken[k] || !n.l.Is(k, lang.Lower) || n.l.Is(k, lang.Glued) {
		return false
	}
	if n.l.Has(k, n.gazGroup) || n.l.Has(k, n.moreGroup) {
		return true
	}
	w := n.l.Fold(k)
	if len(w) < 8 || n.l.Has(k, n.npStop) || n.l.Has(k, n.office) || n.l.Has(k, n.orgHead) || n.l.Has(k, n.p.know.lists.notPeople) || n.l.Has(k, n.p.know.lists.personNoun) || n.l.Has(k, lang.NumberChunk) || k > 0 && n.l.Is(k-1, lang.Number) || n.l.Has(k, n.placeHead) {
		return false
	}
	for _, e := range [...]string{"лы", "лі", "ды", "ді", "ты", "ті", "сыз", "сіз", "лық", "лік", "дық", "дік", "тық", "тік", "ғы", "гі", "қы", "кі", "шы", "ші", "ған", "ген", "қан", "кен", "тын", "тін", "ің", "ың", "дің", "дай", "дей", "тай", "тей", "сы", "сі", "лар", "лер", "дар", "дер", "тар", "тер", "дан", "ден", "да", "де"} {
		if strings.HasSuffix(w, e) {
			return false
		}
	}
	return true
}

// kinOfPeopleKK proposes peoples without a state of their own before a plural of
// those of them who do something: «фулани және сонгай малшылары», «маасай
// әйелдері».
func (n *nameFinder) kinOfPeopleKK(i int, s lang.Sentence) {
	if !n.l.Has(i-1, n.moreGroup) || n.taken[i-1] {
		return
	}
	w := n.l.Fold(i)
	owned := false
	for _, x := range n.l.Analyses(i) {
		owned = owned || x.Harmony && strings.HasPrefix(x.Slots, "plural poss3")
	}
	if !owned || !n.l.Has(i, n.p.know.lists.personNoun) && !strings.Contains(w, "шылар") && !strings.Contains(w, "шілер") && !strings.HasPrefix(w, "қауым") && !strings.HasPrefix(w, "отбасылар") && !strings.HasPrefix(w, "ақсақал") && !strings.HasPrefix(w, "көсем") && !strings.HasPrefix(w, "ауылдар") && !strings.HasPrefix(w, "ұжымдар") {
		return
	}
	for k := i - 1; k >= s.First && (n.l.Has(k, n.moreGroup) || n.l.Has(k, n.gazGroup)) && n.l.Is(k, lang.Lower); k -= 2 {
		n.listedPeopleKK(k)
		if k-2 < s.First || n.l.Rune(k-1) != ',' && !n.l.Plays(k-1, n.r.joinsPeoples) {
			break
		}
	}
}

// besidePeopleKK proposes a plural no list knows that «мен» or «және» joins to a
// people: «молокандар мен күрдтер». Who does something by trade or office is none.
func (n *nameFinder) besidePeopleKK(i int, s lang.Sentence) {
	if i+2 >= s.Last && i-2 < s.First || n.taken[i] || n.l.Is(i, lang.Glued) || n.l.Has(i, n.gazGroup) || n.l.Has(i, n.moreGroup) {
		return
	}
	w := n.l.Fold(i)
	if !pluralPeopleKK(w) {
		return
	}
	people := func(k int) bool {
		return k >= s.First && k < s.Last && n.l.Is(k, lang.Lower) && (n.l.Has(k, n.gazGroup) || n.l.Has(k, n.moreGroup)) && pluralPeopleKK(n.l.Fold(k))
	}
	if !(n.l.Plays(i+1, n.r.joinsPeoples) && people(i+2)) && !(n.l.Plays(i-1, n.r.joinsPeoples) && people(i-2)) {
		return
	}
	stem := ""
	for _, x := range n.l.Analyses(i) {
		if x.Harmony && (x.Slots == "plural" || strings.HasPrefix(x.Slots, "plural ") && !strings.Contains(x.Slots, "poss")) && len(x.Stem) > len(stem) {
			stem = x.Stem
		}
	}
	if len(stem) < 8 || n.l.Has(i, n.office) || n.l.Has(i, n.p.know.lists.personNoun) || n.l.Has(i, n.orgHead) || n.l.Has(i, n.npStop) || n.l.Has(i, n.p.know.lists.notPeople) {
		return
	}
	for _, e := range [...]string{"шы", "ші", "ер", "кер", "гер", "лы", "лі", "ды", "ді", "ты", "ті", "лық", "лік", "дық", "дік", "тық", "тік", "сыз", "сіз", "ған", "ген", "қан", "кен", "ист", "ис", "ор", "лог", "граф", "паз", "дас", "дес", "тас", "тес", "хана", "тын", "тін", "мет", "ет"} {
		if strings.HasSuffix(stem, e) {
			return
		}
	}
	n.propose(candidate{class: lang.GroupChunk, start: i, end: i + 1, score: scoreKnown - 14, name: n.p.withoutCase(n.l.Slice(i, i+1)), rule: "people.beside"})
}
