-- +goose Up
-- Who works at the desk.
CREATE TABLE users (
  id       {{id}} NOT NULL PRIMARY KEY,
  name     {{text}} NOT NULL,
  email    {{text}} NOT NULL,          -- lower case
  language {{text}} NOT NULL,
  roles    {{text}} NOT NULL,          -- JSON, people.Assignment
  disabled BIGINT NOT NULL,
  demo     BIGINT NOT NULL,
  password {{text}} NOT NULL,          -- argon2id; empty for none
  secret   {{text}} NOT NULL,          -- of one-time codes; empty for none
  counter  BIGINT NOT NULL,            -- of the last one-time code
  created  BIGINT NOT NULL,
  seen     BIGINT NOT NULL
);
CREATE UNIQUE INDEX users_email ON users (email);

-- Who is signed in. The cookie holds a token, the table only its hash.
CREATE TABLE sessions (
  token   {{text}} NOT NULL PRIMARY KEY,
  person  BIGINT NOT NULL,
  created BIGINT NOT NULL,
  seen    BIGINT NOT NULL,             -- to five minutes
  agent   {{text}} NOT NULL,           -- browser, as it names itself
  address {{text}} NOT NULL
);
CREATE INDEX sessions_person ON sessions (person);

-- Links that let somebody in once: an invitation, a recovery.
CREATE TABLE entry_links (
  token   {{text}} NOT NULL PRIMARY KEY,  -- hash
  person  BIGINT NOT NULL,
  purpose {{text}} NOT NULL,
  expires BIGINT NOT NULL
);

-- What was done at the desk, by whom. Rows are only ever added; each carries
-- the hash of the one before, so that a missing or altered row shows.
CREATE TABLE audit (
  id      {{id}} NOT NULL PRIMARY KEY,
  at      BIGINT NOT NULL,
  person  BIGINT NOT NULL,             -- 0 where nobody was signed in
  name    {{text}} NOT NULL,           -- as it was then
  what    {{text}} NOT NULL,           -- 'sign-in', 'publish'…
  about   {{text}} NOT NULL,           -- 'article 12'
  detail  {{text}} NOT NULL,
  address {{text}} NOT NULL,
  chain   {{text}} NOT NULL
);
CREATE INDEX audit_person ON audit (person, id);
CREATE INDEX audit_about ON audit (about, id);

-- +goose Down
DROP TABLE audit;
DROP TABLE entry_links;
DROP TABLE sessions;
DROP TABLE users;
