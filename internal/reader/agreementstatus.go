package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// verbOf gives the status and action of a verb, as its entry or its rule has
// them; given tells that words to the press are given so too.
func (f *agreementFinder) verbOf(d *deed) (value [2]string, given bool) {
	status, action, _ := strings.Cut(d.value, " ")
	if status == "" {
		status, action = d.rule.Get("status"), d.rule.Get("action")
	}
	action, given = strings.CutSuffix(action, " given")
	return [2]string{status, action}, given
}

// statusOf gives the status an instrument has by what is done with it, and the
// action where it is done.
func (f *agreementFinder) statusOf(d *deed) (status, action string) {
	v, _ := f.verbOf(d)
	switch d.mood {
	case "planned", "denied":
		if v[0] == "planned" {
			action = v[1]
		}
		return "planned", action
	case "refused":
		return "other", ""
	}
	if v[0] == "planned" {
		return v[0], v[1]
	}
	return v[0], strings.ReplaceAll(v[1], "_", " ")
}

// bracketed reads a place and a date in brackets behind an instrument: where
// and when it was signed.
func (f *agreementFinder) bracketed(ph *phrase, s lang.Sentence) (place string, ok bool) {
	if ph.to >= s.Last || f.l.Rune(ph.to) != '(' {
		return "", false
	}
	day := false
	for i := ph.to + 1; i < s.Last && i < ph.to+9 && f.l.Rune(i) != ')'; i++ {
		if m := f.at(i); m != nil && m.entity >= 0 && m.class == lang.PlaceChunk {
			place = ref(m.entity)
		} else if m != nil && m.class == lang.DateChunk {
			day = true
		}
	}
	return place, place != "" && day
}

// listOn gives the verb of the instrument before the i-th one of an English
// sentence, where the two are members of one list and the verb stands before both:
// "signed five instruments: an agreement on visas, a memorandum on …, and a
// programme"; nil elsewhere.
func (f *agreementFinder) listOn(i int, before *deed) *deed {
	if !f.english() || i == 0 || before == nil {
		return nil
	}
	last, ph := &f.insts[i-1], &f.insts[i]
	if before.end > last.from || ph.from < last.to {
		return nil
	}
	parted := false
	for k := last.to; k < ph.from; k++ {
		r := f.l.Rune(k)
		if r == ',' || r == ';' || f.joins(k) {
			parted = true
			continue
		}
		if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) {
			continue
		}
		if parted || ph.has("loose") && f.aimAt(k) || f.l.Has(k, f.clause) || f.deedAt(k) || f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) { // more of the last one's name only
			return nil
		}
	}
	if !parted {
		return nil
	}
	return before
}

// olderOne reports whether an English instrument with a day long past is another
// than one that is only about to be: "initialled a settlement … The commercial
// settlement of December 2020 remains in force".
func (f *agreementFinder) olderOne(o, m *made) bool {
	if !f.english() || !m.named || o.st.Date != "" || o.rank < 2 || o.st.Status == "other" && o.st.Action != "initialled" || m.st.Date == "" || m.st.Instrument == o.st.Instrument {
		return false
	}
	date, err := value.ParseDate(m.st.Date)
	return err == nil && !f.p.doc.opt.Published.IsZero() && f.wellBefore(date)
}

// onlyTouched reports whether what is done with an English instrument later leaves
// it the day it is known by: "the accord of 6 February 2019 … Two groups withdrew
// from the accord in December".
func (f *agreementFinder) onlyTouched(o, m *made) bool {
	return f.english() && o.named && !m.named && o.st.Date != "" && !o.anchored && m.st.Status == "other" && m.first > o.first && (m.st.Action == "denounced" || m.st.Action == "suspended" || m.st.Action == "extended" || m.st.Action == "amended" || m.st.Action == "party")
}
