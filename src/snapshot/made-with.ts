import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { endianness } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** What makes an index of files: raised by nobody, it is known by its text. */
const CODE = ["documents", "engine", "lexicon", "search", "snapshot", "text"];
const SOURCE = fileURLToPath(new URL("../", import.meta.url));
/** What package managers write beside the packages that they have installed. */
const INSTALLED = [".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity"];

let known: string | undefined;

/**
 * All that an index depends on beside the files of the folder: this program's code and lexicons, its packages, Node's
 * major, the versions of ICU and Unicode, the language that words are told apart by, and how numbers stand in memory.
 */
export function madeWith(): string {
  known ??= JSON.stringify({
    code: hashCode(),
    node: process.versions.node.split(".")[0],
    icu: process.versions["icu"],
    unicode: process.versions["unicode"],
    locale: new Intl.Segmenter().resolvedOptions().locale,
    numbers: endianness(),
  });
  return known;
}

function hashCode(): string {
  const hash = createHash("sha256");
  for (const area of CODE) {
    const files = readdirSync(path.join(SOURCE, area), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name));
    for (const file of files.sort()) hash.update(path.relative(SOURCE, file)).update(readFileSync(file));
  }
  const lists = listsOfPackages();
  for (const list of lists) hash.update(readFileSync(list));
  // Where nobody says what is installed, it may be something else the next time.
  if (lists.length === 0) hash.update(randomUUID());
  return hash.digest("hex");
}

/** Of every folder of packages that this program may have its own from. */
function listsOfPackages(): string[] {
  const found: string[] = [];
  for (let folder = SOURCE, above = ""; folder !== above; above = folder, folder = path.dirname(folder)) {
    found.push(...INSTALLED.map((name) => path.join(folder, "node_modules", name)).filter((file) => existsSync(file)));
  }
  return found;
}
