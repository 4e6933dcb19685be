-- +goose Up
-- Articles in which something waits for a person, most valuable first.
CREATE TABLE reviews (
  article  {{id}} NOT NULL PRIMARY KEY,
  value    BIGINT NOT NULL,            -- record.ReviewValue
  language {{text}} NOT NULL,
  section  {{text}} NOT NULL,
  counts   BIGINT NOT NULL             -- suggested statements by kind, 12 bits a kind
);
CREATE INDEX reviews_value ON reviews (value, article, language, section, counts);
CREATE INDEX reviews_language ON reviews (language, value, article, section, counts);

-- The queue counted, by kind of statement and, kind '', as a whole.
CREATE TABLE review_counts (
  language   {{text}} NOT NULL,
  section    {{text}} NOT NULL,
  kind       {{text}} NOT NULL,
  articles   BIGINT NOT NULL,
  statements BIGINT NOT NULL,
  PRIMARY KEY (language, section, kind)
) {{clustered}};

-- What stands in the record already; its order is that of publication until
-- an article is read or decided on again.
INSERT INTO reviews (article, value, language, section, counts)
  SELECT a.id, (a.published / 86400000) * 1000, a.language, a.section, w.counts FROM articles a JOIN (
    SELECT article, CAST(SUM(CASE kind WHEN 'office' THEN 1 WHEN 'figure' THEN 4096 WHEN 'quote' THEN 16777216 WHEN 'agreement' THEN 68719476736 ELSE 281474976710656 END) AS BIGINT) AS counts
    FROM statements WHERE rank = 'suggested' AND orphaned = 0 GROUP BY article) AS w ON w.article = a.id WHERE a.state <> 'withdrawn';
INSERT INTO review_counts (language, section, kind, articles, statements)
  SELECT a.language, a.section, s.kind, COUNT(DISTINCT s.article), COUNT(*) FROM statements s JOIN articles a ON a.id = s.article
  WHERE s.rank = 'suggested' AND s.orphaned = 0 AND a.state <> 'withdrawn' GROUP BY a.language, a.section, s.kind;
INSERT INTO review_counts (language, section, kind, articles, statements)
  SELECT a.language, a.section, '', COUNT(DISTINCT s.article), COUNT(*) FROM statements s JOIN articles a ON a.id = s.article
  WHERE s.rank = 'suggested' AND s.orphaned = 0 AND a.state <> 'withdrawn' GROUP BY a.language, a.section;

-- Who works on what, until when: several editors never do one thing twice.
CREATE TABLE leases (
  target {{text}} NOT NULL,            -- 'review', 'question'
  about  BIGINT NOT NULL,
  person BIGINT NOT NULL,
  name   {{text}} NOT NULL,
  until  BIGINT NOT NULL,
  PRIMARY KEY (target, about)
) {{clustered}};
CREATE INDEX leases_person ON leases (person, target);

-- A decision belongs to the article in which it was made, to others made by
-- the same act, and may undo another.
ALTER TABLE decisions ADD COLUMN article BIGINT NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN batch BIGINT NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN undoes BIGINT NOT NULL DEFAULT 0;
CREATE INDEX decisions_article ON decisions (article, id) WHERE article <> 0;
CREATE INDEX decisions_undoes ON decisions (undoes) WHERE undoes <> 0;
CREATE INDEX decisions_batch ON decisions (batch, id) WHERE batch <> 0;

-- What the reader said where a person has corrected it.
ALTER TABLE statements ADD COLUMN original {{text}} NOT NULL DEFAULT '';
CREATE INDEX statements_orphaned ON statements (id) WHERE orphaned = 1;

-- Names that a person has put right in a text. Each is laid over every later
-- reading of it, as long as the words stand there.
CREATE TABLE mention_decisions (
  id       {{id}} NOT NULL PRIMARY KEY,
  article  BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  start_at BIGINT NOT NULL,            -- code points
  end_at   BIGINT NOT NULL,
  entity   BIGINT NOT NULL,            -- that is meant; 0 for no name at all
  held     BIGINT NOT NULL             -- 0 once undone, or without its words
);
CREATE INDEX mention_decisions_article ON mention_decisions (article, held);

-- Tellings of one fact that cannot both be right.
CREATE TABLE disputes (
  id      {{id}} NOT NULL PRIMARY KEY,
  a       BIGINT NOT NULL,             -- statements, a < b
  b       BIGINT NOT NULL,
  field   {{text}} NOT NULL,
  why     {{text}} NOT NULL,
  value   BIGINT NOT NULL,             -- most valuable first
  state   BIGINT NOT NULL              -- 0 open, 1 a person let both stand, 2 no longer there
);
CREATE UNIQUE INDEX disputes_pair ON disputes (a, b, field);
CREATE INDEX disputes_b ON disputes (b);
CREATE INDEX disputes_open ON disputes (value, id) WHERE state = 0;

ALTER TABLE questions ADD COLUMN value BIGINT NOT NULL DEFAULT 0;
CREATE INDEX questions_value ON questions (value, entity) WHERE answered = 0;

-- +goose Down
DROP INDEX questions_value;
ALTER TABLE questions DROP COLUMN value;
DROP TABLE disputes;
DROP TABLE mention_decisions;
DROP INDEX statements_orphaned;
ALTER TABLE statements DROP COLUMN original;
DROP INDEX decisions_batch;
DROP INDEX decisions_undoes;
DROP INDEX decisions_article;
ALTER TABLE decisions DROP COLUMN undoes;
ALTER TABLE decisions DROP COLUMN batch;
ALTER TABLE decisions DROP COLUMN article;
DROP TABLE leases;
DROP TABLE review_counts;
DROP TABLE reviews;
