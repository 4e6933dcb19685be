package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// languageNames are languages and scripts as Kazakh writes them before «тілі» and
// «қарпі», and with -ша as adverbs.
var languageNames = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`қазақ орыс ағылшын түрік түркі қытай неміс француз араб парсы өзбек қырғыз түрікмен тәжік әзербайжан татар башқұрт ұйғыр дұнған
		қарақалпақ ноғай құмық чуваш якут саха тува алтай хакас моңғол корей жапон вьетнам тай хинди урду пенджаб бенгал непал тибет индонезия малай тагал
		испан португал итальян румын молдован грек латын кирилл поляк чех словак серб хорват болгар македон словен украин беларусь белорус литва латыш эстон фин
		венгр мажар швед дат норвег исланд голланд фламанд албан армян грузин осетин шешен ингуш иврит еврей идиш пушту дари күрд суахили амхар
		зулу эсперанто санскрит шағатай қыпшақ көнетүркі төте ым`) {
		set[w] = true
	}
	return set
}()

// languageLabels puts a rule above the model, for KazNERD: the name of a language
// with the word «тілі» is one LANGUAGE; before its plural each of those listed is
// one, and so are a script before «қарпі» or «әліпбиі» and an adverb in -ша. What
// the model has as part of a longer name stays so.
func (t *Tagger) languageLabels(words []string) {
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		switch r {
		case 'т', 'қ', 'ә':
		default:
			if strings.HasSuffix(w, "ша") || strings.HasSuffix(w, "ше") {
				if unicode.IsLower(r) && n < len(w)-4 && languageNames[w[:len(w)-4]] && t.open(i) {
					t.out[i] = t.m.language
				}
			}
			continue
		}
		if i == 0 {
			continue
		}
		switch {
		case strings.HasPrefix(w, "тілдер"):
			for k := i - 1; k >= 0; k-- {
				if languageNames[strings.ToLower(words[k])] && t.open(k) {
					t.out[k] = t.m.language
				} else if w := words[k]; w != "," && w != "және" && w != "мен" && w != "пен" && w != "бен" {
					break
				}
			}
		case languageWord(w):
			if languageNames[strings.ToLower(words[i-1])] && t.open(i-1) && t.open(i) {
				t.out[i-1], t.out[i] = t.m.language, t.m.language+1
			}
		case strings.HasPrefix(w, "қарп"), strings.HasPrefix(w, "қаріп"), strings.HasPrefix(w, "әліпби"), strings.HasPrefix(w, "әрп"), w == "әріп", strings.HasPrefix(w, "әріптер"):
			if languageNames[strings.ToLower(words[i-1])] && t.open(i-1) {
				t.out[i-1] = t.m.language
			}
		case strings.HasSuffix(w, "ша"), strings.HasSuffix(w, "ше"):
			if len(w) > 4 && languageNames[w[:len(w)-4]] && t.open(i) {
				t.out[i] = t.m.language
			}
		}
	}
}

// languageWord reports whether a word is «тіл» under a case, with a possessive or
// not: тілі, тілінде, тілден; neither тілші nor тілек.
func languageWord(w string) bool {
	rest, ok := strings.CutPrefix(w, "тіл")
	if !ok {
		return false
	}
	switch rest = strings.TrimPrefix(rest, "і"); rest {
	case "", "н", "не", "ге", "де", "нде", "ндегі", "дегі", "ден", "нен", "нің", "дің", "мен", "ді":
		return true
	}
	return false
}

// open reports whether a word stands alone for the model: no name, a people or
// a language.
func (t *Tagger) open(i int) bool {
	if t.out[i] != 0 && t.classes[t.out[i]] != "NORP" && t.classes[t.out[i]] != "LANGUAGE" {
		return false
	}
	return i+1 >= len(t.out) || t.out[i+1] == 0 || t.out[i+1]%2 == 1 || t.classes[t.out[i+1]] == "LANGUAGE"
}
