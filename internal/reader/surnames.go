package reader

import (
	"cmp"
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// wordEnding is an ending of words of some kind; of surnames also the gender
// it tells.
type wordEnding struct {
	ending string
	gender byte
	// The last bytes of the ending as lastBytes gives those of a word, and the
	// bits it has of them.
	last, bits uint64
}

// newWordEnding makes an ending ready to be asked by its last bytes.
func newWordEnding(ending string, gender byte) wordEnding {
	return wordEnding{ending, gender, lastBytes(ending), ^uint64(0) << (64 - 8*min(len(ending), 8))}
}

// ends reports whether a word with these last bytes has the ending. Lists are
// long, and to compare letters takes a call for each ending: nearly all of them
// are out by the eight bytes already.
func (x *wordEnding) ends(w string, last uint64) bool {
	return (last^x.last)&x.bits == 0 && (len(x.ending) <= 8 || strings.HasSuffix(w, x.ending))
}

// lastBytes gives the last eight bytes of a word as a number, the last of all
// highest; a shorter word has zeros before it, which no ending has.
func lastBytes(w string) (last uint64) {
	if len(w) >= 8 {
		return le64(w[len(w)-8:])
	}
	for i := range len(w) {
		last = last>>8 | uint64(w[i])<<56
	}
	return last
}

// endingList is a list of word endings of a pack by their last byte, longest
// first.
type endingList [256][]wordEnding

// endingLists are the lists of the packs that hold endings of words.
var endingLists = [...]string{
	"ablative",
	"adjend",
	"adjform",
	"adjoy",
	"agentend",
	"aheadend",
	"aimend",
	"amountadj",
	"bodynoun",
	"bodyverbend",
	"boundbehind",
	"clauseend",
	"compoundbody",
	"converb",
	"dative",
	"doneend",
	"epithetend",
	"eventplural",
	"finiteend",
	"finitepast",
	"futureend",
	"gerundend",
	"givenend",
	"goesto",
	"heldin",
	"legalend",
	"manyplaces",
	"manystates",
	"nameverbend",
	"notadjend",
	"notgenitive",
	"openerend",
	"organname",
	"organof",
	"ownact",
	"parliamentword",
	"participleend",
	"pastend",
	"pastpartend",
	"pastsure",
	"placeadjend",
	"placeend",
	"pluralend",
	"postnoun",
	"presentend",
	"scienceend",
	"shortend",
	"stateoffice",
	"superlative",
	"surnameend",
	"townplural",
	"verbend",
	"verbnounend",
	"wholenoun",
	"wordend",
}

// endingsOf gathers the ending lists of a pack.
func endingsOf(pack *lang.Pack) *[256]*endingList {
	out := &[256]*endingList{}
	for _, name := range endingLists {
		if c, ok := pack.FindClass(name); ok {
			out[c] = &endingList{}
		}
	}
	for i := range pack.Entries {
		e := &pack.Entries[i]
		list := out[e.Class]
		if list == nil {
			continue
		}
		for _, f := range e.Forms {
			if f = lang.Fold(strings.TrimPrefix(f, "=")); f == "" {
				continue
			}
			g := e.Value[0]
			if g == 'x' {
				g = 0
			}
			of := &list[f[len(f)-1]]
			*of = append(*of, newWordEnding(f, g))
		}
	}
	for _, list := range out {
		if list == nil {
			continue
		}
		for i := range list {
			slices.SortStableFunc(list[i], func(a, b wordEnding) int { return cmp.Compare(len(b.ending), len(a.ending)) })
		}
	}
	return out
}

// wordEndings gives the endings of a list that a word may have, longest
// first: those with its last byte.
func (k *knowledge) wordEndings(list, w string) []wordEnding {
	if w == "" {
		return nil
	}
	of := k.endingsOf(list)
	if of == nil {
		return nil
	}
	return of[w[len(w)-1]]
}

// hasList reports whether the pack has a list of endings.
func (k *knowledge) hasList(list string) bool { return k.endingsOf(list) != nil }

// hasEnding reports whether a word ends with an ending of a list and has more
// than keep bytes before it.
func (k *knowledge) hasEnding(list, w string, keep int) bool {
	endings := k.wordEndings(list, w)
	if len(endings) == 0 {
		return false
	}
	last := lastBytes(w)
	for i := range endings {
		if x := &endings[i]; x.ends(w, last) && len(w) > len(x.ending)+keep {
			return true
		}
	}
	return false
}

// closesClause reports whether a folded Kazakh word closes a clause that somebody says: by
// its ending, or as a whole word: «бітетінін», «бітуі | керектігін», «жолдың | жоғын».
func (k *knowledge) closesClause(w string) bool {
	return k.endings.clauseEnd.end(w, 0) || k.endings.clauseEnd.whole(w)
}

// isEnding reports whether a list has a whole word.
func (k *knowledge) isEnding(list, w string) bool {
	return slices.ContainsFunc(k.wordEndings(list, w), func(x wordEnding) bool { return x.ending == w })
}
