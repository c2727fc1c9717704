import { AttacheError } from "../errors.ts";

/**
 * The settings that answering from documents needs, each read for itself, whatever else is set. The terminal does with
 * these, and need not load what checks all of them.
 */
type Environment = Readonly<Record<string, string | undefined>>;

export const watchModes = ["on", "poll", "off"] as const;
export const NO_WATCH_MODE = "is to be on, poll or off";
export const NO_INDEX = "is to be lancedb: and a folder, such as lancedb:data/index";
export const NO_SHARE = "is to be a number from 0 to 1";

/** Told of changes by the system; looked for every second, as a network drive may need; or not at all. */
export type WatchMode = (typeof watchModes)[number];

export const DEFAULT_FOLDER = "knowledge";
export const DEFAULT_STORE = "data/attache.sqlite";

/** The folder of the documents. */
export function readKnowledgeFolder(environment: Environment): string {
  return environment["KNOWLEDGE"]?.trim() || DEFAULT_FOLDER;
}

/** Patterns of files to leave out of the folder, in the syntax of .gitignore. */
export function readExclude(environment: Environment): readonly string[] {
  const patterns = environment["EXCLUDE"]?.split(",") ?? [];
  return patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== "");
}

/** The folder of a sentence encoder or a reranker; null for none. */
export function readEncoder(environment: Environment): string | null {
  return environment["ENCODER"]?.trim() || null;
}

/** The file in which the index is kept from one start to the next, beside the store where none is named; null for none. */
export function readSnapshot(environment: Environment): string | null {
  const place = environment["SNAPSHOT"]?.trim() || `${environment["STORE"]?.trim() || DEFAULT_STORE}.index`;
  return place === "off" ? null : place;
}

/** The folder in which LanceDB keeps the index; null for none. @throws AttacheError "config" when it names none */
export function readLanceDb(environment: Environment): string | null {
  const value = environment["INDEX"]?.trim();
  if (!value) return null;
  const folder = toLanceDbFolder(value);
  if (folder === null) throw invalid(`INDEX ${NO_INDEX}`);
  return folder;
}

/** What keeps the index, and its folder: so far LanceDB alone. @returns the folder; null for what names none */
export function toLanceDbFolder(value: string): string | null {
  return /^lancedb:(.*)$/s.exec(value)?.[1]?.trim() || null;
}

/** @throws AttacheError "config" when it is no number from 0 to 1 */
export function readThreshold(environment: Environment): number | null {
  const value = environment["THRESHOLD"]?.trim();
  if (!value) return null;
  const share = toShare(value);
  if (share === null) throw invalid(`THRESHOLD ${NO_SHARE}`);
  return share;
}

/** @returns null for what is no number from 0 to 1 */
export function toShare(value: string): number | null {
  const share = Number(value);
  return share >= 0 && share <= 1 ? share : null;
}

/** How changes of the folder are seen. @throws AttacheError "config" when it is none of the modes */
export function readWatch(environment: Environment): WatchMode {
  const value = environment["WATCH"]?.trim() || "on";
  const mode = watchModes.find((known) => known === value);
  if (mode === undefined) throw invalid(`WATCH ${NO_WATCH_MODE}`);
  return mode;
}

/** @param problems each the name of a setting and what is wrong with it, never with a secret */
export function invalid(...problems: readonly string[]): AttacheError {
  return new AttacheError("config", problems.map((problem) => `${problem} (see .env.example)`).join("\n"));
}
