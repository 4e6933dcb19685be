package reader

import "shanyraq/internal/lang"

// Places and days that are not those of a number, however near they stand.

// amongPlaces reports whether a place is one of several that a conjunction joins, of
// which none alone is where something is counted: "Exports to Chad, China and Peru
// brought in $2.6 million", «Өзбекстан мен Қазақстаннан 150 маман».
func (f *figureReader) amongPlaces(m *mention, s lang.Sentence) bool {
	and, listed := false, false
	for k := m.start; k > s.First; {
		at, conj := f.joinedBefore(k)
		if at == k {
			break
		}
		and = and || conj
		o := f.placeEndingAt(at)
		if o == nil {
			break
		}
		listed, k = true, o.start
	}
	for k := m.end; k+1 < s.Last; {
		at, conj := f.joinedBehind(k)
		if at == k {
			break
		}
		and = and || conj
		o, ok := f.p.mentionAt(at, lang.PlaceChunk)
		if !ok || o.entity < 0 || o.start != at {
			break
		}
		listed, k = true, o.end
	}
	return listed && and
}

// joinedBefore gives the token before which the name stands that a comma or a conjunction
// joins to the one at token k, and whether it is a conjunction: "Osh|, and the Republic of
// Chad", "Osh| as well as Lima"; k where nothing joins them.
func (f *figureReader) joinedBefore(k int) (int, bool) {
	i := k
	if f.l.Has(i-1, f.definite) {
		i--
	}
	conj := true
	switch {
	case f.conjoins(i - 1):
		i--
	case f.asWellAs(i - 3):
		i -= 3
	case f.l.Rune(i-1) != ',':
		return k, false
	default:
		conj = false
	}
	if f.l.Rune(i-1) == ',' {
		i--
	}
	return i, conj
}

// joinedBehind gives the token at which the name begins that a comma or a conjunction
// joins to the one that ends before token k, and whether it is a conjunction; k where
// nothing joins them.
func (f *figureReader) joinedBehind(k int) (int, bool) {
	i, conj := k, false
	if f.l.Rune(i) == ',' {
		i++
	}
	switch {
	case f.conjoins(i):
		i, conj = i+1, true
	case f.asWellAs(i):
		i, conj = i+3, true
	}
	if i > k && f.l.Has(i, f.definite) {
		i++
	}
	return i, conj
}

// conjoins reports whether a word is a conjunction of names.
func (f *figureReader) conjoins(k int) bool {
	return f.l.Has(k, f.and) || f.l.Has(k, f.p.know.lists.andWord)
}

// asWellAs reports whether the English words "as well as" stand from token k on.
func (f *figureReader) asWellAs(k int) bool {
	return f.echo != lang.NoClass && f.l.Fold(k+1) == "well" && f.l.Fold(k) == "as" && f.l.Fold(k+2) == "as"
}

// placeEndingAt gives the place of up to three words that ends right before token k.
func (f *figureReader) placeEndingAt(k int) *mention {
	for i := k - 1; i >= 0 && i > k-4; i-- {
		if o, ok := f.p.mentionAt(i, lang.PlaceChunk); ok && o.end == k && o.entity >= 0 {
			return o
		}
	}
	return nil
}

// ofEarlierClauseEN reports whether an English place or day belongs to a clause that a
// semicolon ends before the number, whose own clause has its verb: "The plane crashed near
// Osh in May; eight boats searched the lake". What opens the sentence is of all its clauses.
func (f *figureReader) ofEarlierClauseEN(m *mention, s lang.Sentence, at int) bool {
	if f.echo == lang.NoClass || m.end > at || m.start <= s.First+3 {
		return false
	}
	k := at
	for k > m.end && f.l.Rune(k) != ';' {
		k--
	}
	if k == m.end && f.l.Rune(k) != ';' {
		return false
	}
	for k++; k < s.Last && f.l.Rune(k) != ';'; k++ {
		if f.p.verbOfSubject(k) {
			return true
		}
	}
	return false
}
