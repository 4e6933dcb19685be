-- +goose Up
-- What was read of an article's newest revision, and when.
CREATE TABLE readings (
  article    {{id}} NOT NULL PRIMARY KEY,
  revision   BIGINT NOT NULL,
  version    {{text}} NOT NULL,        -- of the reader
  language   {{text}} NOT NULL,        -- as the reader found it
  read_at    BIGINT NOT NULL,
  sentences  BIGINT NOT NULL,
  statements BIGINT NOT NULL
);
CREATE INDEX readings_version ON readings (version, article);

-- Readings counted, for the page about coverage.
CREATE TABLE coverage (
  version    {{text}} NOT NULL,
  language   {{text}} NOT NULL,
  day        BIGINT NOT NULL,          -- days since 1970-01-01
  articles   BIGINT NOT NULL,
  statements BIGINT NOT NULL,
  PRIMARY KEY (version, language, day)
) {{clustered}};

CREATE TABLE entities (
  id       {{id}} NOT NULL PRIMARY KEY,
  kind     {{text}} NOT NULL,
  known    {{text}} NOT NULL,          -- id in package facts
  names    {{text}} NOT NULL,          -- JSON list
  name     {{text}} NOT NULL,          -- for sorting: folded
  rank     {{text}} NOT NULL,
  into_id  BIGINT NOT NULL,            -- merged into, 0 while it stands
  articles BIGINT NOT NULL,            -- public articles that mention it
  created  BIGINT NOT NULL
);
CREATE UNIQUE INDEX entities_known ON entities (kind, known) WHERE known <> '' AND into_id = 0;
CREATE INDEX entities_often ON entities (kind, articles, id) WHERE into_id = 0;
CREATE INDEX entities_name ON entities (kind, name, id) WHERE into_id = 0;

-- What a name is looked up by, in any script and spelling.
CREATE TABLE entity_keys (
  key    {{text}} NOT NULL,
  kind   {{text}} NOT NULL,
  entity BIGINT NOT NULL,
  PRIMARY KEY (key, kind, entity)
) {{clustered}};

CREATE TABLE mentions (
  article   BIGINT NOT NULL,
  entity    BIGINT NOT NULL,
  revision  BIGINT NOT NULL,
  public    BIGINT NOT NULL,
  language  {{text}} NOT NULL,
  published BIGINT NOT NULL,
  spans     {{text}} NOT NULL,         -- "3-9 40-52": code points of the plain text
  PRIMARY KEY (article, entity)
) {{clustered}};
CREATE INDEX mentions_entity ON mentions (entity, published, article) WHERE public = 1;

CREATE TABLE statements (
  id        {{id}} NOT NULL PRIMARY KEY,
  fact      {{text}} NOT NULL,         -- one for all statements that tell the same fact
  kind      {{text}} NOT NULL,
  sub       {{text}} NOT NULL,         -- kind of event, status of agreement
  article   BIGINT NOT NULL,
  revision  BIGINT NOT NULL,
  hash      {{text}} NOT NULL,         -- of the revision
  language  {{text}} NOT NULL,
  section   {{text}} NOT NULL,
  published BIGINT NOT NULL,
  start_at  BIGINT NOT NULL,           -- evidence, code points
  end_at    BIGINT NOT NULL,
  quote     {{text}} NOT NULL,         -- the words of the evidence
  said      {{text}} NOT NULL,         -- JSON, read.Statement
  refs      {{text}} NOT NULL,         -- JSON, record.Ref
  day       BIGINT NOT NULL,           -- where it stands in time: first day of its date, else publication
  day_last  BIGINT NOT NULL,
  dated     BIGINT NOT NULL,           -- 1 where the date is its own
  version   {{text}} NOT NULL,
  rank      {{text}} NOT NULL,
  reason    {{text}} NOT NULL,
  touched   BIGINT NOT NULL,
  orphaned  BIGINT NOT NULL,
  verdict   {{text}} NOT NULL,
  -- 0 not shown; 1 shown under its fact; 2 also first of its language;
  -- 3 first of all that tell the fact.
  shown     BIGINT NOT NULL,
  told      BIGINT NOT NULL,           -- how many shown statements tell the fact
  keys      {{text}} NOT NULL          -- JSON, what it was looked up by
);
CREATE INDEX statements_article ON statements (article, start_at);
CREATE INDEX statements_fact ON statements (fact, shown);
CREATE INDEX statements_register ON statements (kind, day, id) WHERE shown = 3;
CREATE INDEX statements_language ON statements (kind, language, day, id) WHERE shown >= 2;
CREATE INDEX statements_verdict ON statements (verdict, day, id) WHERE verdict <> '' AND shown = 3;
CREATE INDEX statements_waiting ON statements (rank, id) WHERE rank = 'suggested';

-- Where a statement is found: under each entity it speaks of, each pair of
-- parties, each section. A facet is an entity's id or a negative hash.
CREATE TABLE statement_facets (
  facet     BIGINT NOT NULL,
  kind      {{text}} NOT NULL,
  day       BIGINT NOT NULL,
  statement BIGINT NOT NULL,
  role      {{text}} NOT NULL,
  PRIMARY KEY (facet, day, statement, role)
) {{clustered}};

-- What a later statement of the same fact is looked up by.
CREATE TABLE statement_keys (
  key       {{text}} NOT NULL,
  statement BIGINT NOT NULL,
  PRIMARY KEY (key, statement)
) {{clustered}};

CREATE TABLE checks (
  statement  {{id}} NOT NULL PRIMARY KEY,
  verdict    {{text}} NOT NULL,
  stated     {{text}} NOT NULL,
  observed   {{text}} NOT NULL,
  source     {{text}} NOT NULL,
  arithmetic {{text}} NOT NULL
);

-- Every decision of a person, signed and dated. Nothing is ever taken out.
CREATE TABLE decisions (
  id      {{id}} NOT NULL PRIMARY KEY,
  target  {{text}} NOT NULL,           -- 'statement' or 'entity'
  about   BIGINT NOT NULL,
  who     {{text}} NOT NULL,
  at      BIGINT NOT NULL,
  what    {{text}} NOT NULL,
  before  {{text}} NOT NULL,
  after   {{text}} NOT NULL,
  reason  {{text}} NOT NULL
);
CREATE INDEX decisions_about ON decisions (target, about, id);

CREATE TABLE observations (
  area    {{text}} NOT NULL,
  grp     {{text}} NOT NULL,
  unit    {{text}} NOT NULL,
  date    {{text}} NOT NULL,           -- EDTF
  kind    {{text}} NOT NULL,
  source  {{text}} NOT NULL,
  value   {{real}} NOT NULL,
  note    {{text}} NOT NULL,
  loaded  BIGINT NOT NULL,
  PRIMARY KEY (area, grp, unit, date, kind, source)
) {{clustered}};

-- +goose Down
DROP TABLE observations;
DROP TABLE decisions;
DROP TABLE checks;
DROP TABLE statement_keys;
DROP TABLE statement_facets;
DROP TABLE statements;
DROP TABLE mentions;
DROP TABLE entity_keys;
DROP TABLE entities;
DROP TABLE coverage;
DROP TABLE readings;
