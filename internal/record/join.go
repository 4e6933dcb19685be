package record

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// Join gives s the Fact of the statement among others that tells the same
// fact best, and says why; others are those that share a key with s. Where
// none does, s keeps its own Fact and the reason is empty.
//
// Tellings may differ: one gives the year and one the day, one names two of
// five parties, one counts an event as planned and one as past. Tellings that
// contradict each other in one field and agree in all else are one fact too,
// and Conflicts shows both sides.
func Join(s *Statement, others []Statement) (why string) {
	best := 0
	taken := map[string]bool{} // facts that the same article tells as something else
	for _, o := range others {
		if o.Article == s.Article && (o.ID != s.ID || s.ID == 0) && o.Said.Kind == s.Said.Kind && o.Fact != s.Fact {
			if score, _ := alike(s, &o); score == 0 {
				taken[o.Fact] = true
			}
		}
	}
	for _, o := range others {
		if taken[o.Fact] {
			continue
		}
		if o.Rank == Deprecated || o.Said.Kind != s.Said.Kind || o.ID == s.ID && s.ID != 0 {
			continue
		}
		score, reason := alike(s, &o)
		// What one text says in two places its author may tell apart: little
		// difference is enough there.
		if o.Article == s.Article && o.Evidence != s.Evidence && score < 3 {
			continue
		}
		if score > best {
			best, why, s.Fact = score, reason, o.Fact
		}
	}
	return why
}

// alike compares two tellings: 0 for two facts, more the more they share.
func alike(a, b *Statement) (score int, why string) {
	switch a.Said.Kind {
	case read.Agreement:
		return agreements(a, b)
	case read.Event:
		return events(a, b)
	case read.Office:
		return offices(a, b)
	case read.Figure:
		return figures(a, b)
	case read.Quote:
		if t := fold(a.Said.Text); t != "" && t == fold(b.Said.Text) && equal(a, b, RoleSpeaker) {
			return 3, "the same words of the same speaker"
		}
	}
	return 0, ""
}

// agreements are one when kind and parties agree and the day does. Two
// countries sign many papers on one day, so names that are both given must
// share what they are about; with a full day on both sides and no name beyond
// the kind on one, the day is enough.
func agreements(a, b *Statement) (int, string) {
	if InstrumentKind(a.Said.Instrument) != InstrumentKind(b.Said.Instrument) || a.Said.Action != b.Said.Action {
		return 0, ""
	}
	when := compareDates(a.Said.Date, b.Said.Date)
	if when == apart {
		return 0, ""
	}
	common := shared(a, b, RoleParty)
	pa, pb := len(a.Entities(RoleParty)), len(b.Entities(RoleParty))
	about, known := subjects(a.Said.Instrument, b.Said.Instrument)
	if known && about < 0.5 {
		return 0, ""
	}
	if common < min(pa, pb) { // each names one that the other does not
		if when == sameDay && common > 0 && known && about > 0.7 {
			return 2, "the same instrument and day, told with different parties"
		}
		return 0, ""
	}
	switch {
	case when == sameDay && common >= 2, when == sameDay && known:
		return 5, "the same kind of instrument, parties and day"
	case when == overlapping && known && common >= 2:
		return 4, "the same instrument and parties, the days agree as far as they are given"
	case when == near && known && about > 0.7 && common >= 2:
		return 2, "the same instrument and parties, told with different days"
	case when == undated && known && about > 0.7 && common >= 2 && pa == pb: // of three treaties on friendship between neighbours the sides tell which
		return 1, "the same instrument and parties, one without a date"
	}
	return 0, ""
}

