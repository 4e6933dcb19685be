-- +goose Up
{{ids}};
{{ids_start}};

CREATE TABLE settings (
  name  {{text}} NOT NULL PRIMARY KEY,
  value {{text}} NOT NULL
);

CREATE TABLE sections (
  path  {{text}}   NOT NULL PRIMARY KEY,  -- 'news/culture'
  names {{text}}   NOT NULL,              -- JSON, by language
  place BIGINT NOT NULL               -- among its siblings
);

CREATE TABLE articles (
  id        {{id}} NOT NULL PRIMARY KEY,
  group_id  BIGINT NOT NULL,           -- id of the first article of the group
  group_key {{text}}   NOT NULL,           -- an importer's name of the group
  source    {{text}}   NOT NULL,           -- address it was taken from
  key       {{text}}   NOT NULL,           -- an importer's name of the article
  seen      {{text}}   NOT NULL,           -- hash of what the importer saw last
  section   {{text}}   NOT NULL,           -- path
  language  {{text}}   NOT NULL,
  script    {{text}}   NOT NULL,
  slug      {{text}}   NOT NULL,
  state     {{text}}   NOT NULL,
  public    BIGINT NOT NULL,           -- 1 where the state shows the text
  published BIGINT NOT NULL,           -- UTC ms, 0 while not known
  created   BIGINT NOT NULL,
  updated   BIGINT NOT NULL,
  revision  BIGINT NOT NULL,           -- the newest
  title     {{text}}   NOT NULL,           -- of the newest revision, for lists
  lead      {{text}}   NOT NULL,
  image     {{text}}   NOT NULL,           -- JSON of the lead picture
  authors   {{text}}   NOT NULL            -- JSON list
);
CREATE UNIQUE INDEX articles_address ON articles (language, slug);
CREATE UNIQUE INDEX articles_key ON articles (key) WHERE key <> '';
CREATE INDEX articles_group_key ON articles (group_key) WHERE group_key <> '';
CREATE INDEX articles_group ON articles (group_id);
CREATE INDEX articles_front ON articles (language, public, published, id);
CREATE INDEX articles_all ON articles (published, id);

-- Public articles under each section, those of its branches included.
CREATE TABLE section_articles (
  section   {{text}}   NOT NULL,
  language  {{text}}   NOT NULL,
  published BIGINT NOT NULL,
  article   BIGINT NOT NULL,
  PRIMARY KEY (section, language, published, article)
) {{clustered}};

-- A revision is never changed and never deleted.
CREATE TABLE revisions (
  id      {{id}} NOT NULL PRIMARY KEY,
  article BIGINT NOT NULL,
  number  BIGINT NOT NULL,             -- 1, 2, 3… within the article
  hash    {{text}}   NOT NULL,
  title   {{text}}   NOT NULL,
  lead    {{text}}   NOT NULL,
  body    {{text}}   NOT NULL,             -- canonical HTML
  plain   {{text}}   NOT NULL,             -- what spans count code points of
  author  {{text}}   NOT NULL,             -- who saved it
  created BIGINT NOT NULL
);
CREATE UNIQUE INDEX revisions_article ON revisions (article, number);

-- Old addresses of articles and whatever else moved.
CREATE TABLE redirects (
  path    {{text}}   NOT NULL PRIMARY KEY,
  article BIGINT NOT NULL,             -- 0 where target stands
  target  {{text}}   NOT NULL,
  created BIGINT NOT NULL
);

CREATE TABLE images (
  article  BIGINT NOT NULL,
  position BIGINT NOT NULL,
  address  {{text}}   NOT NULL,
  alt      {{text}}   NOT NULL,
  caption  {{text}}   NOT NULL,
  credit   {{text}}   NOT NULL,
  PRIMARY KEY (article, position)
) {{clustered}};

CREATE TABLE jobs (
  id       {{id}} NOT NULL PRIMARY KEY,
  kind     {{text}}   NOT NULL,
  key      {{text}}   NOT NULL,            -- what it is about; one waiting job per kind and key
  payload  {{text}}   NOT NULL,
  state    {{text}}   NOT NULL,            -- waiting, running, failed
  attempt  BIGINT NOT NULL,
  due      BIGINT NOT NULL,            -- not before; the end of the lease while running
  error    {{text}}   NOT NULL,
  created  BIGINT NOT NULL
);
CREATE INDEX jobs_due ON jobs (state, due, id);
CREATE UNIQUE INDEX jobs_once ON jobs (kind, key) WHERE state = 'waiting';

-- +goose Down
DROP TABLE jobs;
DROP TABLE images;
DROP TABLE redirects;
DROP TABLE revisions;
DROP TABLE articles;
DROP TABLE section_articles;
DROP TABLE sections;
DROP TABLE settings;
