-- +goose Up
-- By which version of package search a text's terms were made.
ALTER TABLE search_docs ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- +goose Down
ALTER TABLE search_docs DROP COLUMN version;
