package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ownedPositions joins a body or a state to the title of one of its people that
// stands behind it in one phrase, which KazNERD counts as one position where the
// model has parted them: «Ақтау қалалық мәслихатының депутаты», «Венесуэла
// елшісі». Words between are of the phrase: in small letters, without a case but
// the genitive.
func (t *Tagger) ownedPositions(words []string) {
	for i := 0; i < len(words); i++ {
		people := t.classes[t.out[i]] == "NORP"
		if t.out[i]%2 == 0 || !people && !t.owns(t.out[i]) {
			continue
		}
		e := i + 1
		for e < len(words) && t.out[e] == t.out[i]+1 {
			e++
		}
		if end := t.heldBehind(words, e); end > 0 && (!people || t.holdsBody(e, end)) {
			t.label(i, end, t.m.position)
			e = end
		}
		i = e - 1
	}
}

// ownedBodies joins a state or town to the body behind it that is its own, which
// KazNERD counts as one organisation: «Түркістан облысының әкімдігі», «Ресей
// жазушылар одағы».
func (t *Tagger) ownedBodies(words []string) {
	for i := 0; i < len(words); i++ {
		if t.out[i]%2 == 0 || t.classes[t.out[i]] != "GPE" {
			continue
		}
		e := i + 1
		for e < len(words) && t.out[e] == t.out[i]+1 {
			e++
		}
		if end := t.bodyBehind(words, e); end > 0 {
			t.label(i, end, t.m.organisation)
			e = end
		}
		i = e - 1
	}
}

// stateBodies are nouns for bodies that a state or town has as its own, in the
// possessive. Not companies, courts and governments, which KazNERD leaves apart.
var stateBodies = [...]string{"әкімдігі", "мәслихаты", "министрлігі", "комитеті", "басқармасы", "департаменті", "одағы", "агенттігі", "парламенті", "сенаты",
	"мәжілісі", "банкі", "қоры", "ұйымы", "қауымдастығы", "федерациясы", "университеті", "академиясы", "институты", "консерваториясы", "прокуратурасы",
	"полициясы", "партиясы", "палатасы", "ассамблеясы", "ассоциациясы", "бірлестігі", "ведомствосы", "комиссиясы", "бюросы", "инспекциясы",
	"елшілігі", "консулдығы", "армиясы", "қызметі"}

// bodyBehind gives the end of the body behind a place that ends before word i, 0
// where none stands there.
func (t *Tagger) bodyBehind(words []string, i int) int {
	if i >= len(words) || t.leavesPhrase(words[i-1]) {
		return 0
	}
	for k := i; k < len(words) && k < i+positionReach-1; k++ {
		r, _ := utf8.DecodeRuneInString(words[k])
		if class := t.classes[t.out[k]]; class != "" && class != "ORGANISATION" || !unicode.IsLetter(r) {
			return 0
		}
		if isStateBody(words[k]) {
			end := k + 1
			for t.out[k] != 0 && end < len(words) && t.out[end] == t.m.organisation+1 {
				end++
			}
			return end
		}
		if t.out[k] == 0 && unicode.IsUpper(r) || t.leavesPhrase(words[k]) {
			return 0
		}
	}
	return 0
}

// isStateBody reports whether a word is one of stateBodies under any case.
func isStateBody(word string) bool {
	owned, _ := possessed(word)
	if !owned {
		return false
	}
	w := strings.ToLower(word)
	for _, head := range stateBodies {
		if rest, ok := strings.CutPrefix(w, head); ok {
			switch rest {
			case "", "ның", "нің", "мен", "на", "не", "н", "нда", "нде", "нан", "нен":
				return true
			}
		}
	}
	return false
}

// owns reports whether a label opens a name of which people hold offices.
func (t *Tagger) owns(label uint8) bool {
	switch t.classes[label] {
	case "GPE", "ORGANISATION":
		return true
	}
	return false
}

