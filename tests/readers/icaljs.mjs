// ical.js (Thunderbird, Nextcloud): times by the file's own VTIMEZONE. node icaljs.mjs FILE FROM TO
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const found = createRequire(process.cwd() + "/").resolve("ical.js");
const { default: ICAL } = await import(pathToFileURL(found).href);
const [, , file, from, to] = process.argv;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const said = (event, start, end) => {
  const [first, last] = [start.toUnixTime(), end.toUnixTime()];
  if (first >= Number(from) && first < Number(to)) console.log(JSON.stringify([event.summary, first, last]));
};
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  if (!event.isRecurring()) {
    said(event, event.startDate, event.endDate);
    continue;
  }
  const starts = event.iterator();
  for (let start = starts.next(); start && start.toUnixTime() < Number(to); start = starts.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(start);
    said(event, startDate, endDate);
  }
}
