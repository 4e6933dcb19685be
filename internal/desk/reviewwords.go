package desk

import (
	"strconv"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// Words say a statement in parts that stand side by side.
type Words struct {
	Label string
	Parts []Part
}

// Part is one of them: words of the article (Lang), names of entities, or
// words of the interface.
type Part struct {
	Text, Lang, Dir string
	Strong          bool
	Names           []NameLink
}

// NameLink is an entity.
type NameLink struct{ Href, Name string }

// told is statements with the entities they speak of.
type told struct {
	q        *request
	entities map[int64]store.Entity
}

func (q *request) tell(lists ...[]store.Statement) (told, error) {
	var ids []int64
	seen := map[int64]bool{}
	for _, list := range lists {
		for _, s := range list {
			for _, r := range s.Refs {
				if !seen[r.Entity] {
					seen[r.Entity] = true
					ids = append(ids, r.Entity)
				}
			}
		}
	}
	m, err := q.desk.store.EntitiesByID(q.Context(), ids)
	return told{q, m}, err
}

// words says a statement; language and script are those of its article.
func (t told) words(s record.Statement, language, script string) Words {
	q, tag := t.q, tagOf(language, script)
	w := Words{Label: q.kindLabel(s.Said)}
	own := func(text string, strong bool) {
		if text != "" {
			w.Parts = append(w.Parts, Part{Text: text, Lang: tag.Name, Dir: tag.Dir, Strong: strong})
		}
	}
	plain := func(text string, strong bool) {
		if text != "" {
			w.Parts = append(w.Parts, Part{Text: text, Strong: strong})
		}
	}
	who := func(role string) {
		var p Part
		for _, id := range s.Entities(role) {
			if e, ok := t.entities[id]; ok {
				p.Names = append(p.Names, NameLink{entityHref(id), e.Name(q.tag.Language)})
			}
		}
		if p.Names != nil {
			w.Parts = append(w.Parts, p)
		}
	}
	switch s.Said.Kind {
	case read.Office:
		who(record.RolePerson)
		own(s.Said.Title, false)
		who(record.RoleOrganization)
	case read.Figure:
		plain(q.figure(s.Said), true)
		own(s.Said.Counted, false)
		who(record.RoleGroup)
	case read.Quote:
		who(record.RoleSpeaker)
		own(s.Said.Text, false)
	case read.Agreement:
		own(s.Said.Instrument, false)
		who(record.RoleParty)
	case read.Event:
		own(s.Said.Name, false)
		if s.Said.Edition > 0 {
			plain("№ "+strconv.Itoa(s.Said.Edition), false)
		}
		who(record.RoleParticipant)
		who(record.RoleOrganizer)
		if s.Said.Recurring != nil && *s.Said.Recurring {
			plain(q.T("fact.recurring"), false)
		}
	}
	who(record.RolePlace)
	if k := "fact.time." + s.Said.Time; s.Said.Time != "past" && q.m.Has(k) {
		plain(q.T(k), false)
	}
	if s.Said.Date != "" {
		plain(q.m.Date(s.Said.Date), false)
	}
	return w
}

// kindLabel names the kind of a statement in a word or two.
func (q *request) kindLabel(s read.Statement) string {
	keys := []string{"fact." + s.Kind}
	switch s.Kind {
	case read.Office:
		keys = []string{"fact.office." + s.Tenure, "fact.office"}
	case read.Quote:
		if s.Direct != nil && !*s.Direct {
			keys = []string{"fact.quote.reported"}
		}
	case read.Agreement:
		keys = []string{"fact.agreement." + strings.ReplaceAll(s.Action, " ", ""), "fact.agreement." + s.Status, "fact.agreement"}
	case read.Event:
		keys = []string{"fact.event." + s.Event, "fact.event.other"}
	}
	for _, k := range keys {
		if q.m.Has(k) {
			return q.T(k)
		}
	}
	return s.Kind
}

func (q *request) figure(s read.Statement) string {
	var parts []string
	if s.Value != nil {
		n := q.m.Round(*s.Value)
		if s.High != nil {
			n = q.T("figure.range", n, q.m.Round(*s.High))
		}
		if s.Unit != "" && s.Unit != "person" {
			n += " " + s.Unit
		}
		if k := "figure." + s.Qualifier; s.Qualifier != "exact" && q.m.Has(k) {
			n = q.T(k, n)
		}
		parts = append(parts, n)
	}
	if s.Times != 0 {
		parts = append(parts, q.T("figure.times", q.m.Number(s.Times)))
	}
	if s.Rank > 0 {
		parts = append(parts, q.T("figure.rank", strconv.Itoa(s.Rank)))
	}
	if k := "figure." + s.Change; s.Change != "" && q.m.Has(k) {
		parts = append(parts, q.T(k))
	}
	return strings.Join(parts, " · ")
}
