package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// many states a Kazakh title in the plural for each of the persons listed
// behind it: «депутаттар X, Y және Z».
func (f *officeFinder) many(m *mention, s lang.Sentence) {
	if m.start < f.eachTo {
		return // the title was stated for each
	}
	k := m.start - 1
	for k > s.First {
		if f.l.Rune(k) == ',' || f.l.Has(k, f.p.know.lists.phraseAnd) {
			k--
			continue
		}
		i := f.personEnding(k, s)
		if i < 0 {
			break
		}
		k = i - 1
	}
	if k < s.First || k == m.start-1 {
		return
	}
	if start, ok := f.headEnding(k, max(s.First, k-12)); !ok || f.singular(start, k) == "" {
		return
	}
	if t, ok := f.lastHead(k+1, s); ok {
		f.state(t, m.entity, s, "office.many")
	}
}

// singular gives the last word of a title in the plural as it is for one
// person, its possessive kept: депутаттар, депутаттары → депутат, депутаты; ""
// where it is no plural.
func (f *officeFinder) singular(head, last int) string {
	c, ok := f.l.Chunk(head, f.head)
	if !ok {
		return ""
	}
	noun := f.l.Entry(c).Value
	noun = noun[strings.LastIndexByte(noun, ' ')+1:]
	word, stem := f.l.Fold(last), lang.Fold(noun)
	if len(word) <= len(stem) || !strings.HasPrefix(word, stem) { // most are in the singular
		return ""
	}
	for _, a := range f.l.Analyses(last) {
		if !a.Harmony || a.Stem != stem {
			continue
		}
		switch fields := strings.Fields(a.Slots); {
		case !slices.Contains(fields, "plural"):
		case slices.Contains(fields, "poss3"):
			return f.l.Slice(last, last+1)[:len(noun)] + possessiveOf(noun)
		default:
			return f.l.Slice(last, last+1)[:len(noun)]
		}
	}
	return ""
}

// possessiveOf gives the possessive of the third person that a Kazakh noun
// takes: ы, і behind a consonant, сы, сі behind a vowel, by the last vowel.
func possessiveOf(noun string) string {
	soft, last := true, true
	end := ""
	for _, r := range noun {
		vowel := strings.ContainsRune("аәеиоөуұүыіэюя", r)
		if vowel && r != 'и' && r != 'у' {
			soft = strings.ContainsRune("әеөүіэ", r)
		}
		last = vowel
	}
	if last {
		end = "с"
	}
	if soft {
		return end + "і"
	}
	return end + "ы"
}

// objectBefore reports whether token k is an object that belongs to the verb of
// the sentence, which begins with token first, and not to a title whose head
// stands behind it: «Делегацияны | министрдің орынбасары», but «Халықты
// әлеуметтік қорғау министрі».
func (f *officeFinder) objectBefore(k, head, first int) bool {
	if !f.headLast() || f.l.Has(k, f.head) || f.l.Has(k, f.mod) || f.l.Has(k, f.link) {
		return false
	}
	w, object := f.l.Fold(k), false
	for _, a := range f.l.Analyses(k) {
		object = object || (a.Slots == "acc" || a.Slots == "poss3 acc") && a.Harmony && len(a.Suffix) >= 4 && len(a.Stem) > 6 && joinsKK(w[:len(w)-len(a.Suffix)], a.Suffix) &&
			(k == first || !strings.HasPrefix(a.Suffix, "н")) // ауданы is аудан and ы as well
	}
	for i := k + 1; object && i < head; i++ {
		if v := f.l.Fold(i); strings.HasSuffix(v, "у") || strings.HasSuffix(v, "ю") || strings.Contains(v, "ушы") || strings.Contains(v, "уші") {
			return false
		}
	}
	return object
}

