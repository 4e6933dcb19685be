package reader

import "shanyraq/internal/lang"

// longestMerit is how many words a merit told before a name has at most: «заслуженный
// работник культуры Республики Тыва».
const longestMerit = 6

// beforeMerits steps back from token k, a comma or the first token of a name, over the
// degrees and merits that stand between an office and its holder, and gives the comma
// behind the office: «директор музея|, доктор исторических наук, профессор X», «ректор
// академии|, лауреат Государственной премии X»; k where nothing of the kind stands there.
func (f *officeFinder) beforeMerits(k, first int) int {
	if !f.p.know.russian {
		return k
	}
	for {
		start := k
		if f.l.Rune(k) == ',' {
			start = f.behindHonour(k, first)
		}
		if start == k {
			start = f.meritFrom(k, first)
		}
		if start == k || start-1 <= first || f.l.Rune(start-1) != ',' {
			return k
		}
		k = start - 1
	}
}

// meritFrom gives the token at which a merit begins that ends before token k: «кавалер
// ордена “Манас”», «уроженец Оша»; k where none does.
func (f *officeFinder) meritFrom(k, first int) int {
	for i := k - 1; i > max(first, k-longestMerit-2); i-- {
		switch {
		case f.l.Rune(i) == ',' || f.finite(i) || f.l.Has(i, lang.PersonChunk) || f.l.Has(i, f.head):
			return k
		case f.l.Plays(i, f.p.know.roles.merit):
			return i
		}
	}
	return k
}
