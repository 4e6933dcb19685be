-- +goose Up
-- Names of entities in crude Latin letters, whole and from each word on, for
-- filters and suggestions in any script.
CREATE TABLE entity_names (
  latin  {{text}} NOT NULL,
  kind   {{text}} NOT NULL,
  entity BIGINT NOT NULL,
  name   {{text}} NOT NULL,            -- as written
  whole  BIGINT NOT NULL,              -- 1 where latin is the whole name
  PRIMARY KEY (latin, kind, entity)
) {{clustered}};

-- +goose Down
DROP TABLE entity_names;
