import { realpathSync } from "node:fs";
import path from "node:path";

/** Whether a place is a folder, or within it, wherever links lead. Neither need be there. */
export function isWithin(folder: string, place: string): boolean {
  const within = path.relative(realPath(folder), realPath(place));
  const leadsOut = within === ".." || within.startsWith(`..${path.sep}`) || path.isAbsolute(within);
  return !leadsOut;
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
