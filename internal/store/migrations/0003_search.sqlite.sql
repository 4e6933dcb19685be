-- +goose Up
-- Terms are made by package search; the tokenizer only parts them at spaces.
-- at is minutes of publication and article id in one number, so that the
-- index is in order of time and its newest rows come first.
CREATE VIRTUAL TABLE search_index USING fts5 (terms,
  content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'");
CREATE TABLE search_docs (
  article INTEGER NOT NULL PRIMARY KEY,
  at      BIGINT NOT NULL
);
CREATE INDEX search_docs_at ON search_docs (at);

-- +goose Down
DROP TABLE search_docs;
DROP TABLE search_index;
