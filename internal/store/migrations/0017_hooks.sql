-- +goose Up
-- Who is told, by machine, when what the public sees changes.
CREATE TABLE hooks (
  id        {{id}} NOT NULL PRIMARY KEY,
  name      {{text}} NOT NULL,
  address   {{text}} NOT NULL,
  state     {{text}} NOT NULL,         -- on, off, failing, gone
  kinds     {{text}} NOT NULL,         -- JSON lists; empty for everything
  sections  {{text}} NOT NULL,
  languages {{text}} NOT NULL,
  secret    {{text}} NOT NULL,
  old       {{text}} NOT NULL,         -- the secret before, which signs too until old_end
  old_end   BIGINT NOT NULL,
  failed    BIGINT NOT NULL,           -- since when nothing has gone well; 0 for no failure
  silent    BIGINT NOT NULL,           -- attempts in a row without an answer
  rests     BIGINT NOT NULL,           -- not asked before
  created   BIGINT NOT NULL
);

-- What happened, kept while a delivery speaks of it.
CREATE TABLE events (
  id   {{id}} NOT NULL PRIMARY KEY,
  kind {{text}} NOT NULL,
  at   BIGINT NOT NULL,
  what {{text}} NOT NULL               -- JSON
);

CREATE TABLE deliveries (
  id       {{id}} NOT NULL PRIMARY KEY,
  hook     BIGINT NOT NULL,
  event    BIGINT NOT NULL,
  result   {{text}} NOT NULL,          -- waiting, delivered, failed
  attempts BIGINT NOT NULL,
  status   BIGINT NOT NULL,            -- of the last answer; 0 for none
  why      {{text}} NOT NULL,
  took     BIGINT NOT NULL,            -- milliseconds
  tried    BIGINT NOT NULL,
  due      BIGINT NOT NULL
);
CREATE INDEX deliveries_hook ON deliveries (hook, id);
CREATE INDEX deliveries_due ON deliveries (hook, due, id) WHERE result = 'waiting';
CREATE INDEX deliveries_old ON deliveries (tried, id) WHERE result <> 'waiting';
CREATE INDEX deliveries_event ON deliveries (event);

-- Subscribers of our own WebSub hub who have said that they are.
CREATE TABLE subscriptions (
  id       {{id}} NOT NULL PRIMARY KEY,
  topic    {{text}} NOT NULL,          -- path of a feed
  callback {{text}} NOT NULL,
  host     {{text}} NOT NULL,          -- of the callback
  secret   {{text}} NOT NULL,
  ends     BIGINT NOT NULL,
  sent     {{text}} NOT NULL           -- hash of what was sent last
);
CREATE UNIQUE INDEX subscriptions_who ON subscriptions (topic, callback);
CREATE INDEX subscriptions_host ON subscriptions (host, id);
CREATE INDEX subscriptions_ends ON subscriptions (ends, id);

-- +goose Down
DROP TABLE subscriptions;
DROP TABLE deliveries;
DROP TABLE events;
DROP TABLE hooks;