// heldBehind gives the end of the title behind a name that ends before word i, 0
// where none of the kind stands there.
func (t *Tagger) heldBehind(words []string, i int) (end int) {
	if i >= len(words) || t.leavesPhrase(words[i-1]) && words[i] != "қарасты" {
		return 0
	}
	if t.out[i] == t.m.position { // what the model has as one title stays one
		p := i + 1
		for p < len(words) && t.out[p] == t.m.position+1 {
			p++
		}
		if owned, genitive := possessed(words[p-1]); owned && !genitive && holdsOffice(words[p-1], false) {
			return p
		}
	}
	for k := i; k < len(words) && k < i+positionReach; k++ {
		if class := t.classes[t.out[k]]; class != "" && class != "POSITION" && !t.owns(t.out[k]) {
			break
		}
		r, _ := utf8.DecodeRuneInString(words[k])
		if !unicode.IsLetter(r) && !strings.Contains(words[k], "-") || t.out[k] == 0 && unicode.IsUpper(r) {
			break
		}
		owned, genitive := possessed(words[k])
		if owned && holdsOffice(words[k], false) {
			end = k + 1
			if !genitive {
				return end
			}
		} else if words[k] != "қарасты" && !isStateBody(words[k]) && t.leavesPhrase(words[k]) {
			break
		}
	}
	return end
}

// leavesPhrase reports whether a word closes the phrase it stands in: a case but
// the genitive, a verb, a word that joins. A word that the lexicon has as it
// stands has no case: Канада.
func (t *Tagger) leavesPhrase(word string) bool {
	w := strings.ToLower(word)
	switch w {
	case "мен", "бен", "пен", "және", "ал", "да", "де", "та", "те", "бұл", "осы", "сол", "туралы", "бойынша", "үшін", "секілді", "сияқты", "ретінде", "өз", "оның", "деп", "деді", "ең", "тек":
		return true
	}
	for _, c := range [...]string{"да", "де", "та", "те", "дағы", "дегі", "тағы", "тегі", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "на", "не", "ды", "ді", "ты", "ті", "ны", "ні", "мен", "бен", "пен", "ған", "ген", "қан", "кен", "ып", "іп", "са", "се"} {
		if stem, ok := strings.CutSuffix(w, c); ok && utf8.RuneCountInString(stem) > 2 {
			return len(t.m.lexicon.get(uint32(hashString(seedLexicon, w)))) == 0
		}
	}
	return false
}

// holdsBody reports whether one of the words from i to end is a noun for bodies:
// «Қазақ драма театрының жетекшісі» is one position, of «Қазақ Президенті» the
// people stays apart.
func (t *Tagger) holdsBody(i, end int) bool {
	for k := i; k < end; k++ {
		if t.words.known[t.ids[borders+k]].seen.classes&t.m.bodies != 0 {
			return true
		}
	}
	return false
}

// oneHolder takes back positions that name several holders or the office as such,
// which KazNERD leaves out: «мемлекет басшылары», «Президенттікке».
func (t *Tagger) oneHolder(words []string) {
	for i := 0; i < len(words); i++ {
		if t.out[i] != t.m.position {
			continue
		}
		e := i + 1
		for e < len(words) && t.out[e] == t.m.position+1 {
			e++
		}
		if severalOrNone(words[e-1]) {
			clear(t.out[i:e])
		}
		i = e - 1
	}
}

// severalOrNone reports whether a word is an office noun in the plural, or made
// into the name of the post: басшылары, президенттік.
func severalOrNone(word string) bool {
	w := strings.ToLower(word)
	if len(w) < 4 {
		return false
	}
	for _, o := range officeStems[w[:4]] {
		rest, ok := strings.CutPrefix(w, o.stem)
		if !ok {
			continue
		}
		for _, end := range [...]string{"лар", "лер", "тар", "тер", "дар", "дер", "лық", "лік", "лығ", "ліг", "тық", "тік", "тығ", "тіг", "дық", "дік", "дығ", "діг"} {
			if strings.HasPrefix(rest, end) {
				return true
			}
		}
	}
	return false
}
