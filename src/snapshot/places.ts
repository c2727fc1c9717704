import { closeSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { wasSnapshot } from "./header.ts";

/** Whether a place is a folder, or within it, wherever links lead. Neither need be there. */
export function isWithin(folder: string, place: string): boolean {
  const within = path.relative(realPath(folder), realPath(place));
  const leadsOut = within === ".." || within.startsWith(`..${path.sep}`) || path.isAbsolute(within);
  return !leadsOut;
}

/**
 * Whether something stands there that was not written as a snapshot: another file, a folder, a device (which would be
 * replaced) or a pipe (which would be waited for). Of what cannot be read nobody knows: it is told by whoever reads it.
 */
export function isSomethingElse(place: string): boolean {
  const bytes = Buffer.alloc(8);
  try {
    if (!statSync(place).isFile()) return true;
    const descriptor = openSync(place, "r");
    try {
      return !wasSnapshot(bytes.subarray(0, readSync(descriptor, bytes)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/** The real path of a file that need not be there, as far as its folders are. */
function realPath(file: string): string {
  const whole = path.resolve(file);
  try {
    return realpathSync(whole);
  } catch {
    const parent = path.dirname(whole);
    return parent === whole ? whole : path.join(realPath(parent), path.basename(whole));
  }
}
