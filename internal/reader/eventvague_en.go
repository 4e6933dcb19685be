package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// vagueDate reports whether an English date is too wide for the day of an event, a decade or
// a century, or counts the years of schools and sport: "Universities in the XXI | century
// conference", "opened the academic year | 2020/21 with a ceremony".
func (f *eventFinder) vagueDate(m *mention) bool {
	if !f.english() {
		return false
	}
	v := m.date.String()
	if len(v) == 4 && v[3] == 'X' {
		return true
	}
	if len(v) != len("2020/2021") || v[4] != '/' {
		return false
	}
	for k := max(0, m.start-1); k < m.end; k++ {
		if f.l.Is(k, lang.Lower) && (f.l.Has(k, f.p.class("timeunit")) || f.l.Fold(k) == "season") {
			return true
		}
	}
	return false
}

// oneCapital reports whether a later English mention takes an event up by the noun alone,
// with a capital: "the Assembly", "this year’s Assembly".
func oneCapital(h *happening) bool {
	ph := &h.phrase
	return ph.headEnd == ph.head+1 && !strings.Contains(h.st.Name, " ") && !h.fresh && h.st.Name != strings.ToLower(h.st.Name)
}

// putOffTo reports whether an English event is told as put off with the day to which:
// "postponed its congress | to October", and so is still to come.
func (f *eventFinder) putOffTo(ph *phrase, d *deed) bool {
	if !f.english() || d.mood != "denied" || d.end > ph.from || !f.l.Has(d.start, f.p.class("putoff")) {
		return false
	}
	for k := ph.to; k < ph.to+12; k++ {
		if f.l.Plays(k, f.p.know.roles.to) || f.l.Has(k, f.p.class("untilword")) {
			if f.is(k+1, lang.DateChunk) {
				return true
			}
		}
		if f.l.Rune(k) == '.' || f.l.Rune(k) == ';' {
			return false
		}
	}
	return false
}

// dedicatedTo reports whether an English anniversary is only what something is devoted to,
// with no verb of its own: "The exhibition was devoted to the 25th | anniversary of the
// academy".
func (f *eventFinder) dedicatedTo(w *weighing, d *deed) bool {
	if !f.english() || w.st.Event != "anniversary" || d != nil && d.start >= w.ph.to {
		return false
	}
	k := f.beforeBody(w.ph.from - 1)
	return k > 0 && f.l.Plays(k, f.p.know.roles.to) && f.l.Plays(k-1, f.p.know.roles.heldUnder)
}
