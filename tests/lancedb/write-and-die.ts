import process from "node:process";
import { openKnowledge } from "../../src/index.ts";

/** Opens a folder in LanceDB, and is killed while it writes rows. */
const [folder = "", lancedb = ""] = process.argv.slice(2);
await openKnowledge({ folder, lancedb, onWritten: () => process.kill(process.pid, "SIGKILL") });
