// A process of its own that claims keys: run by sqlite.test.ts, several at once on one file.
import process from "node:process";
import { openSqliteStore } from "../../src/store/sqlite.ts";

const [file = "", keys = "0"] = process.argv.slice(2);
const store = await openSqliteStore(file);
const granted: string[] = [];
for (let i = 0; i < Number(keys); i++) if (await store.isFirstDelivery(`event-${i}`, i)) granted.push(`event-${i}`);
await store.close();
process.stdout.write(JSON.stringify(granted));
