-- What comes back from other calendars: a review under its own identifier; and what was ever given to them.

ALTER TABLE review ADD COLUMN uid TEXT NOT NULL DEFAULT '';
UPDATE review SET uid = 'review-' || id || '-' || (SELECT uid FROM brief WHERE brief.id = 1);
CREATE UNIQUE INDEX review_uid ON review (uid) WHERE uid <> '';
-- What undo brings back of an older planner's says no identifier.
CREATE TRIGGER review_named AFTER INSERT ON review WHEN NEW.uid = '' BEGIN
  UPDATE review SET uid = 'review-' || id || '-' || (SELECT uid FROM brief WHERE brief.id = 1) WHERE id = NEW.id;
END;

-- From when to when each export may have shown the calendar: what was in none has not to be cancelled elsewhere.
-- Bookkeeping, never turned back by undo. Of what an older planner exported nothing is known: it may have been all.
CREATE TABLE handed_out (
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  PRIMARY KEY (first, last)
) STRICT, WITHOUT ROWID;
INSERT INTO handed_out (first, last)
  SELECT '1900-01-01', latest FROM (SELECT max(changed_at) AS latest FROM stamp) WHERE latest IS NOT NULL;

-- What is known of the zones of a calendar that lies under the week; all of them are read anew.
ALTER TABLE busy ADD COLUMN zones TEXT NOT NULL DEFAULT '';
UPDATE busy SET mark = CASE WHEN mark LIKE '% titles' THEN ' titles' ELSE '' END;
