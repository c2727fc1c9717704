import { AttacheError } from "../src/errors.ts";
import { AbsentData, HOW_TO_GO_ON } from "./data.ts";
import { glanceDifferencesTable } from "./glance-differences.ts";
import { overviewTable } from "./glance-overview.ts";
import { glancePeopleTable } from "./glance-people.ts";
import { glanceTimelineTable } from "./glance-timeline.ts";
import { describeAbsent } from "./practice-real.ts";
import { progress } from "./progress.ts";
import { renderTable, type Table } from "./table.ts";
import { abstentionTables } from "./tables/abstention.ts";
import { conversationsTable } from "./tables/conversations.ts";
import { eventTable } from "./tables/event.ts";
import { foldersTable, passagesTable, typosTable } from "./tables/passages.ts";
import { practiceTable } from "./tables/practice.ts";
import { realTables } from "./tables/real.ts";
import { timeTables } from "./tables/time.ts";
import { trecTable } from "./tables/trec.ts";

const MISSES = "--misses";
const misses = process.argv.includes(MISSES);

const tables: Readonly<Record<string, () => Promise<Table | readonly Table[]>>> = {
  real: () => realTables({ misses }),
  passages: passagesTable,
  folders: foldersTable,
  typos: typosTable,
  trec: trecTable,
  abstention: abstentionTables,
  practice: practiceTable,
  conversations: () => conversationsTable({ misses }),
  event: eventTable,
  glance: async () => [
    await overviewTable(),
    await glanceTimelineTable(),
    await glancePeopleTable(),
    await glanceDifferencesTable(),
  ],
  time: timeTables,
};

const wanted = process.argv.slice(2).filter((word) => word !== MISSES);
const unknown = wanted.filter((name) => !(name in tables));
if (unknown.length > 0) {
  progress(`No table is called ${unknown.join(", ")}: name any of ${Object.keys(tables).join(", ")}, or none for all`);
  process.exit(2);
}

const absentPractice = describeAbsent();
if (absentPractice !== null) progress(absentPractice);

const started = performance.now();
const absent = new Set<string>();
for (const [name, make] of Object.entries(tables)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  progress(`${name} …`);
  try {
    for (const table of [await make()].flat()) process.stdout.write(`${renderTable(table)}\n\n`);
  } catch (error) {
    if (error instanceof AttacheError) {
      progress(error.message);
      process.exit(2);
    }
    if (!(error instanceof AbsentData)) throw error;
    absent.add(error.message);
    process.stdout.write(`## ${name}\n\nSkipped: ${error.message}.\n\n`);
  }
}
progress(`Done in ${Math.round((performance.now() - started) / 1_000)} s`);
if (absent.size > 0) {
  progress(`Tables were skipped: ${[...absent].join(", ")}. ${HOW_TO_GO_ON}`);
  process.exitCode = 2;
}
