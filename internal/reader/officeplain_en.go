package reader

import "shanyraq/internal/lang"

// plainBody gives the first token of a body that English tells by a noun in small letters
// between the head of a title and the name, with its article: director of | the regional
// museum, chairman of | the public foundation "Green Steppe". k is its last token; -1
// where none ends there, or no word behind a head ties it to a title.
func (f *officeFinder) plainBody(k, limit int) int {
	if f.plural == lang.NoClass {
		return -1
	}
	i := f.plainNoun(f.beforeMarks(k, limit), limit)
	if i < 0 || !f.l.Has(i-1, f.link) {
		return -1
	}
	if _, ok := f.headEnding(i-2, limit); !ok {
		return -1
	}
	return i
}

// plainNoun gives the article of the noun in small letters for a body that ends at token
// k, with what stands between them: the regional museum, the "Green Steppe" foundation;
// -1 where it is none.
func (f *officeFinder) plainNoun(k, limit int) int {
	if k <= limit || !f.l.Is(k, lang.Lower) || !f.l.Has(k, f.p.know.lists.orgHead) {
		return -1
	}
	for i := k - 1; i > limit && i > k-longestPlain; i-- {
		if f.l.Has(i, f.article) {
			return i
		}
		if b := f.beforeMarks(i, limit); b < i {
			i = b + 1
			continue
		}
		if t := &f.l.Toks[i]; !t.Is(lang.Word) && f.l.Rune(i) != '-' || f.l.Has(i, f.link) || f.l.Has(i, f.stop) || f.l.Has(i, lang.PersonChunk) || f.l.Has(i, f.aux) || f.finite(i) {
			return -1
		}
	}
	return -1
}

// beforeMarks gives the token before the marks that close at token k; k where none do.
func (f *officeFinder) beforeMarks(k, limit int) int {
	if !isQuote(f.l.Rune(k)) {
		return k
	}
	for open := k - 1; open > limit && open > k-longestMarked; open-- {
		if isQuote(f.l.Rune(open)) {
			return open - 1
		}
	}
	return k
}

// longestPlain and longestMarked are how many tokens a body in small letters and a name
// in marks beside it have at most.
const longestPlain, longestMarked = 9, 9
