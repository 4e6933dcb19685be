package eval

import "shanyraq/internal/read"

// FactsOf turns a reading into facts by kind, entity ids resolved to names.
func FactsOf(r read.Reading) Facts {
	var f Facts
	name := map[string]string{}
	for _, e := range r.Entities {
		name[e.ID] = e.Name
		n := Name{Name: e.Name, Aliases: e.Aliases}
		switch e.Kind {
		case read.Person:
			f.People = append(f.People, n)
		case read.Organization:
			f.Organizations = append(f.Organizations, n)
		case read.Place:
			f.Places = append(f.Places, n)
		case read.Group:
			f.Groups = append(f.Groups, n)
		}
	}
	// An id without its entity is kept as it stands: a gold file written by
	// hand may name the party itself.
	of := func(id string) string {
		if n, ok := name[id]; ok {
			return n
		}
		return id
	}
	ofAll := func(ids []string) (names []string) {
		for _, id := range ids {
			names = append(names, of(id))
		}
		return names
	}
	for _, m := range r.Mentions {
		if m.Kind == read.DateKind && m.Value != "" {
			f.Dates = append(f.Dates, Date{Text: m.Text, Value: m.Value})
		}
	}
	for i, s := range r.Statements {
		switch s.Kind {
		case read.Office:
			f.Offices = append(f.Offices, Office{Person: of(s.Person), Title: s.Title, Organization: of(s.Organization), Rule: s.Rule, At: i})
		case read.Figure:
			f.Figures = append(f.Figures, Figure{Value: s.Value, High: s.High, Qualifier: s.Qualifier, Unit: s.Unit, Counted: s.Counted,
				Group: of(s.Group), Place: of(s.Place), Date: s.Date, Rank: s.Rank, Times: s.Times, Rule: s.Rule, At: i})
		case read.Quote:
			f.Quotes = append(f.Quotes, Quote{Speaker: of(s.Speaker), Text: s.Text, Direct: s.Direct != nil && *s.Direct, Rule: s.Rule, At: i})
		case read.Agreement:
			f.Agreements = append(f.Agreements, Agreement{Instrument: s.Instrument, Parties: ofAll(s.Parties), Date: s.Date, Status: s.Status, Rule: s.Rule, At: i})
		case read.Event:
			f.Events = append(f.Events, Event{Event: s.Event, Name: s.Name, Date: s.Date, Place: of(s.Place), Participants: ofAll(s.Participants), Rule: s.Rule, At: i})
		}
	}
	return f
}
