package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// label gives an English event without a name of its own what the text calls it, where that
// says more than its kind: "talks", "working visit", "next session"; "" where it does not.
// It is given last, since two such words tell no two events apart.
func (f *eventFinder) label(h *happening) string {
	if !f.english() || h.st.Event == "appointment" || h.st.Event == "year" {
		return ""
	}
	from, head, to := f.calledBy(h)
	if from >= to {
		return ""
	}
	if f.l.Has(from-1, f.p.know.lists.eventOther) && f.l.Is(from-1, lang.Lower) && !f.l.Plays(from-1, f.p.know.roles.followsOn) { // the | next session
		from--
	}
	for f.l.Is(to, lang.Lower) && f.l.Has(to, f.noun) { // bilateral | meetings
		to++
	}
	name, noun := f.l.Slice(from, to), f.l.Fold(to-1)
	if f.actWord(to-1, "event") || from == head && to == head+1 && strings.TrimSuffix(noun, "s") == h.st.Event {
		return ""
	}
	if f.l.Is(from, lang.Cap) && f.p.sentenceOf(from).First == from && !f.l.Is(from, lang.Upper) { // "Talks were held"
		return strings.ToLower(name[:1]) + name[1:]
	}
	return name
}

// calledBy gives the tokens by which an English event is called: where its words begin, its
// noun and what stands behind that; nothing where a verb alone tells it.
func (f *eventFinder) calledBy(h *happening) (from, head, to int) {
	ph := &h.phrase
	if ph.entry != nil {
		from = ph.from
		if f.daysLong(ph) {
			from = ph.head
		}
		return from, ph.head, ph.headEnd
	}
	for i := ph.from; i < ph.to && i < len(f.l.Toks); i++ {
		c, ok := f.l.Chunk(i, f.noun)
		if !ok || f.at(i) != nil {
			continue
		}
		if kind, _, _ := strings.Cut(f.l.Entry(c).Value, " "); kind != h.st.Event {
			continue
		}
		for from = i; from > ph.from && f.l.Has(from-1, f.mod) && f.l.Is(from-1, lang.Lower); {
			from--
		}
		return from, i, int(c.End)
	}
	return 0, 0, 0
}

// venueOf gives the house where an English event is told to be by the name of the body that
// has it, right behind the event or its verb: "was held on Tuesday at the National Library";
// -1 for none.
func (f *eventFinder) venueOf(ph *phrase, d *deed, s lang.Sentence) int {
	if !f.english() {
		return -1
	}
	begin := ph.to
	if d != nil && d.start >= ph.to {
		begin = d.end
	}
	for m := f.nextNamed(begin, s.Last); m != nil; m = f.nextNamed(m.end, s.Last) {
		if m.class == lang.DateChunk {
			continue
		}
		if m.class != lang.OrgChunk || m.entity < 0 || !f.venue(m) || f.l.Is(m.end, lang.Word) && !f.l.Has(m.end, f.npstop) && !f.l.Has(m.end, f.in) && !f.l.Has(m.end, f.topic) && !f.verbBehind(m.end) {
			return -1
		}
		k := m.start - 1
		for k > begin && (f.l.Has(k, f.article) || f.l.Has(k, f.mod)) {
			k--
		}
		for k--; k >= begin; k-- { // on Tuesday | at
			if !f.is(k, lang.DateChunk) && f.l.Rune(k) != ',' && !f.l.Plays(k, f.p.know.roles.on) && !f.l.Has(k, f.p.know.lists.weekday) && !strings.HasSuffix(f.l.Fold(k), "ly") && !f.l.Plays(k, f.p.know.roles.spanFrom) {
				return -1
			}
		}
		return m.entity
	}
	return -1
}
