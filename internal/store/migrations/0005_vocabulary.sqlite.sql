-- +goose Up
-- The terms of the search index with the number of texts that have them.
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search_index, row);

-- +goose Down
DROP TABLE search_terms;
