-- What calendars elsewhere know a review by: it comes back from them, and keeps its name in another calendar.

ALTER TABLE review ADD COLUMN uid TEXT NOT NULL DEFAULT '';
UPDATE review SET uid = 'review-' || id || '-' || (SELECT uid FROM brief WHERE brief.id = 1);
CREATE UNIQUE INDEX review_uid ON review (uid) WHERE uid <> '';
