-- +goose Up
-- PostgreSQL asks the index itself which terms it has.
SELECT 1;

-- +goose Down
SELECT 1;
