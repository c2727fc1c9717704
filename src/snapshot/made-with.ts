import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { endianness } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { readWhole } from "../files/bytes.ts";

/** What makes an index of files: raised by nobody, it is known by its text. */
const CODE = ["documents", "engine", "files", "lexicon", "search", "snapshot", "text"];
/** What asks documents, beside that. */
const ANSWERING = ["ranking", "answering"];
const SOURCE = fileURLToPath(new URL("../", import.meta.url));
/** What package managers write beside the packages that they have installed. */
const INSTALLED = [".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity"];

let known: string | undefined;

/**
 * All that an index depends on beside the files of the folder: this program's code and lexicons, its packages, Node's
 * major, the versions of ICU and Unicode, the language that words are told apart by, and how numbers stand in memory.
 */
export function madeWith(): string {
  known ??= JSON.stringify({ code: hashCode(CODE), ...surroundings() });
  return known;
}

let knownAsItStands: string | undefined;

/** What `madeWith` is made of, known without reading any of the files: by their sizes, and when and where they were written. */
export function asItStands(): string {
  knownAsItStands ??= JSON.stringify({ code: hashStanding(CODE.map(inSource)), ...surroundings() });
  return knownAsItStands;
}

/** Whether an index is of this program as it is now. One that was installed anew since is known by its code, which takes longer. */
export function isOfThisProgram(recorded: { readonly madeWith: string; readonly asItStands: string }): boolean {
  if (recorded.asItStands !== asItStands()) return recorded.madeWith === madeWith();
  // As of now: what is written in the end is of the code that runs, whatever has taken its place meanwhile.
  known ??= recorded.madeWith;
  return true;
}

function surroundings() {
  return {
    node: process.versions.node.split(".")[0],
    icu: process.versions["icu"],
    unicode: process.versions["unicode"],
    // The same for all of `Intl`: this takes the least time to load.
    locale: new Intl.PluralRules().resolvedOptions().locale,
    numbers: endianness(),
  };
}

let knownOfRows: string | undefined;

/** All that an index depends on whose passages are rows: what keeps them as well. */
export function rowsMadeWith(): string {
  knownOfRows ??= JSON.stringify([madeWith(), hashEngine(fileURLToPath(new URL("../../lancedb/", import.meta.url)))]);
  return knownOfRows;
}

/** @param folder with code, and beside it the packages that it needs. @returns SHA-256, in hex, of that and of what they are */
export function hashEngine(folder: string): string {
  const hash = createHash("sha256");
  const code = readdirSync(folder).filter((name) => /\.[jt]s$/.test(name));
  for (const name of code.sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
  for (const list of listsIn(folder)) hash.update(readFileSync(list));
  return hash.digest("hex");
}

let knownOfAnswers: string | undefined;

/** SHA-256, in hex, of this program's code that answers from an index. */
export function codeThatAnswers(): string {
  knownOfAnswers ??= hashCode(ANSWERING);
  return knownOfAnswers;
}

function hashCode(areas: readonly string[]): string {
  const hash = createHash("sha256");
  for (const area of areas) {
    for (const file of filesIn(inSource(area))) hash.update(path.relative(SOURCE, file)).update(readWhole(file));
  }
  for (const list of listsOfPackages()) hash.update(list === null ? randomUUID() : readFileSync(list));
  return hash.digest("hex");
}

/** Milliseconds in which a file may change once more without another time: clocks of file systems tick so often or oftener. */
const TICK = 100;

/**
 * How the files of folders, and the lists of packages, stand in the file system: SHA-256, in hex. The time at which an
 * entry was changed is the system's own, so that a file is known from one of the same size that was written at the same
 * time. Another hash each time where that time tells nothing: right after a change, and in an image all of whose files
 * have one.
 */
export function hashStanding(folders: readonly string[]): string {
  const hash = createHash("sha256");
  const changed = new Set<number>();
  for (const file of [...folders.flatMap(filesIn), ...listsOfPackages()]) {
    if (file === null) return randomUUID();
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\0${ctimeMs}\0${ino}\0`);
    changed.add(ctimeMs);
  }
  return changed.size === 1 || Date.now() - Math.max(...changed) < TICK ? randomUUID() : hash.digest("hex");
}

function inSource(area: string): string {
  return path.join(SOURCE, area);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();
}

/** Of every folder of packages that this program may have its own from; null where nobody says what is installed: it may be something else the next time. */
function listsOfPackages(): readonly (string | null)[] {
  const found: string[] = [];
  for (let folder = SOURCE, above = ""; folder !== above; above = folder, folder = path.dirname(folder)) {
    found.push(...listsIn(folder));
  }
  return found.length === 0 ? [null] : found;
}

function listsIn(folder: string): string[] {
  return INSTALLED.map((name) => path.join(folder, "node_modules", name)).filter((file) => existsSync(file));
}
