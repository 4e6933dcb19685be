-- +goose Up
-- What somebody has typed and not yet saved as a revision. It is quiet: the
-- public never sees it.
CREATE TABLE drafts (
  article BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  pen     {{text}} NOT NULL,           -- the window it is written in
  seq     BIGINT NOT NULL,             -- 1, 2, 3… with every save
  base    BIGINT NOT NULL,             -- number of the revision it was begun on
  kind    {{text}} NOT NULL,           -- 'typing', 'kept', 'proposed'
  title   {{text}} NOT NULL,
  lead    {{text}} NOT NULL,
  body    {{text}} NOT NULL,           -- HTML as the editor gave it
  saved   BIGINT NOT NULL,
  PRIMARY KEY (article, person, pen)
);
CREATE INDEX drafts_person ON drafts (person, saved);

-- Who has an article open, to the half minute.
CREATE TABLE editing (
  article BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  name    {{text}} NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (article, person)
) {{clustered}};

-- What the public is told of a correction or a withdrawal.
CREATE TABLE article_notes (
  id      {{id}} NOT NULL PRIMARY KEY,
  article BIGINT NOT NULL,
  kind    {{text}} NOT NULL,           -- 'correction', 'withdrawal'
  at      BIGINT NOT NULL,
  name    {{text}} NOT NULL,           -- of who wrote it
  words   {{text}} NOT NULL
);
CREATE INDEX article_notes_article ON article_notes (article, at, id);

-- Which revision of which article a translation was last matched with.
CREATE TABLE translation_bases (
  article BIGINT NOT NULL PRIMARY KEY,
  source  BIGINT NOT NULL,
  number  BIGINT NOT NULL
) {{clustered}};
CREATE INDEX translation_bases_source ON translation_bases (source);

-- Who has written on what.
CREATE TABLE writers (
  person  BIGINT NOT NULL,
  article BIGINT NOT NULL,
  PRIMARY KEY (person, article)
) {{clustered}};

-- Pictures of our own. The files lie beside the database.
CREATE TABLE media (
  hash    {{text}} NOT NULL PRIMARY KEY, -- of the upload, and its address
  name    {{text}} NOT NULL,           -- of the file, as it came
  width   BIGINT NOT NULL,
  height  BIGINT NOT NULL,
  files   {{text}} NOT NULL,           -- JSON list: width, height, type, bytes
  alt     {{text}} NOT NULL,
  caption {{text}} NOT NULL,
  credit  {{text}} NOT NULL,
  focus_x BIGINT NOT NULL,             -- per cent from the left
  focus_y BIGINT NOT NULL,             -- per cent from the top
  person  BIGINT NOT NULL,
  created BIGINT NOT NULL
);
CREATE INDEX media_created ON media (created, hash);

-- Lists at the desk go by the last change.
CREATE INDEX articles_desk ON articles (updated, id);
CREATE INDEX articles_desk_language ON articles (language, updated, id);
CREATE INDEX articles_desk_section ON articles (section, updated, id);
CREATE INDEX articles_desk_state ON articles (state, updated, id) WHERE state <> 'published';
DROP INDEX articles_group;
CREATE INDEX articles_group ON articles (group_id, language);

-- +goose Down
DROP INDEX articles_group;
CREATE INDEX articles_group ON articles (group_id);
DROP INDEX articles_desk_state;
DROP INDEX articles_desk_section;
DROP INDEX articles_desk_language;
DROP INDEX articles_desk;
DROP TABLE media;
DROP TABLE writers;
DROP TABLE translation_bases;
DROP TABLE article_notes;
DROP TABLE editing;
DROP TABLE drafts;
