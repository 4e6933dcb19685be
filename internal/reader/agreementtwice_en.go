package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/value"
)

// toldTwice reports whether an English instrument is the one that the sentence or two
// before told of in other words: "Malta and Chile signed an agreement on fishing. The
// MoU was signed by the two ministers", "Chile's minister signed a memorandum of
// understanding with Malta".
func (f *agreementFinder) toldTwice(o, m *made) bool {
	if !f.english() || m.first <= o.last || m.first-o.last > 4 || m.first-o.last > 2 && (len(o.parties) != 2 || len(m.parties) != 2) || o.item != 0 || m.item != 0 || !f.kindsAlike(o, m) || f.plural(&o.phrase) != f.plural(&m.phrase) {
		return false
	}
	if o.refused || m.refused || o.watched || f.toldApart(o, m) || f.daysApart(o, m) || f.anOldOne(o, m) || !f.sidesAgree(o, m) {
		return false
	}
	again := f.bareAgain(m) || f.shorterAgain(o, m)
	if m.st.Action != o.st.Action && (!again || m.rank > o.rank && (o.rank == 3 || m.st.Date == "" || m.anchored)) {
		return false
	}
	if again {
		return o.key == m.key || !slices.ContainsFunc(f.made, func(x made) bool { return x.key == m.key })
	}
	if o.key != m.key || o.st.Action == "" {
		return false
	}
	if !m.phrase.definite && (len(o.parties) != 2 || len(m.parties) != 2 || f.oneMoreAgain(m)) {
		return false
	}
	if !o.phrase.topic && !m.phrase.topic {
		return sharedWords(o.st.Instrument, m.st.Instrument) > 0.5
	}
	return o.phrase.topic != m.phrase.topic || sharedWords(o.st.Instrument, m.st.Instrument) >= 0.8
}

// shorterAgain reports whether an English instrument is taken up by an article and the first
// words of its name: "an agreement on fish in the gulf … the agreement on fish".
func (f *agreementFinder) shorterAgain(o, m *made) bool {
	return m.phrase.definite && m.phrase.topic && o.key == m.key && strings.HasPrefix(o.st.Instrument, m.st.Instrument+" ")
}

// bareAgain reports whether an English instrument is taken up by an article and the noun of
// its kind alone, words that tell only whose or how long it is passed over: "the MoU", "this
// bilateral agreement", "the 22-article treaty".
func (f *agreementFinder) bareAgain(m *made) bool {
	return (m.phrase.definite || f.articleBefore(m.phrase.from)) && (!m.named || f.general(&m.phrase)) && !m.phrase.topic && !m.phrase.possessed && m.phrase.quoted[1] == 0
}

// severalAgain reports whether an article and a bare English plural that open a sentence take
// up the several instruments signed that the text told last, of which no day is known yet:
// "signed seven memorandums of understanding. … The MoUs were signed in Osh on Thursday".
func (f *agreementFinder) severalAgain(t *telling) bool {
	ph := t.ph
	if !f.english() || t.d == nil || t.d.value != "signed signed" || ph.topic || ph.mods > 0 || !ph.definite || ph.from-t.s.First > 2 || len(f.made) == 0 {
		return false
	}
	o := &f.made[len(f.made)-1]
	return t.k-o.last <= 2 && o.st.Action == "signed" && o.st.Date == "" && o.item == 0 && len(o.parties) > 1 && f.plural(&o.phrase) && f.kindsAlike(o, &made{phrase: *ph, key: f.key(ph)})
}

// articleBefore reports whether a number with an article stands before token k: "the six |
// memoranda".
func (f *agreementFinder) articleBefore(k int) bool {
	return k > 1 && f.l.Has(k-2, f.article) && f.isNumeral(k-1)
}

// kindsAlike reports whether the nouns of two English instruments may mean one: the same,
// one with more words, or one of them a word for whatever is agreed: "agreement" and
// "memorandum of understanding", but not "agreement" and "protocol".
func (f *agreementFinder) kindsAlike(o, m *made) bool {
	if o.phrase.has("act") || m.phrase.has("act") || o.phrase.has("told") != m.phrase.has("told") {
		return false
	}
	if o.key == m.key || strings.HasSuffix(o.key, " "+m.key) || strings.HasSuffix(m.key, " "+o.key) {
		return true
	}
	return f.anyDeal(o) && f.ofDeal(m) || f.anyDeal(m) && f.ofDeal(o)
}

// anyDeal reports whether the noun of an instrument says only that something was agreed.
func (f *agreementFinder) anyDeal(m *made) bool {
	return m.key == "agreement" || m.key == "deal" || m.key == "accord" || m.key == "pact" || m.key == "cooperation agreement" || m.key == "collaboration agreement"
}

