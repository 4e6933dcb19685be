-- +goose Up
-- Whether an entity is one of some others: for an editor to answer.
CREATE TABLE questions (
  entity     {{id}} NOT NULL PRIMARY KEY,
  article    BIGINT NOT NULL,          -- that raised it
  candidates {{text}} NOT NULL,        -- JSON, ids, most likely first
  reasons    {{text}} NOT NULL,        -- JSON
  answered   BIGINT NOT NULL,          -- 1 once an editor has
  created    BIGINT NOT NULL
);
CREATE INDEX questions_open ON questions (answered, entity);

-- +goose Down
DROP TABLE questions;
