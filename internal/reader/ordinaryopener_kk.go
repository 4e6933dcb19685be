package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// anyRole has every role, so that a word is asked whether the pack has it among those of
// things, deeds and times.
var anyRole = func() (all lang.RoleSet) {
	for w := range all {
		all[w] = ^uint64(0)
	}
	return all
}()

// What Kazakh verbs, words for deeds and learned words end with, and no name does. None of
// a list is the end of another in it.
var (
	// Behind one syllable or more: грамотасы, раундын, өркениеттері.
	closedEndsKK = fewEndsOf("тары", "тері", "лары", "лері", "дары", "дері", "тарын", "терін", "ларын", "лерін", "дарын", "дерін", "ларды", "лерді", "ларға", "лерге", "лған", "лген", "дырған", "дірген", "тырған", "тірген", "баған", "беген", "маған", "меген", "паған", "пеген", "лмақ", "лмек", "нбақ", "лынды", "лінді", "ылды", "ілді", "ғанын", "генін", "қанын", "кенін", "тынын", "тінін", "тынына", "тініне", "уынша", "уінше", "уы", "уі", "уын", "уін", "логия", "графия", "метрия", "номия", "ация", "йтын", "йтін", "ыңыз", "іңіз", "дағы", "дегі", "тағы", "тегі", "нағы", "ңғы", "ңгі", "ндама", "ндеме", "рлама", "рлеме")
	// Behind two syllables or more, where a name may end so behind one: Жүсіп, Ландау.
	longEndsKK = fewEndsOf("ып", "іп", "ады", "еді", "йды", "йді", "данды", "денді", "ланды", "ленді", "танды", "тенді", "дану", "дену", "ыру", "іру", "ялау", "йлау", "рлау", "нлау", "тлау", "шлау", "қлау", "злау", "млау", "ңлау", "леу", "дау", "деу", "ылу", "ілу", "лану", "лену", "ысу", "ісу", "асу", "есу", "ауды", "еуді", "ыруды", "іруді", "ылуды", "ілуді", "сыз", "сіз", "лық", "лік", "тық", "тік", "лығы", "лігі", "тығы", "тігі", "сы", "сі", "лса", "лсе", "нса", "нсе", "інше")
)

// tradeOpensKK are what words of trades end with that are none of names: «Абайтанушы |
// Асқар Нұров», «Маркетолог | Асқар Нұров».
var tradeOpensKK = fewEndsOf("танушы", "танушысы", "леуші", "лаушы", "йтушы", "рушы", "рші", "ларшы", "толог", "голог", "колог", "нолог", "золог", "ограф", "йшы", "тшы", "қшы", "кші", "пші", "тші", "йші", "сші", "зші", "нист", "рист", "тист", "вист")

// endsAsNoNameKK reports whether a folded Kazakh word ends as a verb, the word for a deed,
// something owned or a learned word, and so is none of the names that stand before a given
// one: «Қабылданды», «Жариялау», «Филология».
func endsAsNoNameKK(w string) bool {
	if tradeOpensKK.end(w) {
		return true
	}
	if k := closedEndsKK.next(w, 0); k >= 0 {
		stem, _ := closedEndsKK.cut(w, k)
		return strings.ContainsAny(stem, vowelsKK)
	}
	k := longEndsKK.next(w, 0)
	if k < 0 {
		return false
	}
	stem, _ := longEndsKK.cut(w, k)
	at := strings.IndexAny(stem, vowelsKK)
	return at >= 0 && strings.ContainsAny(stem[at+1:], vowelsKK)
}

// vowelsKK are the letters that make a syllable in Kazakh words.
const vowelsKK = "аәеёиоөуұүыіэюя"
