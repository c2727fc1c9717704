import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Location } from "../src/answering/answer.ts";
import { LocalKnowledge } from "../src/answering/local-knowledge.ts";
import type { TimelineEntry } from "../src/answering/timeline/timeline.ts";
import { readFolder } from "../src/documents/folder.ts";
import { buildIndex } from "../src/search/build-index.ts";
import { AbsentData, locate } from "./data.ts";
import type { Table } from "./table.ts";

const EVENTS = "../shared/benchmarks/events";

/** A happening: its date as precise as it is told, and a regular expression that matches once in its file. */
const happening = z.object({ date: z.string(), file: z.string(), match: z.string() });

/**
 * The timelines of the events: of each happening that is listed, whether its sentence is shown, as an entry or beside one,
 * and whether under the right date.
 *
 * @throws AbsentData where the events are not there
 */
export async function glanceTimelineTable(): Promise<Table> {
  const events = locate(EVENTS);
  const rows: string[][] = [];
  const missed: string[] = [];
  const sum = { listed: 0, shown: 0, right: 0, entries: 0 };
  for (const { name } of readdirSync(events, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const { documents } = await readFolder(`${events}/${name}/docs`);
    const { entries } = await new LocalKnowledge(buildIndex(documents)).timeline();
    const lines = readFileSync(`${events}/${name}/timeline.jsonl`, "utf8").split("\n");
    const listed = lines.filter((line) => line.trim() !== "").map((line) => happening.parse(JSON.parse(line)));
    const judged = listed.map(({ date, file, match }) => {
      const raw = documents.find((document) => document.file === file)?.raw ?? "";
      const found = new RegExp(match, "is").exec(raw);
      if (found === null) throw new AbsentData(`${EVENTS}/${name}/docs/${file} has no ${match}`);
      const place = { file, start: found.index, end: found.index + found[0].length };
      const dates = entries.filter((entry) => tells(entry, place)).map((entry) => entry.date.iso);
      if (!dates.includes(date)) missed.push(`- ${name}, ${file}: ${date} told as ${dates.join(", ") || "nothing"}`);
      return { shown: dates.length > 0, right: dates.includes(date) };
    });
    const shown = judged.filter((one) => one.shown).length;
    const right = judged.filter((one) => one.right).length;
    rows.push([name, ...cells({ listed: listed.length, shown, right, entries: entries.length })]);
    sum.listed += listed.length;
    sum.shown += shown;
    sum.right += right;
    sum.entries += entries.length;
  }
  return {
    title: "The event at a glance: timeline",
    header: ["", "shown with the right date", "of those shown, right", "entries"],
    rows: [["all", ...cells(sum)], ...rows],
    notes: missed.length === 0 ? [] : [["Missed or misdated:", ...missed].join("\n")],
  };
}

function cells({ listed, shown, right, entries }: Readonly<Record<"listed" | "shown" | "right" | "entries", number>>) {
  return [`${right} of ${listed}`, `${right} of ${shown}`, String(entries)];
}

type Place = Pick<Location, "file" | "start" | "end">;

/** Whether what an entry quotes, or the sentence of another source beside it, touches a place. */
function tells({ excerpt, agreement }: TimelineEntry, place: Place): boolean {
  return [excerpt.answerLocation, ...agreement.map(({ location }) => location)].some(
    ({ file, start, end }) => file === place.file && start < place.end && place.start < end,
  );
}
