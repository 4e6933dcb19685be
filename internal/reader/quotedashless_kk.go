package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// behindOccasionKK gives the token at which reported words begin behind where or in what
// they were said: «брифингте | жол бітетінін айтты», «Бас Ассамблеяда сөйлеген сөзінде | …».
func (q *quoteFinder) behindOccasionKK(from, to int) int {
	if q.p.know.pack.Tag != "kk" {
		return from
	}
	r := &q.p.know.roles
	if k := alsoEndsKK(q.l, from); k+1 < to { // сондай-ақ, сонымен қатар
		from = k
	}
	for k := from; k < from+10 && k+2 < to; k++ {
		if q.l.Plays(k, r.spokenAt) || k == from && q.l.Plays(k, r.meetingAt) || k > from && k < from+4 && q.l.Plays(k, r.meetingOf) && !q.participleKK(k+1) {
			if q.l.Rune(k+1) == ',' {
				k++
			}
			return k + 1
		}
		if c := q.l.Rune(k); q.l.Is(k, lang.Punct) && c != '-' && !isQuote(c) || q.l.Has(k, q.say) {
			break
		}
	}
	return from
}

// saysAtOnceKK reports whether a Kazakh verb of saying that begins with "said" follows the
// dash at token i at once, so that a comma before it is only left out: «жол бітеді | –
// деді әкім».
func (q *quoteFinder) saysAtOnceKK(i int) bool {
	if !q.p.know.headLast || !q.parts(i) || !q.l.Has(i+1, q.say) {
		return false
	}
	switch q.l.Fold(i + 1) {
	case "деді", "дейді", "деп":
		return true
	}
	return false
}

// participleKK reports whether the Kazakh word at token i is a participle, so that what
// stands before it goes with the noun behind it: «отырыста | қаралған жоба».
func (q *quoteFinder) participleKK(i int) bool {
	w := q.l.Fold(i)
	for _, e := range [...]string{"ған", "ген", "қан", "кен", "атын", "етін", "йтын", "йтін"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// dashlessKK reads the words of a Kazakh paragraph that no mark opens and of which a dash
// tells who said them, where more than one sentence is theirs: «Біз екі жыл күттік. Жол
// күзде бітеді, – деді әкім. – Енді көпір саламыз». The earliest sentence in which somebody
// says "we" or "I" is the first of them.
func (q *quoteFinder) dashlessKK(from, to int, spans []quoted) []quoted {
	if q.p.know.pack.Tag != "kk" || len(spans) > 0 || isDash(q.l.Rune(from)) {
		return nil
	}
	for i := from + 3; i+2 < to; i++ {
		if !q.l.Is(i, lang.Punct) || !isDash(q.l.Rune(i)) || q.l.Rune(i-1) != ',' && !q.saysAtOnceKK(i) || !q.hasSay(i+1, min(to, i+3)) {
			continue
		}
		s := q.p.sentenceOf(i)
		first := s.First
		for first > from {
			b := q.p.sentenceOf(first - 1)
			if b.First < from || q.hasSay(b.First, b.Last) {
				break
			}
			first = b.First
		}
		led := first == from && (from > 0 && q.l.Rune(from-1) == ':' || q.mostlyOwnKK(first, s)) // Ол жымиып: / Жол бітеді
		for first < s.First && !led && !q.firstPersonKK(q.p.sentenceOf(first)) {
			first = q.p.sentenceOf(first).Last
		}
		out := []quoted{{from: first, to: i, closed: true, dash: true, bare: true}}
		for j := i + 3; j+1 < to; j++ {
			if q.parts(j) && q.l.Rune(j-1) == '.' && !q.hasSay(j+1, min(to, j+3)) {
				out = append(out, quoted{from: j + 1, to: to, closed: true, dash: true})
				break
			}
		}
		if first == s.First && len(out) == 1 {
			return nil // one sentence: the rules read it
		}
		return out
	}
	return nil
}

// mostlyOwnKK reports whether in more than half of the Kazakh sentences from token first up
// to s somebody speaks of "us" or "me", so that all of them are theirs.
func (q *quoteFinder) mostlyOwnKK(first int, s lang.Sentence) bool {
	all, own := 0, 0
	for i := first; i < s.Last; {
		x := q.p.sentenceOf(i)
		if q.firstPersonKK(x) || x.First == s.First && q.firstPersonKK(lang.Sentence{First: x.First, Last: q.dashIn(x)}) {
			own++
		}
		all++
		i = x.Last
	}
	return all > 2 && 2*own > all
}

// dashIn gives the token of the last dash in a sentence with a comma before it, its end
// where none is.
func (q *quoteFinder) dashIn(s lang.Sentence) int {
	for i := s.Last - 1; i > s.First+1; i-- {
		if isDash(q.l.Rune(i)) && q.l.Rune(i-1) == ',' {
			return i - 1
		}
	}
	return s.Last
}

// firstPersonKK reports whether somebody speaks of "us" or "me" in a Kazakh sentence:
// by a pronoun or by the verb that closes it.
func (q *quoteFinder) firstPersonKK(s lang.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if q.l.Plays(i, q.p.know.roles.weOrMe) {
			return true
		}
	}
	k := s.Last - 1
	for k > s.First && q.l.Is(k, lang.Punct) {
		k--
	}
	if !q.l.Is(k, lang.Lower) {
		return false
	}
	w := q.l.Fold(k)
	for _, e := range [...]string{"мыз", "міз", "быз", "біз", "пыз", "піз", "мын", "мін", "дық", "дік", "йық", "йік", "йын", "йін"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	return false
}

// wholeInMarksKK gives the words inside the marks that all of somebody's Kazakh words stand in:
// «Ада Линдтің айтуынша, „шешім оңай қабылданған жоқ“».
func (q *quoteFinder) wholeInMarksKK(text string) (string, bool) {
	in, ok := strings.CutPrefix(text, "«")
	if !ok || !q.p.know.headLast {
		return text, false
	}
	in, ok = strings.CutSuffix(in, "»")
	return in, ok && strings.Count(in, " ") > 1 && !strings.ContainsAny(in, "«»")
}

// nameBehindSaidKK reports whether the first marks of a Kazakh paragraph that opens with a dash
// at token from stand behind its words, in what tells who says them: «– Көмек келді. Рахмет, –
// деді „Көпір“ қорының төрағасы».
func (q *quoteFinder) nameBehindSaidKK(from int, s *quoted) bool {
	if !q.p.know.headLast {
		return false
	}
	for i := from + 2; i+1 < s.from; i++ {
		if isDash(q.l.Rune(i)) && (q.l.Rune(i-1) == ',' || q.l.Rune(i-1) == '!' || q.l.Rune(i-1) == '?') && q.l.Has(i+1, q.say) {
			return true
		}
	}
	return false
}