func events(a, b *Statement) (int, string) {
	if a.Said.Event != b.Said.Event || unreal(a) != unreal(b) {
		return 0, ""
	}
	if a.Said.Edition != 0 && b.Said.Edition != 0 && a.Said.Edition != b.Said.Edition {
		return 0, ""
	}
	placeA, placeB := a.Entities(RolePlace), b.Entities(RolePlace)
	if len(placeA) > 0 && len(placeB) > 0 && shared(a, b, RolePlace) == 0 {
		return 0, ""
	}
	name, named := 0.0, ownName(a.Said.Name) && ownName(b.Said.Name)
	if named && scriptOf(a.Said.Name) == scriptOf(b.Said.Name) {
		if name = overlap(a.Said.Name, b.Said.Name); name < 0.5 {
			return 0, ""
		}
	}
	with := shared(a, b, RoleParticipant) + shared(a, b, RoleOrganizer)
	here := shared(a, b, RolePlace) > 0
	switch when := compareDates(a.Said.Date, b.Said.Date); {
	case when == sameDay && (name > 0.7 || here && with > 0):
		return 5, "the same event on the same day"
	case when == sameDay && (here || with > 1):
		return 3, "the same kind of event on the same day in the same place or company"
	case when == sameDay && a.Said.Event == "visit" && with > 0 && with == min(len(a.Entities(RoleParticipant)), len(b.Entities(RoleParticipant))):
		return 3, "a visit of the same people on the same days" // nobody is on two at once
	case when == overlapping && name > 0.7:
		return 4, "the same named event, the dates agree as far as they are given"
	case when == near && name > 0.9 && (a.Said.Edition != 0 && a.Said.Edition == b.Said.Edition || here):
		return 2, "the same named event, told with different days"
	}
	return 0, ""
}

// ownName reports whether an event is called by a name of its own, not by a common noun that
// fits any other of its kind: "talks", "working visit", «рабочий визит».
func ownName(name string) bool {
	const common = 2 // words
	return len(strings.Fields(name)) > common || strings.ContainsFunc(name, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) })
}

// unreal: what is denied or only imagined is no telling of what took place.
func unreal(s *Statement) bool { return s.Said.Time == "denied" || s.Said.Time == "hypothetical" }

func offices(a, b *Statement) (int, string) {
	if !equal(a, b, RolePerson) || len(a.Entities(RolePerson)) == 0 || !equal(a, b, RoleOrganization) || former(a) != former(b) {
		return 0, ""
	}
	if compareDates(a.Said.Date, b.Said.Date) == apart {
		return 0, ""
	}
	if ta, tb := fold(a.Said.Title), fold(b.Said.Title); ta == tb || overlap(ta, tb) > 0.9 {
		return 4, "the same person, title and body"
	}
	return 0, ""
}

// former tells tenures apart that cannot be told of one moment.
func former(s *Statement) string {
	switch s.Said.Tenure {
	case "former", "relieved":
		return "former"
	case "appointed", "acting":
		return s.Said.Tenure
	}
	return ""
}

// figures of one thing, place and day are one fact; when their numbers
// differ, that is a conflict worth showing.
func figures(a, b *Statement) (int, string) {
	if a.Said.Unit != b.Said.Unit || a.Said.Rank != b.Said.Rank || a.Said.Change != b.Said.Change || a.Said.Only != b.Said.Only || (a.Said.Times != 0) != (b.Said.Times != 0) {
		return 0, ""
	}
	if !equal(a, b, RoleGroup) || !equal(a, b, RolePlace) || len(a.Entities(RolePlace)) == 0 {
		return 0, ""
	}
	if len(a.Entities(RoleGroup)) == 0 && fold(a.Said.Counted) != fold(b.Said.Counted) {
		return 0, ""
	}
	switch when := compareDates(a.Said.Date, b.Said.Date); {
	case when != sameDay && !(a.Said.Date == b.Said.Date && a.Said.Date != ""):
		return 0, ""
	case sameNumber(a.Said, b.Said):
		return 4, "the same number of the same thing on the same date"
	}
	return 2, "two numbers of the same thing on the same date"
}