// bodyEnding gives the body whose name ends with token k, an abbreviation in
// brackets passed over, or that abbreviation where no name before it is known; -1
// where neither is.
func (f *officeFinder) bodyEnding(k, limit int) int {
	in := -1 // «Біріккен күрес әлемі (UWW) президенті»
	if b := f.beforeBrackets(k, limit); b < k {
		if m, ok := f.p.mentionAt(b+2, lang.OrgChunk); ok && m.end == k {
			in = m.entity
		}
		k = b
	}
	if k-2 >= limit && f.headLast() && f.l.Rune(k-1) == '-' && f.l.Is(k, lang.Glued) && f.l.Has(k-2, lang.Upper) && f.l.Has(k, f.p.know.lists.caseEnd) {
		k -= 2 // ЮНИСЕФ-тің | Камерундағы өкілі
	}
	for j := k; j >= limit && j >= k-12; j-- {
		if m, ok := f.p.mentionAt(j, lang.OrgChunk); ok && m.end == k+1 {
			return m.entity
		}
	}
	return in
}

// saidLonger reports whether the sentence has already given the person the
// same title in more words: rules find «хатшысы» inside «бас хатшысы» too. The
// other way round the longer title takes the place of the shorter.
func (f *officeFinder) saidLonger(st read.Statement, s lang.Sentence) bool {
	all := f.p.doc.statements
	for k := len(all) - 1; k >= 0 && k >= len(all)-8; k-- {
		o := &all[k]
		if o.Kind != read.Office || o.first < s.First || o.first >= s.Last || o.Person != st.Person || o.Tenure != st.Tenure {
			continue
		}
		a, b := lang.Fold(o.Title), lang.Fold(st.Title)
		long, short := a, b
		if len(b) > len(a) {
			long, short = b, a
		}
		if !strings.HasSuffix(long, " "+short) {
			continue
		}
		if long == b {
			o.Title = st.Title
		}
		if o.Organization == "" {
			o.Organization = st.Organization
		}
		return true
	}
	return false
}

// abstract reports whether the head of a title at token i names the post and
// not who holds it: төрағалыққа, президенттігіне.
func (f *officeFinder) abstract(i int) bool {
	c, ok := f.l.Chunk(i, f.head)
	if !ok || !f.headLast() {
		return false
	}
	noun := f.l.Entry(c).Value
	noun = lang.Fold(noun[strings.LastIndexByte(noun, ' ')+1:])
	rest, ok := strings.CutPrefix(f.l.Fold(int(c.End)-1), noun)
	if !ok {
		return false
	}
	for _, end := range relationalEndings {
		if strings.HasPrefix(rest, end) {
			return true
		}
	}
	return false
}

// post gives the title of one who is elected to the post named at token i in
// the dative: төрағалыққа is төраға, and by the pack's list of posts that are
// somebody's президенттігіне is президенті; "" where it names no post.
func (f *officeFinder) post(i int) string {
	if v, _, ok := f.l.Value(i, f.p.know.lists.postWord); ok {
		return v
	}
	if !f.abstract(i) {
		return ""
	}
	c, _ := f.l.Chunk(i, f.head)
	if w := f.l.Fold(int(c.End) - 1); !strings.HasSuffix(w, "қа") && !strings.HasSuffix(w, "ке") {
		return ""
	}
	return f.l.Entry(c).Value
}

// sentBy takes the place where somebody serves into the title, with the state
// or body before it as the owner: «Жапонияның Өзбекстандағы елшісі», «БҰҰ
// Балалар қорының (ЮНИСЕФ) Қазақстандағы өкілі».
func (f *officeFinder) sentBy(t *title, where *mention, limit int) {
	t.from = min(t.from, where.start)
	if t.org < 0 {
		t.org = f.bodyEnding(where.start-1, limit)
	}
	if t.org >= 0 {
		return
	}
	for j := where.start - 1; j >= limit && j >= where.start-4; j-- {
		if m, ok := f.p.mentionAt(j, lang.PlaceChunk); ok && m.end == where.start && m.entity >= 0 && genitiveKK(f.l.Fold(m.end-1)) {
			t.from, t.place = m.start, m.entity
			return
		}
	}
}

