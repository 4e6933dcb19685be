package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Words that stand beside an English title without belonging to it. Packs
// without a list of titles in the plural are read otherwise.

// asideWord reports whether the word at token k before a title only says when
// or what happens: "currently head of", ", replacing Colonel X".
func (f *officeFinder) asideWord(k int) bool {
	if f.plural == lang.NoClass || !f.l.Toks[k].Is(lang.Lower) || f.l.Has(k, f.mod) || k == 0 {
		return false
	}
	w := f.l.Fold(k)
	if f.l.Rune(k-1) == '-' && f.l.Has(k, f.p.class("objectverb")) { // re-appointed
		return true
	}
	return strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "ing") && f.l.Rune(k-1) == ','
}

// verbAhead reports whether the article at token i is that of an object: the
// words from start on are a clause and no apposition (", paid an official
// visit").
func (f *officeFinder) verbAhead(i, start int) bool {
	if f.plural == lang.NoClass || i == start || !f.l.Has(i, f.article) && (f.anArticle == lang.NoClass || !f.l.Has(i, f.anArticle)) {
		return false
	}
	k := i - 1
	return f.l.Toks[k].Is(lang.Lower) && (f.l.Has(k, f.p.class("pastword")) || f.p.know.hasEnding("pastend", f.l.Fold(k), 2))
}

// ofEvent reports whether the word behind a title's head is the noun of an
// event, so that the head is an adjective: "official visit".
func (f *officeFinder) ofEvent(i int) bool {
	return f.plural != lang.NoClass && i < len(f.l.Toks) && f.l.Toks[i].Is(lang.Lower) && f.l.Has(i, f.p.class("eventnoun"))
}

// otherOffice reports whether "and" at token i leads to another office, where
// the one whose head is at token head has said of what it is: "Minister of
// Health and Chair of the Vaccine Board".
func (f *officeFinder) otherOffice(i, head int) bool {
	if f.plural == lang.NoClass || !f.l.Has(i, f.p.class("numjoin")) || i < head+3 {
		return false
	}
	told := false
	for k := head + 1; k < i && !told; k++ {
		told = f.l.Has(k, f.link)
	}
	k := i + 1
	for told && k < i+3 && (f.l.Has(k, f.article) || f.l.Has(k, f.mod) || f.l.Has(k, f.tenure)) && !f.l.Has(k, f.head) {
		k++
	}
	c, ok := f.l.Chunk(k, f.head)
	return told && ok && f.l.Has(int(c.End), f.link)
}

// speaksFor reports whether the head at token i is that of the office for which
// the person of another one acts: "Spokesperson for the UN High Commissioner".
func (f *officeFinder) speaksFor(i, limit int) bool {
	if f.plural == lang.NoClass {
		return false
	}
	k := i - 1
	for k > limit && (f.l.Has(k, f.mod) || f.l.Toks[k].Is(lang.Cap) && !f.l.Has(k, f.head)) {
		k--
	}
	if k > limit && f.l.Has(k, f.article) {
		k--
	}
	if k <= limit || !f.l.Has(k, f.p.class("of")) && f.l.Fold(k) != "for" && f.l.Fold(k) != "to" {
		return false
	}
	_, ok := f.headEnding(k-1, limit)
	return ok
}

// cutOccasion ends a title that a verb ties to a person before the words that
// say when it was given: "president at its 53rd congress".
func (f *officeFinder) cutOccasion(t *title) {
	if f.plural == lang.NoClass {
		return
	}
	c, ok := f.l.Chunk(t.head, f.head)
	if !ok {
		return
	}
	for i := int(c.End); i < t.to; i++ {
		switch f.l.Fold(i) {
		case "at", "in", "on", "to":
		default:
			continue
		}
		for k := i + 1; k <= i+5 && k < len(f.l.Toks); k++ {
			if f.l.Has(k, f.poss) || f.l.Has(k, lang.DateChunk) || f.l.Has(k, f.p.class("eventnoun")) && f.l.Toks[k].Is(lang.Lower) {
				t.to = i
				return
			}
			if !f.l.Toks[k].Is(lang.Word) {
				break
			}
		}
	}
}

// ofStateEnding gives the token of the "of" whose place ends with token k,
// behind the name of a person: "Jan Lisek of Czechia"; -1 elsewhere.
func (f *officeFinder) ofStateEnding(k int, s lang.Sentence) int {
	for j := k; j > s.First && j > k-6; j-- {
		x, ok := f.p.mentionAt(j, lang.PlaceChunk)
		if !ok || x.end != k+1 {
			continue
		}
		at := j - 1
		if at > s.First && f.l.Has(at, f.article) {
			at--
		}
		if at > s.First && f.l.Has(at, f.p.class("of")) && f.personEnding(at-1, s) >= 0 {
			return at
		}
	}
	return -1
}

// handover is one person before or after another in one office.
type handover struct {
	who, of      int
	tenure, rule string
}

// handOver states of a person the office in which he or she comes before or
// after another: "X took over from Y" gives Y the office that the text has just
// given X. An office that X holds by a mere rank or profession is not handed on,
// and none but a post where X has one.
func (f *officeFinder) handOver(h handover, s lang.Sentence) {
	if h.who == h.of {
		return
	}
	post := slices.ContainsFunc(f.p.doc.statements, func(st statement) bool {
		return st.Kind == read.Office && st.Person == ref(h.of) && f.isPost(st.Title)
	})
	for _, st := range slices.Backward(f.p.doc.statements) {
		if st.Kind != read.Office || st.Person != ref(h.of) || !f.isPost(st.Title) && (post || st.Organization == "" && st.Tenure == "") {
			continue
		}
		if st.Tenure == "former" {
			return
		}
		if !f.isNew(h.who, st.Title) {
			return
		}
		f.p.state(read.Statement{Kind: read.Office, Person: ref(h.who), Title: st.Title, Organization: st.Organization, Place: st.Place, Tenure: h.tenure}, h.rule, s.First, s.Last)
		return
	}
}

// isPost reports whether a title is a post that one hands on to another, not a
// rank or a profession: its head stands in the pack's postnoun list.
func (f *officeFinder) isPost(title string) bool {
	title = lang.Fold(title)
	for _, link := range [...]string{" of ", " for ", " to "} {
		title, _, _ = strings.Cut(title, link)
	}
	return f.p.know.isEnding("postnoun", title[strings.LastIndexByte(title, ' ')+1:])
}
