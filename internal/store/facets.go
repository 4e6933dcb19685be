package store

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strconv"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
)

// facet is one thing that statements are found under, in order of time.
type facet struct {
	id   int64 // an entity, or a negative hash of a section or a pair
	role string
}

func hashed(s string) int64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return -int64(h.Sum64()>>2) - 1
}

func sectionFacet(path string) int64 { return hashed("section " + path) }

func pairFacet(a, b int64) int64 {
	return hashed("pair " + strconv.FormatInt(min(a, b), 10) + " " + strconv.FormatInt(max(a, b), 10))
}

// maxPaired bounds how many participants of one event are paired with each
// other: a summit of thirty would make 435 rows.
const maxPaired = 12

// facetsOf gives everything a statement is found under.
func facetsOf(s *record.Statement, section string) (out []facet) {
	var sides []int64
	for _, r := range s.Refs {
		out = append(out, facet{r.Entity, r.Role})
		switch r.Role {
		case record.RoleParty, record.RoleParticipant, record.RoleOrganizer, record.RolePlace:
			if (s.Said.Kind == read.Agreement || s.Said.Kind == read.Event) && !slices.Contains(sides, r.Entity) {
				sides = append(sides, r.Entity)
			}
		}
	}
	sides = sides[:min(len(sides), maxPaired)]
	for i, a := range sides {
		for _, b := range sides[i+1:] {
			out = append(out, facet{pairFacet(a, b), "pair"})
		}
	}
	for _, path := range branches(section) {
		out = append(out, facet{sectionFacet(path), "section"})
	}
	slices.SortFunc(out, func(a, b facet) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.role, b.role)) })
	return slices.Compact(out)
}

// facets gives what a filter asks for, the one that is likely rarest first.
func (f StatementFilter) facets() (out []facet) {
	if f.Pair != [2]int64{} {
		out = append(out, facet{pairFacet(f.Pair[0], f.Pair[1]), "pair"})
	}
	if f.Entity != 0 {
		out = append(out, facet{f.Entity, f.Role})
	}
	if f.Place != 0 {
		out = append(out, facet{f.Place, record.RolePlace})
	}
	if f.Section != "" {
		out = append(out, facet{sectionFacet(f.Section), "section"})
	}
	return out
}

func (tx *Tx) dropFacets(s *Statement) error {
	for _, f := range facetsOf(&s.Statement, s.Section) {
		if _, err := tx.exec(tx.ctx, `/* store.dropFacets */ DELETE FROM statement_facets WHERE facet = ? AND day = ? AND statement = ? AND role = ?`,
			f.id, s.Day, s.ID, f.role); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) addFacets(s *Statement) error {
	var values []any
	for _, f := range facetsOf(&s.Statement, s.Section) {
		values = append(values, f.id, s.Said.Kind, s.Day, s.ID, f.role)
	}
	return tx.insertMany(`/* store.addFacets */ INSERT INTO statement_facets (facet, kind, day, statement, role)`, "", 5, values)
}
