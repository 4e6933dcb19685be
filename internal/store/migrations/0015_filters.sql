-- +goose Up
-- Registers by a finer kind or a verdict in one language: of rare ones whole
-- registers were gone through.
CREATE INDEX statements_sub ON statements (kind, sub, day, id) WHERE sub <> '' AND shown = 3;
CREATE INDEX statements_sub_language ON statements (kind, sub, language, day, id) WHERE sub <> '' AND shown >= 2;
CREATE INDEX statements_verdict_language ON statements (verdict, language, day, id) WHERE verdict <> '' AND shown >= 2;

-- +goose Down
DROP INDEX statements_verdict_language;
DROP INDEX statements_sub_language;
DROP INDEX statements_sub;
