-- +goose Up
-- Keys that devices keep for a user (WebAuthn).
CREATE TABLE passkeys (
  id         {{text}} NOT NULL PRIMARY KEY,  -- credential id, base64url
  person     BIGINT NOT NULL,
  name       {{text}} NOT NULL,
  credential {{text}} NOT NULL,              -- JSON, as the library keeps it
  created    BIGINT NOT NULL,
  used       BIGINT NOT NULL
);
CREATE INDEX passkeys_person ON passkeys (person);

-- What stands between two steps of signing in: a challenge, a password that
-- was right and a code still missing.
CREATE TABLE signin_steps (
  token   {{text}} NOT NULL PRIMARY KEY,  -- hash
  person  BIGINT NOT NULL,                -- 0 where not known yet
  kind    {{text}} NOT NULL,
  data    {{text}} NOT NULL,
  expires BIGINT NOT NULL
);

-- Attempts that were refused, for as long as they slow down the next.
CREATE TABLE refusals (
  key {{text}} NOT NULL,                  -- 'user 12', 'address 192.0.2.1'
  at  BIGINT NOT NULL,
  id  BIGINT NOT NULL,
  PRIMARY KEY (key, at, id)
) {{clustered}};

-- Who somebody is at the institution's identity provider.
CREATE TABLE subjects (
  subject {{text}} NOT NULL PRIMARY KEY,  -- issuer and subject
  person  BIGINT NOT NULL
);

-- +goose Down
DROP TABLE subjects;
DROP TABLE refusals;
DROP TABLE signin_steps;
DROP TABLE passkeys;