// listedField takes the fields before the comma at token k into the title t:
// «Қоршаған орта, урбанизация және климаттың өзгеруі министрі». Behind it stand
// small words with a conjunction, before it up to three words of which the first
// has a capital, or one word right behind a day, a mark or a verb of saying: «– деді сауда,
// өнеркәсіп және туризм министрі».
func (f *officeFinder) listedField(k int, t *title, s lang.Sentence) bool {
	joined := false
	for j := k + 1; j < t.head; j++ {
		if !f.l.Is(j, lang.Lower) || f.l.Has(j, f.head) {
			return false
		}
		joined = joined || j > k+1 && f.l.Has(j, f.p.know.lists.phraseAnd)
	}
	for j := k - 1; joined && j >= s.First && j >= k-3; j-- {
		if !f.l.Is(j, lang.Word) || f.l.Has(j, lang.PersonChunk) || f.l.Has(j, lang.DateChunk) || f.l.Has(j, f.head) || f.endsMention(j, s.First) || f.personEnding(j, s) >= 0 || !f.attributive(j) {
			return false
		}
		opens := j == k-1 && j > s.First && (f.l.Has(j-1, f.p.know.lists.sayVerb) || f.l.Has(j-1, lang.DateChunk) || f.l.Is(j-1, lang.Punct) && f.l.Rune(j-1) != ',')
		if f.l.Is(j, lang.Cap) || opens || f.fieldBegins(j, s) {
			t.from = j
			return true
		}
	}
	return false
}

// fieldBegins reports whether the first word of the fields of an office stands at token j,
// right behind the state or body that has it or behind a day: «Перудің | цифрлық даму,
// инновация және байланыс министрі», «Кеше | сыртқы байланыстар, инвестиция және …».
func (f *officeFinder) fieldBegins(j int, s lang.Sentence) bool {
	if j <= s.First || !f.l.Is(j, lang.Lower) {
		return false
	}
	if len(f.p.covering(lang.DateChunk, j-1)) > 0 {
		return true
	}
	for _, c := range [...]lang.Class{lang.PlaceChunk, lang.OrgChunk} {
		for _, k := range f.p.covering(c, j-1) {
			if w := f.l.Fold(j - 1); f.p.mens[k].end == j && (genitiveKK(w) || !attributiveKK(w) && locativeStem(w) == "") {
				return true
			}
		}
	}
	return false
}

// joinsOn reports whether token k ends «сондай-ақ», which goes on with the
// sentence and belongs to no title: «Министр сондай-ақ | сейм маршалы X-пен».
func (f *officeFinder) joinsOn(k int) bool {
	return k > 1 && f.l.Fold(k) == "ақ" && f.l.Rune(k-1) == '-'
}

// actingKK gives the head and the last token of the office in the genitive for which
// somebody acts, before the words that say so and end with token k: «Облыс әкімінің |
// міндетін атқарушы»; -1 where there is none.
func (f *officeFinder) actingKK(k, limit int) (head, last int) {
	v, st, ok := f.tenureEnding(k, limit)
	if !f.headLast() || !ok || v != "acting" || st == limit || !genitiveKK(f.l.Fold(st-1)) {
		return -1, 0
	}
	if head, ok = f.headEnding(st-1, limit); !ok {
		return -1, 0
	}
	return head, st - 1
}

// regionOf takes the place that a title is for into it: «Дүниежүзілік банктің |
// Орталық Азия бойынша аймақтық директоры», «БҰҰ-ның Ауғанстан жөніндегі өкілі».
func (f *officeFinder) regionOf(t *title, limit int) {
	if t.from >= t.head || t.from <= limit {
		return
	}
	switch f.l.Fold(t.from) {
	case "бойынша", "жөніндегі":
	default:
		return
	}
	for j := t.from - 1; j >= limit && j >= t.from-4; j-- {
		if m, ok := f.p.mentionAt(j, lang.PlaceChunk); ok && m.end == t.from && m.entity >= 0 {
			t.from = f.regionAhead(m.start, limit)
			return
		}
	}
}

