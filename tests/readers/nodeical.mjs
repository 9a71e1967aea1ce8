// node-ical: its own expansion of series. node nodeical.mjs FILE FROM TO
import { createRequire } from "node:module";

const ical = createRequire(process.cwd() + "/")("node-ical");
const [, , file, from, to] = process.argv;
const [first, last] = [new Date(from * 1000), new Date(to * 1000)];
const said = (title, start, end) => console.log(JSON.stringify([title, start / 1000, end / 1000]));
for (const event of Object.values(ical.sync.parseFile(file))) {
  if (event.type !== "VEVENT") continue;
  for (const { start, end } of ical.expandRecurringEvent(event, { from: first, to: last })) said(event.summary, start, end);
}
