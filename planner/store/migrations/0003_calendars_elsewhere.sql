-- Calendars elsewhere: where this one is kept up to date, how tables of others were read, whose hours are taken.

ALTER TABLE brief ADD COLUMN campaign TEXT NOT NULL DEFAULT '';

-- Bookkeeping of this machine: no part of the dump, never turned back by undo. No password ever stands here.
CREATE TABLE outlet (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'folder', 'caldav')),
  place TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL DEFAULT '',
  options TEXT NOT NULL DEFAULT '{}',
  revision INTEGER NOT NULL DEFAULT -1,
  mark TEXT NOT NULL DEFAULT ''
) STRICT;

-- What an outlet on a server holds, an event or a series a row.
CREATE TABLE sent (
  outlet_id INTEGER NOT NULL REFERENCES outlet (id) ON DELETE CASCADE,
  uid TEXT NOT NULL,
  href TEXT NOT NULL,
  etag TEXT NOT NULL DEFAULT '',
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (outlet_id, uid)
) STRICT, WITHOUT ROWID;

-- How the columns of a table were read, by the digest of its header.
CREATE TABLE column_map (
  header TEXT PRIMARY KEY,
  columns TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Other calendars laid under the week, and their hours as they were last read.
CREATE TABLE busy (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  mark TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE busy_time (
  busy_id INTEGER NOT NULL REFERENCES busy (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  start TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX busy_day ON busy_time (day);
