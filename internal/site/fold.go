package site

import (
	"slices"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// folded says, in statements that a page lists for people, each appointment
// once that an office of the same sentence tells with more: "Aigul Sample was
// appointed secretary-general in May" states an office and an event, and reads
// as one thing. The office stands for both; where the event alone has the day,
// it stands with that in the event's place. Registers and everything that
// machines take have both as they are.
func (q *request) folded(list []store.Statement) ([]store.Statement, error) {
	if !slices.ContainsFunc(list, bareAppointment) {
		return list, nil
	}
	out := slices.Clone(list)
	gone, placed := map[int64]bool{}, map[int]bool{} // statements that are said elsewhere; offices in the place of an event
	for i, event := range list {
		office, ok, err := q.officeOf(event, out)
		if err != nil {
			return nil, err
		}
		switch {
		case !ok:
		case event.Said.Date == "" || event.Said.Date == office.Said.Date:
			gone[event.ID] = true
		default:
			gone[office.ID] = true
			office.Said.Date, office.Day, office.Dated = event.Said.Date, event.Day, event.Dated
			out[i], placed[i] = office, true
		}
	}
	kept := make([]store.Statement, 0, len(out))
	for i, st := range out {
		if !placed[i] && gone[st.ID] || toldAgain(out, placed, i) {
			continue
		}
		kept = append(kept, st)
	}
	return kept, nil
}

// toldAgain reports whether an office in the place of an event tells the fact
// of another office already: in a translation, or in the same words.
func toldAgain(list []store.Statement, placed map[int]bool, i int) bool {
	for j, o := range list {
		st := list[i]
		if j == i || !placed[j] || o.Fact != st.Fact || placed[i] && i < j {
			continue
		}
		if o.Article != st.Article || o.Evidence.Overlaps(st.Evidence) {
			return true
		}
	}
	return false
}

// officeOf gives the office, of the list or else of the event's article, that
// the page may show and that says who the event says.
func (q *request) officeOf(event store.Statement, list []store.Statement) (o store.Statement, ok bool, err error) {
	if !bareAppointment(event) {
		return o, false, nil
	}
	says := func(o store.Statement) bool {
		return officeSays(o, event) && (!q.reviewed || decided(o.Rank)) && o.Rank != record.Deprecated
	}
	if i := slices.IndexFunc(list, says); i >= 0 {
		return list[i], true, nil
	}
	all, err := q.site.store.ArticleStatements(q.Context(), event.Article, false)
	if i := slices.IndexFunc(all, says); i >= 0 {
		return all[i], true, nil
	}
	return o, false, err
}

// bareAppointment reports an appointment of somebody that has no name, number
// or place of its own, and has happened.
func bareAppointment(st store.Statement) bool {
	s := st.Said
	return s.Kind == read.Event && s.Event == "appointment" && s.Name == "" && s.Edition == 0 && (s.Time == "" || s.Time == "past") && (s.Recurring == nil || !*s.Recurring) &&
		len(st.Entities(record.RolePlace)) == 0 && len(st.Entities(record.RoleParticipant)) > 0
}

// officeSays reports whether an office is told by the words of a bare
// appointment, of the same person, and knows everybody it names, and no other
// day.
func officeSays(office, event store.Statement) bool {
	if office.Said.Kind != read.Office || office.Article != event.Article || office.Hash != event.Hash || !office.Evidence.Overlaps(event.Evidence) {
		return false
	}
	if event.Said.Date != "" && office.Said.Date != "" && event.Said.Date != office.Said.Date {
		return false
	}
	holder := false
	for _, r := range event.Refs {
		if !slices.ContainsFunc(office.Refs, func(o record.Ref) bool { return o.Entity == r.Entity }) {
			return false
		}
		holder = holder || slices.Contains(office.Refs, record.Ref{Role: record.RolePerson, Entity: r.Entity})
	}
	return holder
}
