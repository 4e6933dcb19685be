-- +goose Up
-- Terms are made by package search and written as tsvector literals.
-- at is minutes of publication and article id in one
-- number.
CREATE TABLE search_index (
  rowid BIGINT   NOT NULL PRIMARY KEY,
  doc   TSVECTOR NOT NULL
);
CREATE INDEX search_index_doc ON search_index USING GIN (doc) WITH (fastupdate = off);
CREATE TABLE search_docs (
  article BIGINT NOT NULL PRIMARY KEY,
  at      BIGINT NOT NULL
);
CREATE INDEX search_docs_at ON search_docs (at);

-- +goose Down
DROP TABLE search_docs;
DROP TABLE search_index;
