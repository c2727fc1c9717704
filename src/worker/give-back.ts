import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives back the memory that this thread holds beyond what it uses. Else V8 keeps it for other threads once this one has
 * ended, and some seconds later frees what none of them took: in the first thread of the process, which can do nothing
 * else meanwhile, for 20 ms and more.
 */
export function giveBack(): void {
  setFlagsFromString("--expose-gc");
  const collect: NodeJS.GCFunction = runInNewContext("gc");
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
