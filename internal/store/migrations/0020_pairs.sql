-- +goose Up
-- What two entities did together: one row for each fact, of the statement that
-- leads it (shown = 3). A page of a pair is a walk along it.
CREATE TABLE pair_facts (
  pair      BIGINT NOT NULL,           -- negative hash of the two
  day       BIGINT NOT NULL,
  statement BIGINT NOT NULL,
  kind      {{text}} NOT NULL,
  sub       {{text}} NOT NULL,
  decided   BIGINT NOT NULL,           -- 1 where a person has accepted it
  PRIMARY KEY (pair, day, statement)
) {{clustered}};
INSERT INTO pair_facts (pair, day, statement, kind, sub, decided)
  SELECT f.facet, f.day, f.statement, f.kind, s.sub, CASE WHEN s.rank IN ('accepted', 'preferred') THEN 1 ELSE 0 END
  FROM statement_facets f JOIN statements s ON s.id = f.statement WHERE f.role = 'pair' AND s.shown = 3 ORDER BY f.facet, f.day, f.statement;

-- Facets say what registers filter by, so that only statements that are shown
-- in the end are looked up.
ALTER TABLE statement_facets RENAME TO statement_facets_before;
CREATE TABLE statement_facets (
  facet     BIGINT NOT NULL,
  kind      {{text}} NOT NULL,
  fine      {{text}} NOT NULL,         -- kind of event, status of agreement, verdict of figure
  language  {{text}} NOT NULL,
  day       BIGINT NOT NULL,
  statement BIGINT NOT NULL,
  role      {{text}} NOT NULL,
  PRIMARY KEY (facet, day, statement, role)
) {{clustered}};
INSERT INTO statement_facets (facet, kind, fine, language, day, statement, role)
  SELECT f.facet, f.kind, CASE WHEN f.kind = 'figure' THEN s.verdict ELSE s.sub END, s.language, f.day, f.statement, f.role
  FROM statement_facets_before f JOIN statements s ON s.id = f.statement WHERE f.role <> 'pair' ORDER BY f.facet, f.day, f.statement, f.role;
DROP TABLE statement_facets_before;

-- +goose Down
ALTER TABLE statement_facets RENAME TO statement_facets_after;
CREATE TABLE statement_facets (
  facet     BIGINT NOT NULL,
  kind      {{text}} NOT NULL,
  day       BIGINT NOT NULL,
  statement BIGINT NOT NULL,
  role      {{text}} NOT NULL,
  PRIMARY KEY (facet, day, statement, role)
) {{clustered}};
INSERT INTO statement_facets (facet, kind, day, statement, role) SELECT facet, kind, day, statement, role FROM statement_facets_after;
INSERT INTO statement_facets (facet, kind, day, statement, role) SELECT pair, kind, day, statement, 'pair' FROM pair_facts;
DROP TABLE statement_facets_after;
DROP TABLE pair_facts;
