-- The first schema. One file holds one calendar. Dates are ISO text, times HH:MM:SS text, lists JSON text.

CREATE TABLE brief (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
  zone TEXT NOT NULL DEFAULT 'Europe/Paris',
  country TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  portrait TEXT NOT NULL DEFAULT '',
  not_for TEXT NOT NULL DEFAULT '[]',
  words TEXT NOT NULL DEFAULT '[]',
  places TEXT NOT NULL DEFAULT '[]',
  readers TEXT NOT NULL DEFAULT '[]',
  objective TEXT NOT NULL DEFAULT '',
  indicator TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  start_figure REAL,
  target_figure REAL,
  due TEXT,
  message TEXT NOT NULL DEFAULT '',
  do TEXT NOT NULL DEFAULT '[]',
  dont TEXT NOT NULL DEFAULT '[]',
  owned TEXT NOT NULL DEFAULT '[]',
  posts_per_week REAL NOT NULL DEFAULT 1.0 CHECK (posts_per_week >= 0),
  hours_per_week REAL NOT NULL DEFAULT 4.0 CHECK (hours_per_week >= 0),
  reply_hours INTEGER NOT NULL DEFAULT 24 CHECK (reply_hours >= 0),
  network_budget INTEGER NOT NULL DEFAULT 1 CHECK (network_budget >= 0),
  closed_days TEXT NOT NULL DEFAULT '[]',
  checks_off TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE need (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE network (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  key TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'rented' CHECK (kind IN ('owned', 'rented')),
  open INTEGER NOT NULL DEFAULT 1,
  url TEXT NOT NULL DEFAULT '',
  per_week REAL,
  criterion TEXT NOT NULL DEFAULT '',
  criterion_met INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',
  network_id INTEGER REFERENCES network (id) ON DELETE SET NULL,
  status TEXT NOT NULL DEFAULT 'idea' CHECK (status IN ('idea', 'draft', 'ready', 'published', 'dropped')),
  purpose TEXT NOT NULL DEFAULT 'help'
    CHECK (purpose IN ('help', 'discuss', 'listen', 'relay', 'story', 'offer')),
  need_id INTEGER REFERENCES need (id) ON DELETE SET NULL,
  day TEXT,
  time TEXT,
  zone TEXT NOT NULL DEFAULT '',
  next_step TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  prepare_minutes INTEGER NOT NULL DEFAULT 45 CHECK (prepare_minutes >= 0),
  publish_minutes INTEGER NOT NULL DEFAULT 10 CHECK (publish_minutes >= 0),
  reply_minutes INTEGER NOT NULL DEFAULT 30 CHECK (reply_minutes >= 0),
  deleted TEXT
) STRICT;
CREATE INDEX post_day ON post (day);

CREATE TABLE mute (
  id INTEGER PRIMARY KEY,
  post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  "check" TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  day TEXT
) STRICT;
CREATE INDEX mute_post ON mute (post_id);

CREATE TABLE slot (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('publish', 'prepare', 'reply', 'listen', 'watch', 'review')),
  title TEXT NOT NULL DEFAULT '',
  network_id INTEGER REFERENCES network (id) ON DELETE SET NULL,
  day TEXT NOT NULL,
  time TEXT NOT NULL,
  zone TEXT NOT NULL DEFAULT '',
  minutes INTEGER NOT NULL DEFAULT 30 CHECK (minutes > 0),
  rule TEXT NOT NULL DEFAULT '',
  skipped TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  stage TEXT NOT NULL DEFAULT 'stranger'
    CHECK (stage IN ('stranger', 'reader', 'talks', 'lead', 'client', 'ambassador')),
  place TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  last_contact TEXT,
  promise TEXT NOT NULL DEFAULT '',
  promise_due TEXT
) STRICT;

CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  words TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  day TEXT,
  need_id INTEGER REFERENCES need (id) ON DELETE SET NULL,
  post_id INTEGER REFERENCES post (id) ON DELETE SET NULL,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE result (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  indicator TEXT NOT NULL,
  figure REAL NOT NULL,
  post_id INTEGER REFERENCES post (id) ON DELETE SET NULL,
  network_id INTEGER REFERENCES network (id) ON DELETE SET NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  question TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL DEFAULT '' CHECK (decision IN ('', 'keep', 'adjust', 'stop')),
  note TEXT NOT NULL DEFAULT '',
  held TEXT
) STRICT;

-- What calendars elsewhere need to see grow: never turned back by undo, never part of the dump.
CREATE TABLE stamp (
  record TEXT NOT NULL,
  id INTEGER NOT NULL,
  sequence INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;

-- One row a user action. state: 'done', 'undone', or 'left' when a new action was taken after an undo.
CREATE TABLE journal (
  revision INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  verb TEXT NOT NULL,
  quoted TEXT NOT NULL DEFAULT '{}',
  changes TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'left'))
) STRICT;

-- The calendar's revision: one up for every transaction that changed something, undo and redo included.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO revision VALUES (1, 0);

-- What the checks found, kept so that the first frame need not judge: thrown away and made again at will.
CREATE TABLE finding (
  post_id INTEGER REFERENCES post (id) ON DELETE CASCADE,
  day TEXT NOT NULL DEFAULT '',
  "check" TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'suggestion')),
  message TEXT NOT NULL DEFAULT 'message',
  quoted TEXT NOT NULL DEFAULT '{}',
  spans TEXT NOT NULL DEFAULT '[]',
  muted TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX finding_post ON finding (post_id);
