package site

import (
	"slices"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// folded leaves out, of statements that a page lists for people, the
// appointments that an office of the same sentence tells with more: "Aigul
// Sample was appointed secretary-general" states an office and an event, and
// reads as one thing. Registers and everything that machines take have both.
func (q *request) folded(list []store.Statement) ([]store.Statement, error) {
	if !slices.ContainsFunc(list, bareAppointment) {
		return list, nil
	}
	out := make([]store.Statement, 0, len(list))
	for _, st := range list {
		told, err := q.toldByOffice(st, list)
		if err != nil {
			return nil, err
		}
		if !told {
			out = append(out, st)
		}
	}
	return out, nil
}

// toldByOffice reports whether an office that the page may show, of the list
// or else of the event's article, says all that the event says.
func (q *request) toldByOffice(event store.Statement, list []store.Statement) (bool, error) {
	if !bareAppointment(event) {
		return false, nil
	}
	says := func(o store.Statement) bool {
		return officeSays(o, event) && (!q.reviewed || decided(o.Rank)) && o.Rank != record.Deprecated
	}
	if slices.ContainsFunc(list, says) {
		return true, nil
	}
	all, err := q.site.store.ArticleStatements(q.Context(), event.Article, false)
	return slices.ContainsFunc(all, says), err
}

// bareAppointment reports an appointment of somebody that has no name, number
// or place of its own, and has happened.
func bareAppointment(st store.Statement) bool {
	s := st.Said
	return s.Kind == read.Event && s.Event == "appointment" && s.Name == "" && s.Edition == 0 && (s.Time == "" || s.Time == "past") && s.Recurring == nil &&
		len(st.Entities(record.RolePlace)) == 0 && len(st.Entities(record.RoleParticipant)) > 0
}

// officeSays reports whether an office is told by the words of a bare
// appointment, of the same person, and knows everybody it names, and its day.
func officeSays(office, event store.Statement) bool {
	if office.Said.Kind != read.Office || office.Article != event.Article || office.Hash != event.Hash || !office.Evidence.Overlaps(event.Evidence) {
		return false
	}
	if event.Said.Date != "" && event.Said.Date != office.Said.Date {
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
