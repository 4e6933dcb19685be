-- +goose Up
-- What an observation said before the same source revised it.
CREATE TABLE observations_before (
  area    {{text}} NOT NULL,
  grp     {{text}} NOT NULL,
  unit    {{text}} NOT NULL,
  date    {{text}} NOT NULL,
  kind    {{text}} NOT NULL,
  source  {{text}} NOT NULL,
  loaded  BIGINT NOT NULL,             -- when this number was loaded
  revised BIGINT NOT NULL,             -- when another took its place
  value   {{real}} NOT NULL,
  note    {{text}} NOT NULL,
  PRIMARY KEY (area, grp, unit, date, kind, source, revised)
) {{clustered}};

-- +goose Down
DROP TABLE observations_before;
