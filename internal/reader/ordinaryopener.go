package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// ordinaryLists are the lists of the Russian pack whose words are no names, beside those
// of every language: what opens a sentence with one of them is no surname.
var ordinaryLists = [...]string{
	"num", "numbernoun", "numpart", "fraction", "ordinal", "qual", "timeunit", "season", "yearword", "times", "weekday",
	"npstop", "notverb", "pronoun", "pastirregular", "pastshort", "shareverb", "hostverb", "changeverb", "objectverb", "addingverb", "monthverb",
	"eventplural", "eventother", "gathering", "groupnoun", "placehead", "placelow", "bodynoun", "sidenoun", "seatnoun", "currency", "moneyname", "smallmoney",
	"inprep", "topicprep", "clauseopen", "grewword", "befell", "dealdone", "eventafter", "placeside", "collective", "kinword", "officeplural",
}

// ordinaryOpener reports whether a word has its capital only because a sentence begins
// with it: a list or the model knows it as an ordinary one, or it ends as no name does, and
// a given name that is listed as it stands comes next: «Ураган | Мария», «Өрт | Абай
// көшесінде».
func (n *nameFinder) ordinaryOpener(e, next element) bool {
	if e.initial || e.end != e.start+1 || next.initial || n.l.Is(e.start, lang.Upper) || n.isGiven(e) || !n.isGiven(next) || n.surname != 0 && n.l.Has(e.start, n.surname) {
		return false
	}
	if n.l.Bits[e.start].Intersects(&n.anyOrdinary) {
		return true
	}
	if n.tag == "ru" && n.ordinaryRU(e, next) || n.tag == "kk" && (n.l.PlaysOneOf(e.start, &anyRole) || endsAsNoNameKK(n.l.Fold(e.start))) {
		return true
	}
	t := n.lent()
	return t != nil && t.Common(n.l.Slice(e.start, e.end))
}

// ordinaryRU reports whether the Russian word of an element is an ordinary one by its
// role in the pack or by its shape: «Экономика | Мария». Words that end as surnames do,
// and those before a given name with the father's, are asked for their shape alone:
// «Солдатов Иван», «Кузнец Иван Петрович».
func (n *nameFinder) ordinaryRU(e, next element) bool {
	if ordinaryShapeRU(n.l.Fold(e.start)) {
		return true
	}
	if surname, _ := n.surnameEnding(e); surname || n.l.Is(next.end, lang.Cap) && n.isPatronymic(element{start: next.end, end: next.end + 1}) {
		return false
	}
	return n.l.PlaysOneOf(e.start, &n.r.ordinary)
}

// ordinaryShapeRU reports whether a folded Russian word has an ending of verbs, of nouns
// for a deed or a quality, or of an adjective in a case that no name beside a given name
// in the nominative stands in: «встретился», «должность», «переговоры», «сельского».
func ordinaryShapeRU(w string) bool {
	if k := ordinaryEnds.next(w, 0); k >= 0 {
		return atLeast(w, 6) && len(ordinaryEnds.list[k].ending)+2 <= len(w)
	}
	return atLeast(w, 7) && (longOrdinaryEnds.end(w) || prefixedVerbRU(w)) || atLeast(w, 5) && manyDoEnds.end(w)
}

// prefixedVerbRU reports whether a folded word of seven letters and more has a prefix of
// verbs and an ending of their past, present or short participle: «построят»,
// «пригласил», «перенесено».
func prefixedVerbRU(w string) bool {
	if !prefixedEnds.end(w) {
		return false
	}
	for _, p := range verbPrefixes {
		if strings.HasPrefix(w, p) && (len(p) > 4 || atLeast(w, 8) || sureVerbEnds.end(w)) {
			return true
		}
	}
	return false
}

// verbPrefixes are the prefixes that prefixedVerbRU asks for.
var verbPrefixes = [...]string{"пере", "при", "под", "пред", "раз", "рас", "про", "воз", "вос", "пре", "вы", "за", "по", "об", "от", "на", "из", "ис"}