// regionAhead gives the token where the first of two regions begins that a conjunction
// joins at token i: «Шығыс Еуропа және | Орталық Азия бойынша», «Батыс және | Орталық
// Африка бойынша»; i where there is one only.
func (f *officeFinder) regionAhead(i, limit int) int {
	if i-2 < limit || !f.joins(i-1) || f.l.Rune(i-1) == ',' {
		return i
	}
	for j := i - 2; j >= limit && j >= i-4; j-- {
		if m, ok := f.p.mentionAt(j, lang.PlaceChunk); ok && m.end == i-1 {
			return m.start
		}
	}
	if f.l.Is(i-2, lang.Cap) && f.l.Has(i-2, f.p.know.lists.placePre) {
		return i - 2
	}
	return i
}

// onBehalf gives a Kazakh title without a body the one for which its holder acts:
// «KazAID тарапынан басқарма төрағасы Дастан Елеукенов»; or whose staff he is made known to:
// «Семей театрының ұжымына жаңа директор Ада Линд таныстырылды».
func (f *officeFinder) onBehalf(t *title) {
	k := t.from - 1
	if t.org < 0 && t.tenure != "" && k > 1 && f.headLast() && f.l.Is(k, lang.Lower) && (f.l.Fold(k-1) == "ұжымына" || f.l.Plays(k-1, f.p.know.roles.onBehalf)) {
		k-- // ұжымына | жаңа директор
	}
	if t.org >= 0 || t.place >= 0 || k < 1 || !f.l.Plays(k, f.p.know.roles.onBehalf) && !(f.headLast() && f.l.Fold(k) == "ұжымына" && genitiveKK(f.l.Fold(k-1))) {
		return
	}
	for _, i := range f.p.mentionsIn(lang.OrgChunk, max(0, k-longestBody), k) {
		if m := &f.p.mens[i]; m.end == k && m.entity >= 0 {
			t.org = m.entity
		}
	}
}

// attributive reports whether a Kazakh word may stand inside a title: a bare
// noun or adjective, a genitive of another head, "және".
func (f *officeFinder) attributive(k int) bool {
	if f.saysAt(k) && !f.l.Has(k, f.head) || f.l.Fold(k) == "күні" { // деп жазды | баспасөз хатшысы, сол күні | банк төрағасы
		return false
	}
	if f.metAt(k) {
		return false
	}
	if f.l.Has(k, f.head) || f.l.Has(k, f.mod) || f.l.Has(k, f.link) {
		return true
	}
	if f.l.Has(k, f.stop) && !f.fieldNoun(k) || f.participle(k) {
		return false
	}
	if strings.HasSuffix(f.l.Fold(k), "хана") { // зертхана is no dative of «зертха»
		return true
	}
	for _, a := range f.l.Analyses(k) {
		if a.Harmony && (strings.HasSuffix(a.Slots, "loc") || strings.HasSuffix(a.Slots, "abl") || strings.HasSuffix(a.Slots, "dat") && len(a.Suffix) >= 4 || strings.HasSuffix(a.Slots, "poss3 ins")) && len(a.Stem) > 6 {
			return false
		}
	}
	return true
}

// saysAt reports whether the word at k belongs to a verb of saying, which may be of
// several words: «деп мәлім етті | Көлік министрі».
func (f *officeFinder) saysAt(k int) bool {
	say := f.p.know.lists.sayVerb
	for i := k; i >= 0 && i > k-4; i-- {
		if ch, ok := f.l.Chunk(i, say); ok && int(ch.End) > k {
			return true
		}
	}
	return false
}