// ofDeal reports whether the noun of an instrument tells of a kind that is often called an
// agreement too: a treaty, a memorandum, a contract.
func (f *agreementFinder) ofDeal(m *made) bool {
	return f.anyDeal(m) || m.key == "treaty" || strings.HasSuffix(m.key, " treaty") || strings.HasPrefix(m.key, "memorandum") || strings.HasPrefix(m.key, "contract")
}

// daysApart reports whether two tellings are of days that exclude each other.
func (f *agreementFinder) daysApart(o, m *made) bool {
	return o.st.Date != "" && m.st.Date != "" && !o.anchored && !m.anchored && !overlaps(o.st.Date, m.st.Date)
}

// sidesAgree reports whether all sides that the one of two tellings names are sides by the
// other too.
func (f *agreementFinder) sidesAgree(o, m *made) bool {
	few, many := o.parties, m.parties
	if len(few) > len(many) {
		few, many = many, few
	}
	return !slices.ContainsFunc(few, func(e int) bool { return !slices.Contains(many, e) })
}

// joinTwice puts two tellings of one English instrument together: the name that says more,
// the sides of both, the day that is told.
func (f *agreementFinder) joinTwice(o, m *made) {
	if len(m.parties) > len(o.parties) {
		o.parties = m.parties
	}
	if m.st.Action == o.st.Action || m.st.Date != "" && !m.anchored && (o.rank < m.rank || o.st.Action == "signed" && m.st.Status == "adopted") {
		if m.st.Date != "" && (o.st.Date == "" || o.anchored && !m.anchored && !vaguer(m.st.Date, o.st.Date)) {
			o.st.Date, o.anchored = m.st.Date, m.anchored
		}
		if o.st.Place == "" {
			o.st.Place = m.st.Place
		}
	}
	if !f.bareAgain(m) && m.phrase.topic && (!o.phrase.topic || f.toldInFull(o, m)) {
		o.st.Instrument, o.phrase, o.key, o.named = m.st.Instrument, m.phrase, m.key, m.named
	} else if !o.phrase.topic && !o.named && f.anyDeal(o) && !f.anyDeal(m) {
		o.st.Instrument, o.phrase, o.key = m.st.Instrument, m.phrase, m.key
	}
	if m.rank > o.rank {
		o.st.Status, o.st.Action, o.st.Rule, o.rank = m.st.Status, m.st.Action, m.st.Rule, m.rank
	}
	o.sided = o.sided || m.sided
	o.last = m.first
}

// anOldOne reports whether an English instrument with an indefinite article and a day of its
// own before the news is another than the one told without a day: "has signed an agreement on
// films … is based on an agreement signed in 2014".
func (f *agreementFinder) anOldOne(o, m *made) bool {
	if m.phrase.definite || m.phrase.possessed || m.phrase.topic || m.phrase.mods > 0 || o.st.Date != "" && !o.anchored || m.st.Date == "" || m.anchored {
		return false
	}
	date, err := value.ParseDate(m.st.Date)
	return err == nil && !near(date, f.p.doc.opt.Published)
}

// stillToCome reports whether one of two English instruments of one name is to be signed on a
// day to come and the other was signed on a day before, so that they are two: "In 2014 they
// signed a protocol on fish. They will sign a protocol on fish in May".
func (f *agreementFinder) stillToCome(o, m *made) bool {
	if !f.english() || m.phrase.definite || m.phrase.possessed || o.anchored || m.anchored {
		return false
	}
	if o.st.Status == "planned" {
		o, m = m, o
	}
	return m.st.Status == "planned" && o.st.Action == "signed" && o.st.Date != "" && m.st.Date > o.st.Date && !overlaps(o.st.Date, m.st.Date)
}

// oneBefore reports whether an English instrument is told to be one before the one just made,
// by its year: "signed an agreement on Monday … The last agreement between them dates from 2019",
// "… signed their first treaty in 1993".
func (f *agreementFinder) oneBefore(o, m *made) bool {
	if !f.english() || m.first <= o.first || o.st.Status != "signed" || m.st.Date == "" || m.anchored || m.st.Date == o.st.Date {
		return false
	}
	for k := m.phrase.from; k < m.phrase.head; k++ {
		switch f.l.Fold(k) {
		case "last", "previous", "prior", "preceding", "earlier":
			return true
		case "first":
			date, err := value.ParseDate(m.st.Date)
			return err == nil && !f.p.doc.opt.Published.IsZero() && f.wellBefore(date)
		}
	}
	return false
}

// vaguer reports whether the first of two dates only says less of the day that the second may
// be: "2024" beside "2024-07-08".
func vaguer(a, b string) bool { return len(a) < len(b) && overlaps(a, b) }
