-- +goose Up
-- How often articles were read. Nothing here is of a person.
CREATE TABLE views (
  article  BIGINT NOT NULL,
  day      BIGINT NOT NULL,            -- since 1970-01-01, UTC
  tag      {{text}} NOT NULL,          -- language and script: 'kk-Latn'
  referrer {{text}} NOT NULL,          -- host; empty for none or our own
  n        BIGINT NOT NULL,
  PRIMARY KEY (article, day, tag, referrer)
) {{clustered}};
CREATE INDEX views_day ON views (day, article);

-- +goose Down
DROP TABLE views;
