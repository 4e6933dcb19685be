package store

import "context"

// Part says that an entity stands in a fact.
type Part struct {
	Entity, Statement int64
	Kind              string // of the fact
	Day               int    // days since 1970-01-01
}

// PartFilter chooses parts: of the Most entities most mentioned of these
// kinds, in this role, in facts of these kinds.
type PartFilter struct {
	Entities []string // read.Place, read.Organization
	Most     int
	Role     string
	Facts    []string
	Reviewed bool // only what a person accepted, entity and fact
}

// EachPart gives the parts to take, in no certain order: what a map and a
// network are counted from. A fact told by many articles comes once.
func (q Queries) EachPart(ctx context.Context, f PartFilter, take func(Part)) error {
	var args []any
	for _, kind := range f.Entities {
		args = append(args, kind)
	}
	args = append(args, f.Most, f.Role)
	for _, kind := range f.Facts {
		args = append(args, kind)
	}
	entity, fact := "", ""
	if f.Reviewed {
		entity, fact = ` AND rank IN ('accepted', 'preferred')`, ` AND s.rank IN ('accepted', 'preferred')`
	}
	rows, err := q.rows(ctx, `/* store.EachPart */ SELECT f.facet, f.statement, f.kind, f.day
		FROM (SELECT id FROM entities WHERE into_id = 0 AND articles > 0 AND rank <> 'deprecated' AND kind IN (`+placeholders(len(f.Entities))+`)`+entity+`
			ORDER BY articles DESC, id LIMIT ?) e
		JOIN statement_facets f ON f.facet = e.id JOIN statements s ON s.id = f.statement
		WHERE f.role = ? AND f.kind IN (`+placeholders(len(f.Facts))+`) AND s.shown = 3`+fact, args...)
	if err != nil {
		return translate(err, "statement")
	}
	defer rows.Close()
	for rows.Next() {
		var p Part
		if err := rows.Scan(&p.Entity, &p.Statement, &p.Kind, &p.Day); err != nil {
			return translate(err, "statement")
		}
		take(p)
	}
	return translate(rows.Err(), "statement")
}
