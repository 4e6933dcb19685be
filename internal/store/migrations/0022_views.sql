-- +goose Up
-- The desk sums what was read in some days by day, article, tag, section and
-- referrer: the index answers by itself, without going to each row for its
-- number.
DROP INDEX views_day;
CREATE INDEX views_day ON views (day, article, tag, referrer, n);

-- +goose Down
DROP INDEX views_day;
CREATE INDEX views_day ON views (day, article);
