-- +goose Up
-- Forms of words that editors set for a script variant; article 0 is all of
-- the site.
CREATE TABLE script_exceptions (
  article BIGINT   NOT NULL,
  tag     {{text}} NOT NULL,           -- of the variant: 'kk-Latn'
  word    {{text}} NOT NULL,           -- as package translit takes it, '*' at its end where endings may follow
  form    {{text}} NOT NULL,           -- empty: as it is written
  who     {{text}} NOT NULL,
  at      BIGINT   NOT NULL,
  PRIMARY KEY (article, tag, word)
) {{clustered}};

-- +goose Down
DROP TABLE script_exceptions;
