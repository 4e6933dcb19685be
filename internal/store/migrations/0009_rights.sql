-- +goose Up
-- What a place says of reuse; the newest number of a place is in force.
CREATE TABLE terms (
  place   {{text}} NOT NULL,           -- 'site', 'section/news/culture', 'article/12'
  number  BIGINT NOT NULL,
  terms   {{text}} NOT NULL,           -- JSON; empty: the place says nothing any more
  who     {{text}} NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (place, number)
) {{clustered}};

CREATE TABLE requests (
  id           {{id}} NOT NULL PRIMARY KEY,
  article      BIGINT NOT NULL,
  language     {{text}} NOT NULL,      -- of the asker
  name         {{text}} NOT NULL,
  email        {{text}} NOT NULL,
  mailbox      {{text}} NOT NULL,      -- the address in small letters
  organisation {{text}} NOT NULL,
  purpose      {{text}} NOT NULL,
  medium       {{text}} NOT NULL,
  last_day     {{text}} NOT NULL,
  commercial   BIGINT NOT NULL,
  state        {{text}} NOT NULL,
  reason       {{text}} NOT NULL,
  who          {{text}} NOT NULL,      -- who answered
  created      BIGINT NOT NULL,
  verified     BIGINT NOT NULL,
  closed       BIGINT NOT NULL
);
CREATE INDEX requests_state ON requests (state, id);
CREATE INDEX requests_mailbox ON requests (mailbox, id);
CREATE INDEX requests_article ON requests (article, id);

CREATE TABLE request_notes (
  id      {{id}} NOT NULL PRIMARY KEY,
  request BIGINT NOT NULL,
  officer {{text}} NOT NULL,           -- empty for the asker
  body    {{text}} NOT NULL,
  created BIGINT NOT NULL
);
CREATE INDEX request_notes_request ON request_notes (request, id);

CREATE TABLE grants (
  id       {{id}} NOT NULL PRIMARY KEY,
  number   {{text}} NOT NULL,          -- '2026-17-7F3K'
  year     BIGINT NOT NULL,
  place    BIGINT NOT NULL,            -- 1, 2, 3… within the year
  request  BIGINT NOT NULL,            -- 0 for none
  article  BIGINT NOT NULL,
  grantee  {{text}} NOT NULL,
  email    {{text}} NOT NULL,
  language {{text}} NOT NULL,
  wording  {{text}} NOT NULL,
  terms    {{text}} NOT NULL,
  last_day {{text}} NOT NULL,
  oral     BIGINT NOT NULL,
  said     {{text}} NOT NULL,
  giver    {{text}} NOT NULL,
  officer  {{text}} NOT NULL,
  granted  BIGINT NOT NULL,
  revoked  BIGINT NOT NULL,
  why      {{text}} NOT NULL
);
CREATE UNIQUE INDEX grants_number ON grants (number);
CREATE UNIQUE INDEX grants_year ON grants (year, place);
CREATE INDEX grants_request ON grants (request, id);
CREATE INDEX grants_article ON grants (article, id);
CREATE INDEX grants_last_day ON grants (last_day, id);

CREATE TABLE sightings (
  id      {{id}} NOT NULL PRIMARY KEY,
  article BIGINT NOT NULL,
  address {{text}} NOT NULL,
  found   {{text}} NOT NULL,
  note    {{text}} NOT NULL,
  officer {{text}} NOT NULL,
  seen    BIGINT NOT NULL,
  checked BIGINT NOT NULL,
  settled BIGINT NOT NULL
);
CREATE UNIQUE INDEX sightings_copy ON sightings (article, address);
CREATE INDEX sightings_open ON sightings (settled, id);

-- Letters, kept from the transaction that causes them; the words of one that
-- has been sent are gone.
CREATE TABLE outbox (
  id       {{id}} NOT NULL PRIMARY KEY,
  name     {{text}} NOT NULL,
  email    {{text}} NOT NULL,
  reply_to {{text}} NOT NULL,
  language {{text}} NOT NULL,
  subject  {{text}} NOT NULL,
  body     {{text}} NOT NULL,
  html     {{text}} NOT NULL,
  headers  {{text}} NOT NULL,          -- JSON
  state    {{text}} NOT NULL,          -- waiting, sent, failed
  error    {{text}} NOT NULL,
  created  BIGINT NOT NULL,
  sent     BIGINT NOT NULL
);
CREATE INDEX outbox_state ON outbox (state, id);

-- +goose Down
DROP TABLE outbox;
DROP TABLE sightings;
DROP TABLE grants;
DROP TABLE request_notes;
DROP TABLE requests;
DROP TABLE terms;
