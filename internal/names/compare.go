package names

import (
	"bytes"
	"slices"
)

// match says how two words agree.
type match uint8

const (
	differ  match = iota
	initial       // one is an initial of the other
	alike         // spelled alike
	equal         // the same fold
)

// pairing of a shorter name's words with a longer one's.
type pairing struct {
	to    [8]int // index in the longer name, -1 for none
	kind  [8]match
	score float64
}

// compare judges a, which has no more words than b.
func compare(a, b *parsed) Result {
	join(a, b)
	join(b, a)
	if a.n > b.n {
		a, b = b, a
	}
	var best pairing
	best.score = -1
	var cur pairing
	pair(a, b, 0, 0, &cur, &best)
	return judge(a, b, &best)
}

// pair tries every way of pairing, the best first found wins.
func pair(a, b *parsed, i int, used uint, cur, best *pairing) {
	if i == a.n {
		if cur.score > best.score {
			*best = *cur
		}
		return
	}
	for j := range b.n {
		if used>>j&1 == 1 {
			continue
		}
		m := same(&a.parts[i], &b.parts[j])
		if m == differ {
			continue
		}
		worth := [...]float64{0, 1, 2, 2.2}[m]
		if a.parts[i].role == b.parts[j].role {
			worth += 0.3
		}
		cur.to[i], cur.kind[i] = j, m
		cur.score += worth
		pair(a, b, i+1, used|1<<j, cur, best)
		cur.score -= worth
	}
	cur.to[i], cur.kind[i] = -1, differ
	pair(a, b, i+1, used, cur, best)
}

// same compares two words.
func same(x, y *part) match {
	if x.initial || y.initial {
		if x.initial && y.initial {
			if sameInitial(x.fold, y.fold) {
				return initial
			}
			return differ
		}
		if x.initial {
			x, y = y, x
		}
		if x.role == surname && y.role != surname || x.role == patronymic && len(y.fold) == 0 {
			return differ
		}
		if sameInitial(y.fold, x.fold) || x.alt != nil && sameInitial(y.fold, x.alt) {
			return initial
		}
		return differ
	}
	if bytes.Equal(x.fold, y.fold) {
		return equal
	}
	for _, s := range x.sets {
		if slices.Contains(y.sets, s) {
			return alike
		}
	}
	best := one * 40
	n := max(len(x.fold), len(y.fold))
	foreign := x.marks&isCyrillic != y.marks&isCyrillic
	abjad := x.marks&(isArabic|fullVowel) == isArabic || y.marks&(isArabic|fullVowel) == isArabic
	try := func(f, g []byte, fk, gk ckey) {
		if f != nil && g != nil && fk == gk {
			best = min(best, distance(f, g, foreign, abjad))
		}
	}
	try(surnameForm(x, y))
	try(x.alt, y.fold, x.altKey, y.key)
	try(x.fold, y.alt, x.key, y.altKey)
	try(x.alt, y.alt, x.altKey, y.altKey)
	if bare(x) && ending(y) || bare(y) && ending(x) {
		best = min(best, baseDistance(x, y, foreign))
	}
	if standsFor(x, y) || standsFor(y, x) {
		best = min(best, baseDistance(x, y, foreign))
	}
	limit := 16 * n / 10
	switch {
	case x.role == given || y.role == given:
	case x.role == unknown && y.role == unknown:
		limit = 19 * n / 10
	default:
		limit = 24 * n / 10
	}
	if best > limit {
		return differ
	}
	if best == 0 {
		return equal
	}
	return alike
}

// standsFor says whether x is a patronymic that y may be the surname of:
// Құнанбайұлы, Кунанбаев; but not Попович, Попов.
func standsFor(x, y *part) bool {
	return x.role == patronymic && y.role != given && y.role != unknown && !(ending(y) && bytes.HasSuffix(x.fold, []byte("iC")))
}

// surnameForm gives the folds to compare: without the feminine a where both
// are surnames.
func surnameForm(x, y *part) (f, g []byte, fk, gk ckey) {
	f, g = x.fold, y.fold
	if x.role == surname && y.role == surname && x.female != y.female {
		f, g = masculine(x), masculine(y)
	}
	return f, g, x.key, y.key // the feminine ending is a vowel: the keys stand
}

func masculine(x *part) []byte {
	if x.female == 1 && x.fold[len(x.fold)-1] == 'a' {
		return x.fold[:len(x.fold)-1]
	}
	return x.fold
}

// baseDistance compares what stands before -ұлы, -қызы, -ович, -ов: Кемелұлы
// and Кемелевич, Құнанбайұлы and Кунанбаев.
func baseDistance(x, y *part, foreign bool) int {
	f, g := trimVowel(x.fold[:x.base]), trimVowel(y.fold[:y.base])
	if len(f) < 3 || len(g) < 3 || keyOf(f) != keyOf(g) {
		return one * 40
	}
	return distance(f, g, foreign, false)
}

// bare and ending tell Құдайберген from Құдайбергенов: many drop the ending.
func bare(x *part) bool   { return x.role != given && x.role != patronymic && x.base == len(x.fold) }
func ending(x *part) bool { return x.role == surname && x.base < len(x.fold) }

// trimVowel drops a final i or a that endings swallow: Құнанбай-, Кунанба-.
func trimVowel(f []byte) []byte {
	if n := len(f); n > 3 && f[n-1] == 'i' && isVowel(f[n-2]) {
		return f[:n-1]
	}
	return f
}

// sameInitial says whether an initial opens a word.
func sameInitial(ini, word []byte) bool {
	if len(ini) == 0 || len(word) == 0 {
		return false
	}
	a, b := ini[0], word[0]
	if a == b {
		return true
	}
	switch string([]byte{min(a, b), max(a, b)}) {
	case "gh", "hk", "ou", "CJ", "ae", "Ss", "ei", "Ck", "Sk":
		return true
	}
	return false
}

// join makes one word of two neighbours in b that a writes as one: Jong Un
// and Jongun.
func join(a, b *parsed) {
	for i := 0; i+1 < b.n; i++ {
		x, y := &b.parts[i], &b.parts[i+1]
		if x.initial || y.initial || x.role == surname || y.role == surname && x.role != unknown || len(x.fold)+len(y.fold) > 20 {
			continue
		}
		for j := range a.n {
			z := &a.parts[j]
			if len(z.fold) < len(x.fold)+2 || len(z.fold) < len(y.fold)+2 || z.initial {
				continue
			}
			var both [24]byte
			f := append(append(both[:0], x.fold...), y.fold...)
			abjad := x.marks&(isArabic|fullVowel) == isArabic
			ok := keyOf(f) == z.key && distance(f, z.fold, false, abjad) <= len(f)*16/10
			if !ok && (x.alt != nil || y.alt != nil) {
				g := append(append([]byte(nil), pick(x)...), pick(y)...)
				ok = keyOf(g) == z.key && distance(g, z.fold, false, false) <= len(g)*16/10
			}
			if !ok && z.alt != nil {
				ok = keyOf(f) == z.altKey && distance(f, z.alt, false, false) <= len(f)*16/10
			}
			if ok {
				x.text += " " + y.text
				x.fold, x.alt, x.key, x.base = z.fold, z.alt, z.key, len(z.fold)
				x.altKey = z.altKey
				copy(b.parts[i+1:], b.parts[i+2:b.n])
				b.n--
				if z.role != surname {
					x.role = z.role
				}
				break
			}
		}
	}
}

func pick(x *part) []byte {
	if x.alt != nil {
		return x.alt
	}
	return x.fold
}