// prefixedEnds are the endings that prefixedVerbRU asks for.
var prefixedEnds = fewEndsOf("ит", "ят", "ет", "ёт", "ут", "ют", "ал", "ил", "ыл", "ял", "ала", "ила", "ыла", "яла", "али", "или", "ыли", "яли", "ало", "ило", "ыло", "ены", "ено", "ена", "аны", "ано")

// sureVerbEnds are those of them that no name of seven letters has behind a prefix of
// two: «закроют», but «Назарет».
var sureVerbEnds = fewEndsOf("ют", "ят", "ыла", "ыли", "ыло")

// manyDoEnds are endings of what several do, of words of five letters and more: делают.
var manyDoEnds = fewEndsOf("ают", "яют", "уют", "еют")

// ordinaryEnds are endings that are no surname's, in words of six letters and more.
var ordinaryEnds = fewEndsOf(
	"лся", "лась", "лось", "лись", "ется", "ётся", "ится", "утся", "ются", "атся", "ятся", "ться", "вшись", "тись",
	"овал", "овала", "овало", "овали", "ывал", "ывала", "ывали", "ивал", "ивала", "ивали", "евала", "евали", "ехал", "ехала", "ехали", "ошёл", "ишёл", "ышел", "ошла", "ишла", "ышла", "ошли", "ишли", "ышли",
	"авил", "авила", "авили", "явил", "явила", "явили", "одил", "одила", "одили", "учил", "учила", "учили", "ешил", "ешила", "ешили", "оила", "оили", "етил", "етила", "етили", "ожил", "ожила", "ожили", "упил", "упила", "упили", "осил", "осила", "осили", "авшая",
	"ирует", "ируют", "ствует", "ствуют", "вают", "вает", "щает", "щают", "ляет", "ляют", "няет", "няют", "жает", "жают", "отает", "отают",
	"ость", "ости", "остью", "остей", "остям", "остями", "остях",
	"дцать", "десят", "ьсот", "кого-то", "ельно", "енно", "ически", "ывая", "ивая", "ствуя", "ируя",
	"ного", "ному", "ную", "ные", "ных", "ным", "ными", "ское", "ские", "скими", "ского", "скому", "скую", "ющий", "ющая", "ющее", "ющие", "вший", "вшая", "вшее", "вшие",
	"изм", "изма", "изму", "измом", "изме", "иях", "иям", "иями",
)

// longOrdinaryEnds are such endings as short words and names share: in words of seven
// letters and more.
var longOrdinaryEnds = fewEndsOf(
	"ать", "ить", "еть", "ять", "уть", "ение", "ения", "ению", "ением", "ении", "ений", "ание", "анию", "анием", "ании", "аний",
	"ство", "ства", "ству", "ством", "стве", "ция", "ции", "цию", "цией", "ций", "логия", "логии", "логию", "графия", "графии",
	"ован", "ована", "овано", "ованы", "ждён", "ждена", "ждено", "ждены", "щён", "щена", "щено", "щены", "влен", "влена", "влено", "влены", "шена", "шены", "шено",
	"ленный", "анный", "енный", "нная", "нное", "телей", "телями", "телям", "никами", "щиками", "чиками",
)

// ordinaryInRU gathers the classes of ordinaryLists beside those of every language.
func ordinaryInRU(pack *lang.Pack, set *lang.Set) {
	for _, name := range ordinaryLists {
		if c, ok := pack.FindClass(name); ok && c != lang.NoClass {
			set.Add(c)
		}
	}
}

// shortWord is how many bytes a word has of which a syllable of a name cannot be told
// apart: «То | Лам», «На | Джон Ен».
const shortWord = 6

// adverbOpens reports whether a word that begins sentences and no names opens one at
// token i, not behind a quotation mark: Затем | Смирнова.
func (n *nameFinder) adverbOpens(i int, s lang.Sentence) bool {
	word := n.sentWord != 0 && n.l.Has(i, n.sentWord) || n.funcWord != 0 && n.l.Has(i, n.funcWord) && n.l.Toks[i].End-n.l.Toks[i].Start > shortWord
	return word && n.opens(i, s) && !isQuote(n.l.Rune(i-1)) && !n.l.Is(i, lang.Upper) && !n.isGiven(element{start: i, end: i + 1})
}
