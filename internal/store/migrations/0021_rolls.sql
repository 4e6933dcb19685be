-- +goose Up
-- Lists of entities narrowed by what their articles are: in a language, of some
-- days. A probe for one entity is one step down.
CREATE INDEX mentions_language ON mentions (entity, language, published) WHERE public = 1;

-- Who holds an office in a body: from the body to the statements, from those
-- to the people.
CREATE INDEX statement_facets_offices ON statement_facets (facet, statement) WHERE kind = 'office' AND role = 'organization';
CREATE INDEX statement_facets_holders ON statement_facets (statement, facet) WHERE kind = 'office' AND role = 'person';

-- What happened with one entity, beside what happened between two: pair is the
-- entity's own id.
INSERT INTO pair_facts (pair, day, statement, kind, sub, decided)
  SELECT DISTINCT f.facet, f.day, f.statement, f.kind, s.sub, CASE WHEN s.rank IN ('accepted', 'preferred') THEN 1 ELSE 0 END
  FROM statement_facets f JOIN statements s ON s.id = f.statement
  WHERE f.kind IN ('agreement', 'event') AND f.role IN ('party', 'participant', 'organizer', 'place') AND f.facet > 0 AND s.shown = 3;

-- +goose Down
DELETE FROM pair_facts WHERE pair > 0;
DROP INDEX statement_facets_holders;
DROP INDEX statement_facets_offices;
DROP INDEX mentions_language;