func sameNumber(a, b read.Statement) bool {
	if a.Value == nil || b.Value == nil {
		return a.Value == b.Value && a.Rank == b.Rank && a.Times == b.Times
	}
	return *a.Value == *b.Value
}

type nearness int

const (
	undated     nearness = iota // one has no date
	sameDay                     // equal days
	overlapping                 // as far as they are given, they may be one day
	near                        // different days within some weeks
	apart
)

// nearDays is how far two tellings of one thing may differ by a slip: the day
// of another session, of a report, of another month.
const nearDays = 45

// someDays is how long a thing may take whose days say as much as one day does.
const someDays = 10

func compareDates(a, b string) nearness {
	x, errX := value.ParseDate(a)
	y, errY := value.ParseDate(b)
	if errX != nil || errY != nil || x.IsZero() || y.IsZero() {
		return undated
	}
	xLo, xHi := x.Bounds()
	yLo, yHi := y.Bounds()
	switch {
	case x.Overlaps(y) && xLo == xHi && yLo == yHi:
		return sameDay
	case xLo == yLo && xHi == yHi && xHi-xLo < someDays: // "14 and 15 April", told twice
		return sameDay
	case x.Overlaps(y) && max(xHi-xLo, yHi-yLo) > 366:
		return undated // a decade or a century says too little
	case x.Overlaps(y):
		return overlapping
	case max(xLo-yHi, yLo-xHi) <= nearDays:
		return near
	}
	return apart
}

// shared counts the entities that have the role in both.
func shared(a, b *Statement, role string) (n int) {
	for _, id := range a.Entities(role) {
		if slices.Contains(b.Entities(role), id) {
			n++
		}
	}
	return n
}

