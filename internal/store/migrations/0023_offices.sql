-- +goose Up
-- The offices held in a body are found as its agreements and events are: from
-- the statements that lead their facts to the people, with no statement looked
-- up.
INSERT INTO pair_facts (pair, day, statement, kind, sub, decided)
  SELECT DISTINCT f.facet, f.day, f.statement, f.kind, s.sub, CASE WHEN s.rank IN ('accepted', 'preferred') THEN 1 ELSE 0 END
  FROM statement_facets f JOIN statements s ON s.id = f.statement
  WHERE f.kind = 'office' AND f.role = 'organization' AND s.shown = 3;
DROP INDEX statement_facets_offices;

-- +goose Down
CREATE INDEX statement_facets_offices ON statement_facets (facet, statement) WHERE kind = 'office' AND role = 'organization';
DELETE FROM pair_facts WHERE kind = 'office';
