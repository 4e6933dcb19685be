package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// aimReach is how many words may stand between what is said of a signing and the
// preposition before it: «договорились о скорейшем подписании».
const aimReach = 3

// onlyAimedAt reports whether the Russian noun of a signing or an adoption tells what
// somebody asks for, agrees on or gets ready for, by what it hangs on: «договорились о
// подписании», «призвал к подписанию», «готовы для подписания», «выступил за подписание», «обсудили подписание»,
// but «сообщил о подписании», «привело к подписанию».
func (f *agreementFinder) onlyAimedAt(d *deed, s lang.Sentence) bool {
	k, w := d.start-1, f.l.Fold(d.start)
	for k > s.First && f.l.Is(k, lang.Lower) && f.adjectival(k) { // к скорейшему | подписанию
		k--
	}
	if k < s.First {
		return false
	}
	r := &f.p.know.roles
	switch before := f.l.Fold(k); {
	case before == "к" && strings.HasSuffix(w, "нию"):
		return k == s.First || !f.l.Plays(k-1, r.leadsTo)
	case before == "для" && strings.HasSuffix(w, "ния"): // открыт для подписания
		return k == s.First || !strings.HasPrefix(f.l.Fold(k-1), "открыт")
	case isDash(f.l.Rune(k)) && strings.HasSuffix(w, "ние"):
		return f.plannedAhead(k, s)
	case before == "за" && strings.HasSuffix(w, "ние"):
		return d.rule.Name == "agreement.signing"
	case (before == "о" || before == "об") && strings.HasSuffix(w, "нии"):
		for i := k - 1; i >= s.First && i >= k-aimReach; i-- {
			if f.l.Plays(i, r.agreedOn) || f.l.Plays(i, r.meantOnly) || f.l.Plays(i, r.talksOn) || f.l.Plays(i, r.aimsAt) {
				return true
			}
		}
	case strings.HasSuffix(w, "ние"):
		return f.l.Plays(k, r.aimsAt) || (before == "также" || before == "и") && f.awaitedAhead(k, s)
	}
	return false
}

// plannedAhead reports whether the Russian words before a dash at token k say that what
// stands behind it is meant to be done: «в планах музея – подписание договора».
func (f *agreementFinder) plannedAhead(k int, s lang.Sentence) bool {
	const reach = 6
	for i := k - 1; i > s.First && i >= k-reach; i-- {
		switch f.l.Fold(i) {
		case "планах", "повестке", "программе":
			before := f.l.Fold(i - 1)
			return before == "в" || before == "на"
		}
	}
	return false
}

// awaitedAhead reports whether a Russian verb before token k says that what it lists is still
// to come: «запланирована встреча с мэром, а также | подписание договора».
func (f *agreementFinder) awaitedAhead(k int, s lang.Sentence) bool {
	for i := k - 1; i >= s.First; i-- {
		w := f.l.Fold(i)
		if f.l.Is(i, lang.Lower) && (strings.HasPrefix(w, "запланирован") || strings.HasPrefix(w, "планируе") || strings.HasPrefix(w, "ожидае") || strings.HasPrefix(w, "намечен") || strings.HasPrefix(w, "предусмотрен") || w == "предстоит" || w == "предстоят") {
			return true
		}
	}
	return false
}
