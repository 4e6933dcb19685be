-- +goose Up
-- Articles that became public while they were new, and when. Nothing of an
-- archive that is imported stands here.
CREATE TABLE news (
  article  {{id}} NOT NULL PRIMARY KEY,
  language {{text}} NOT NULL,
  at       BIGINT NOT NULL
);
CREATE INDEX news_language ON news (language, at, article);

-- What was asked for at an address that nobody has confirmed.
CREATE TABLE subscription_asks (
  token   {{text}} NOT NULL PRIMARY KEY, -- SHA-256 of what the letter holds
  id      BIGINT NOT NULL,
  email   {{text}} NOT NULL,
  mailbox {{text}} NOT NULL,           -- the address in small letters
  tag     {{text}} NOT NULL,
  often   {{text}} NOT NULL,
  topic   {{text}} NOT NULL,
  created BIGINT NOT NULL
);
CREATE INDEX subscription_asks_mailbox ON subscription_asks (mailbox, created);
CREATE INDEX subscription_asks_created ON subscription_asks (created);

CREATE TABLE subscribers (
  id       {{id}} NOT NULL PRIMARY KEY,
  email    {{text}} NOT NULL,
  mailbox  {{text}} NOT NULL,
  tag      {{text}} NOT NULL,          -- 'kk-Arab'
  language {{text}} NOT NULL,          -- of the tag
  often    {{text}} NOT NULL,          -- once, daily, weekly
  state    {{text}} NOT NULL,          -- active, suspended, ended
  note     {{text}} NOT NULL,
  created  BIGINT NOT NULL,
  changed  BIGINT NOT NULL,
  seen_to  BIGINT NOT NULL,            -- news until then was sent or was not for him
  due      BIGINT NOT NULL,            -- of the next letter, 0 with once
  letters  BIGINT NOT NULL,
  lettered BIGINT NOT NULL
);
CREATE UNIQUE INDEX subscribers_mailbox ON subscribers (mailbox);
CREATE INDEX subscribers_once ON subscribers (language, seen_to, id) WHERE state = 'active' AND often = 'once';
CREATE INDEX subscribers_due ON subscribers (due, id) WHERE state = 'active' AND often <> 'once';
CREATE INDEX subscribers_ended ON subscribers (changed, id) WHERE state = 'ended';

CREATE TABLE subscriber_topics (
  subscriber BIGINT NOT NULL,
  topic      {{text}} NOT NULL,
  since      BIGINT NOT NULL,
  PRIMARY KEY (subscriber, topic)
) {{clustered}};

-- Whom a letter is for: a subscriber or an ask; 0 for other letters.
ALTER TABLE outbox ADD COLUMN subscriber BIGINT NOT NULL DEFAULT 0;
CREATE INDEX outbox_subscriber ON outbox (subscriber, id) WHERE subscriber <> 0;
CREATE INDEX outbox_old ON outbox (created, id) WHERE subscriber <> 0;

-- Registers of entities are followed by those that came last.
CREATE INDEX entities_new ON entities (kind, id) WHERE into_id = 0;

-- +goose Down
DROP INDEX entities_new;
DROP INDEX outbox_old;
DROP INDEX outbox_subscriber;
ALTER TABLE outbox DROP COLUMN subscriber;
DROP TABLE subscriber_topics;
DROP TABLE subscribers;
DROP TABLE subscription_asks;
DROP TABLE news;
