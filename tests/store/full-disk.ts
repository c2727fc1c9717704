// A process of its own that saves until it cannot: run by sqlite.test.ts under a limit on the size of files.
import process from "node:process";
import { openSqliteStore } from "../../src/store/sqlite.ts";

const store = await openSqliteStore(process.argv[2] ?? "");
const exchange = {
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  conversation: "one",
  user: "U1",
  question: "q".repeat(1_000),
  answered: true,
  visibility: "public",
  history: [],
  actions: [],
  created: 1,
} as const;
let saved = 0;
let error = "";
for (; saved < 1_000 && error === ""; saved++) {
  try {
    await store.saveExchange({ ...exchange, id: `e${saved}` });
  } catch (cause) {
    error = String(cause);
    break;
  }
}
let readable = 0;
for (let i = 0; i < 1_000; i++) if ((await store.findExchange(`e${i}`)) !== null) readable++;
process.stdout.write(JSON.stringify({ saved, error, readable }));
