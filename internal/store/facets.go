package store

import (
	"cmp"
	"context"
	"hash/fnv"
	"slices"
	"strconv"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
)

// facet is one thing that statements are found under, in order of time.
type facet struct {
	id   int64 // an entity, or a negative hash of a section
	role string
}

func hashed(s string) int64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return -int64(h.Sum64()>>2) - 1
}

func sectionFacet(path string) int64 { return hashed("section " + path) }

// pairOf is what stands for two entities: a negative hash; for one with itself,
// its id.
func pairOf(a, b int64) int64 {
	if a == b {
		return a
	}
	return hashed("pair " + strconv.FormatInt(min(a, b), 10) + " " + strconv.FormatInt(max(a, b), 10))
}

// facetsOf gives everything a statement is found under.
func facetsOf(s *record.Statement, section string) (out []facet) {
	for _, r := range s.Refs {
		out = append(out, facet{r.Entity, r.Role})
	}
	for _, path := range branches(section) {
		out = append(out, facet{sectionFacet(path), "section"})
	}
	slices.SortFunc(out, func(a, b facet) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.role, b.role)) })
	return slices.Compact(out)
}

// facets gives what a filter asks for beside a pair, the rarest first.
func (q Queries) facets(ctx context.Context, f *StatementFilter) (out []facet, err error) {
	if f.Entity != 0 {
		out = append(out, facet{f.Entity, f.Role})
	}
	if f.Place != 0 {
		out = append(out, facet{f.Place, record.RolePlace})
	}
	if len(out) == 2 {
		found, err := q.EntitiesByID(ctx, []int64{f.Entity, f.Place})
		if err != nil {
			return nil, err
		}
		if found[f.Place].Articles < found[f.Entity].Articles {
			slices.Reverse(out)
		}
	}
	if f.Section != "" {
		out = append(out, facet{sectionFacet(f.Section), "section"})
	}
	return out, nil
}

// fine is what registers of a kind filter by further.
func fine(said read.Statement, verdict string) string {
	if said.Kind == read.Figure {
		return verdict
	}
	return sub(said)
}

// facetColumns is how many columns a row of statement_facets has.
const facetColumns = 7

const insertFacets = `/* store.insertFacets */ INSERT INTO statement_facets (facet, kind, fine, language, day, statement, role)`

func facetRows(values []any, s *record.Statement, section, language, verdict string, day int) []any {
	for _, f := range facetsOf(s, section) {
		values = append(values, f.id, s.Said.Kind, fine(s.Said, verdict), language, day, s.ID, f.role)
	}
	return values
}

// putFacets writes rows that facetRows has made.
func (tx *Tx) putFacets(values []any) error {
	if err := tx.insertMany(insertFacets, "", facetColumns, values); err != nil {
		return err
	}
	for i := 0; i < len(values); i += facetColumns {
		tx.cache.tell(values[i].(int64), told{values[i+4].(int), values[i+5].(int64)})
	}
	return nil
}

func (s *Statement) verdict() string {
	if s.Check == nil {
		return ""
	}
	return string(s.Check.Verdict)
}

func (tx *Tx) dropFacets(s *Statement) error {
	for _, f := range facetsOf(&s.Statement, s.Section) {
		tx.cache.about.drop(f.id)
		if _, err := tx.exec(tx.ctx, `/* store.dropFacets */ DELETE FROM statement_facets WHERE facet = ? AND day = ? AND statement = ? AND role = ?`,
			f.id, s.Day, s.ID, f.role); err != nil {
			return err
		}
	}
	if s.shown != leadsAll {
		return nil
	}
	return tx.dropPairs(s)
}

func (tx *Tx) addFacets(s *Statement) error {
	if err := tx.putFacets(facetRows(nil, &s.Statement, s.Section, s.Language, s.verdict(), s.Day)); err != nil {
		return err
	}
	if s.shown != leadsAll {
		return nil
	}
	return tx.insertPairs(pairRows(nil, &s.Statement, s.Day))
}

// refine writes the verdict of a figure where registers look for it.
func (tx *Tx) refine(id int64, verdict string) error {
	s, err := tx.StatementByID(tx.ctx, id)
	if err != nil {
		return err
	}
	for _, f := range facetsOf(&s.Statement, s.Section) {
		if _, err := tx.exec(tx.ctx, `/* store.refine */ UPDATE statement_facets SET fine = ? WHERE facet = ? AND day = ? AND statement = ? AND role = ?`,
			fine(s.Said, verdict), f.id, s.Day, s.ID, f.role); err != nil {
			return err
		}
	}
	return nil
}
