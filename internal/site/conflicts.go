package site

import (
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// Conflict is a field in which tellings of one fact cannot both be right,
// with both sides: neither is preferred, nothing is averaged.
type Conflict struct {
	Field string
	Sides [2]ConflictSide
}

// ConflictSide is what one telling says of the field, and where.
type ConflictSide struct {
	Value   string
	Article web.Link
	Lang    string // of the article, where it is not the page's
	Cite    string // address of the telling
}

// conflicts compares the tellings of one fact that the public may see.
func (q *request) conflicts(told []store.Statement) []record.Conflict {
	var list []record.Statement
	for _, s := range told {
		if !q.reviewed || decided(s.Rank) {
			list = append(list, s.Statement)
		}
	}
	return record.Conflicts(list)
}

// sayConflicts puts the conflicts of one fact into the words of the page.
func (q *request) sayConflicts(t told) (out []Conflict) {
	byID := map[int64]store.Statement{}
	for _, s := range t.list {
		byID[s.ID] = s
	}
	for _, c := range q.conflicts(t.list) {
		a, okA := byID[c.A]
		b, okB := byID[c.B]
		if !okA || !okB {
			continue
		}
		say := Conflict{Field: q.m.T("conflict." + c.Field)}
		for i, s := range []store.Statement{a, b} {
			art, tag := t.articles[s.Article], q.tag
			side := ConflictSide{Value: q.fieldOf(t, s, c.Field), Cite: statementAddress(q.tag, s.ID)}
			if other, own := q.tagFor(s.Language); !own {
				tag, side.Lang = other, other.Name
			}
			side.Article = web.Link{Href: articleAddress(tag, art.Slug) + sentenceAnchor(s.ID), Label: q.script.text(art.Language, art.Title)}
			if side.Lang != "" {
				side.Article.Label = art.Title
			}
			say.Sides[i] = side
		}
		out = append(out, say)
	}
	return out
}

// fieldOf says what a telling has in a field.
func (q *request) fieldOf(t told, s store.Statement, field string) string {
	switch field {
	case "date":
		return q.m.Date(s.Said.Date)
	case "value":
		return t.wording.figure(s.Said)
	}
	role := record.RoleParty
	if field == "place" {
		role = record.RolePlace
	}
	if field == "parties" && s.Said.Kind != read.Agreement {
		role = record.RoleParticipant
	}
	var names []string
	for _, id := range s.Entities(role) {
		name, _ := t.wording.name(t.wording.entities[id])
		names = append(names, name)
	}
	return strings.Join(names, q.tag.Comma())
}