// equal reports the same entities in the role.
func equal(a, b *Statement, role string) bool {
	x, y := a.Entities(role), b.Entities(role)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// subjects compares what two instruments are about; known is false when one
// gives no more than its kind ("memorandum of cooperation"), or they are in different scripts.
func subjects(a, b string) (share float64, known bool) {
	if scriptOf(a) != scriptOf(b) {
		return 0, false
	}
	x, y := contentWords(a, isSubject), contentWords(b, isSubject)
	if len(x) == 0 || len(y) == 0 {
		return 0, false
	}
	return dice(x, y), true
}

func overlap(a, b string) float64 { return dice(contentWords(a, nil), contentWords(b, nil)) }

// contentWords are the words of more than three letters that keep, where
// given, lets through, cut to what inflection leaves alone.
func contentWords(s string, keep func(string) bool) (out []string) {
	for w := range strings.FieldsSeq(fold(s)) {
		if keep != nil && !keep(w) {
			continue
		}
		r := []rune(w)
		if len(r) > 3 || r[0] >= '0' && r[0] <= '9' {
			if w = string(r[:min(len(r), 6)]); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

func dice(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return 2 * float64(n) / float64(len(a)+len(b))
}

// Conflicts compares the statements of one fact, and gives every pair of
// them that cannot both be right, each field once with its first two sides.
// Deprecated statements take no part.
func Conflicts(list []Statement) (out []Conflict) {
	seen := map[string]bool{}
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			a, b := &list[i], &list[j]
			if a.Rank == Deprecated || b.Rank == Deprecated || a.Said.Kind != b.Said.Kind {
				continue
			}
			for _, d := range differences(a, b) {
				if key := d.Field + "\x00" + d.Why; !seen[key] {
					seen[key] = true
					d.A, d.B = a.ID, b.ID
					out = append(out, d)
				}
			}
		}
	}
	return out
}

func differences(a, b *Statement) (out []Conflict) {
	differ := func(field, format string, args ...any) {
		out = append(out, Conflict{Field: field, Why: fmt.Sprintf(format, args...)})
	}
	if when := compareDates(a.Said.Date, b.Said.Date); when == near || when == apart {
		differ("date", "one says %s, the other %s", a.Said.Date, b.Said.Date)
	}
	if a.Said.Kind == read.Figure && a.Said.Value != nil && b.Said.Value != nil && !compatible(a.Said, b.Said) {
		differ("value", "one says %s, the other %s", number(a.Said), number(b.Said))
	}
	if a.Said.Kind == read.Agreement || a.Said.Kind == read.Event {
		if pa, pb := a.Entities(RolePlace), b.Entities(RolePlace); len(pa) > 0 && len(pb) > 0 && shared(a, b, RolePlace) == 0 {
			differ("place", "the two name different places")
		}
	}
	if pa, pb := len(a.Entities(RoleParty)), len(b.Entities(RoleParty)); pa > 0 && pb > 0 && shared(a, b, RoleParty) < min(pa, pb) {
		differ("parties", "each names a party that the other does not")
	}
	return out
}

// compatible reports whether two numbers of one thing can both be right, as
// their qualifiers have it: "over 290,000" and "300,000" can.
func compatible(a, b read.Statement) bool {
	x, y := *a.Value, *b.Value
	if x == y {
		return true
	}
	if y < x {
		x, y, a, b = y, x, b, a
	}
	switch {
	case a.Qualifier == "over", b.Qualifier == "under":
		return true
	case a.Qualifier == "about" || b.Qualifier == "about":
		return y-x <= y/20
	}
	return false
}

func number(s read.Statement) string {
	text := strings.TrimSuffix(fmt.Sprintf("%.2f", *s.Value), ".00")
	if s.Qualifier != "" && s.Qualifier != "exact" {
		return s.Qualifier + " " + text
	}
	return text
}

// MergeDoubts gives the reasons to ask again before two people are merged:
// none when nothing speaks against it. Offices of one title and body at
// different times, and offices of different bodies at one time, do.
func MergeDoubts(a, b []Statement) (reasons []string) {
	var x, y span
	for _, s := range a {
		x.take(s.Said.Date)
	}
	for _, s := range b {
		y.take(s.Said.Date)
	}
	if x.apart(y) {
		reasons = append(reasons, fmt.Sprintf("they are met a lifetime apart, in %d and in %d", x.last, y.first))
	}
	for i := range a {
		for j := range b {
			s, t := &a[i], &b[j]
			if s.Said.Kind != read.Office || t.Said.Kind != read.Office || s.Said.Date == "" || t.Said.Date == "" {
				continue
			}
			switch {
			case fold(s.Said.Title) == fold(t.Said.Title) && equal(s, t, RoleOrganization) && len(s.Refs) >= 2:
				if compareDates(s.Said.Date, t.Said.Date) >= near {
					reasons = append(reasons, fmt.Sprintf("the office %q has different dates: %s and %s", s.Said.Title, s.Said.Date, t.Said.Date))
				}
			case elsewhere(s, t) && together(s.Said, t.Said):
				reasons = append(reasons, fmt.Sprintf("at one time, %s and %s, they hold offices of different bodies: %q and %q", s.Said.Date, t.Said.Date, s.Said.Title, t.Said.Title))
			}
		}
	}
	slices.Sort(reasons)
	return slices.Compact(reasons)
}

// elsewhere reports offices of which both bodies are known, or both countries,
// and differ.
func elsewhere(a, b *Statement) bool {
	for _, role := range []string{RoleOrganization, RolePlace} {
		x, y := a.Entities(role), b.Entities(role)
		if len(x) > 0 && len(y) > 0 {
			return !slices.ContainsFunc(x, func(id int64) bool { return slices.Contains(y, id) })
		}
	}
	return false
}

// together reports offices held at one time, as far as their dates say.
func together(a, b read.Statement) bool {
	if a.Tenure == "former" || b.Tenure == "former" {
		return false
	}
	x, errX := value.ParseDate(a.Date)
	y, errY := value.ParseDate(b.Date)
	return errX == nil && errY == nil && x.Overlaps(y)
}
