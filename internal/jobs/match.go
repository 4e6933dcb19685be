package jobs

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// match takes each entity of a reading for the one that has its id in package
// facts, else for the one of its kind with the same name in any script; where
// there is none it makes one.
func match(tx *store.Tx, p Prepared) (Matched, error) {
	ids := make(map[string]int64, len(p.Reading.Entities))
	var out Matched
	for _, e := range p.Reading.Entities {
		id, names, err := entity(tx, p, e)
		if err != nil {
			return Matched{}, err
		}
		ids[e.ID] = id
		out.Names = append(out.Names, names...)
	}
	at := map[int64]int{}
	for _, m := range p.Reading.Mentions {
		id, ok := ids[m.Entity]
		if !ok {
			continue
		}
		i, ok := at[id]
		if !ok {
			i = len(out.Mentions)
			at[id] = i
			out.Mentions = append(out.Mentions, store.Mention{Entity: id})
		}
		out.Mentions[i].Spans = append(out.Mentions[i].Spans, value.Span{Start: m.Start, End: m.End})
	}
	q := newQuoter(p.Revision.Plain)
	for _, s := range p.Reading.Statements {
		st := record.Statement{Evidence: s.Evidence, Quote: q.slice(s.Evidence), Said: s, Refs: refs(s, ids)}
		st.Fact = fact(st)
		st.Keys = []string{st.Fact}
		out.Statements = append(out.Statements, st)
	}
	return out, nil
}

func entity(tx *store.Tx, p Prepared, e read.Entity) (int64, []string, error) {
	names := append([]string{e.Name}, e.Aliases...)
	keys := []string{search.Key(e.Name)}
	if e.Known != "" {
		keys[0] = "known " + e.Known
	}
	found, err := tx.EntitiesByKeys(tx.Context(), e.Kind, keys)
	if err != nil {
		return 0, nil, err
	}
	for len(found) > 0 {
		if found[0].Into == 0 {
			return found[0].ID, names, nil
		}
		into, err := tx.EntityByID(tx.Context(), found[0].Into)
		if err != nil {
			return 0, nil, err
		}
		found[0] = into.Entity
	}
	fresh := record.Entity{Kind: e.Kind, Known: e.Known}
	for i, n := range names {
		fresh.Names = append(fresh.Names, record.Name{Text: n, Language: p.Card.Language, Script: p.Card.Script, Alias: i > 0})
	}
	err = tx.SaveEntity(&fresh, keys)
	return fresh.ID, names, err
}

func refs(s read.Statement, ids map[string]int64) (out []record.Ref) {
	add := func(role string, list ...string) {
		for _, e := range list {
			if id, ok := ids[e]; ok {
				out = append(out, record.Ref{Role: role, Entity: id})
			}
		}
	}
	add(record.RolePerson, s.Person)
	add(record.RoleOrganization, s.Organization)
	add(record.RoleGroup, s.Group)
	add(record.RoleSpeaker, s.Speaker)
	add(record.RoleParty, s.Parties...)
	add(record.RoleParticipant, s.Participants...)
	add(record.RoleOrganizer, s.Organizer)
	add(record.RolePlace, s.Place)
	return out
}

// fact is the same for statements that say the same of the same entities.
func fact(s record.Statement) string {
	said := s.Said
	said.Evidence, said.Rule, said.Confidence = value.Span{}, "", 0
	said.Person, said.Organization, said.Group, said.Speaker, said.Place, said.Organizer = "", "", "", "", "", ""
	said.Parties, said.Participants = nil, nil
	b, _ := json.Marshal(said)
	for _, r := range s.Refs {
		b = append(b, r.Role...)
		b = strconv.AppendInt(b, r.Entity, 10)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:12])
}

func check(*store.Tx, Prepared, *record.Statement) (*stats.Check, error) { return nil, nil }
