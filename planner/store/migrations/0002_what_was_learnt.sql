-- What a person tells the checks, mutes on weeks and on the calendar, and what was judged, kept to be used again.

ALTER TABLE brief ADD COLUMN severities TEXT NOT NULL DEFAULT '[]';
ALTER TABLE brief ADD COLUMN own_names TEXT NOT NULL DEFAULT '[]';
ALTER TABLE brief ADD COLUMN need_days INTEGER NOT NULL DEFAULT 42 CHECK (need_days > 0);
ALTER TABLE brief ADD COLUMN most_per_day INTEGER CHECK (most_per_day > 0);
ALTER TABLE brief ADD COLUMN most_per_week INTEGER CHECK (most_per_week > 0);
ALTER TABLE brief ADD COLUMN limit_from TEXT;

ALTER TABLE post ADD COLUMN repeat INTEGER NOT NULL DEFAULT 0;

CREATE TABLE silenced (
  id INTEGER PRIMARY KEY,
  post_id INTEGER REFERENCES post (id) ON DELETE CASCADE,
  "check" TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  day TEXT,
  finding_day TEXT
) STRICT;
INSERT INTO silenced (id, post_id, "check", reason, day) SELECT id, post_id, "check", reason, day FROM mute;
DROP TABLE mute;
ALTER TABLE silenced RENAME TO mute;
CREATE INDEX mute_post ON mute (post_id);

-- One row a post, thrown away and made again at will: `read` is a digest of all that the post was judged from.
CREATE TABLE judged (
  post_id INTEGER PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE,
  scored TEXT NOT NULL DEFAULT '',
  score REAL,
  read TEXT NOT NULL DEFAULT '',
  findings TEXT NOT NULL DEFAULT '[]'
) STRICT;

-- What the kept findings were made from: a digest of the rules, the day and the calendar's revision.
CREATE TABLE checked (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL
) STRICT;
INSERT INTO checked VALUES (1, '');
