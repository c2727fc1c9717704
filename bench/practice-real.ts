import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { readFolder } from "../src/documents/folder.ts";
import { touchesPlace } from "../src/evaluation/own-questions.ts";
import { root } from "./data.ts";
import type { PracticeFolder } from "./practice-folder.ts";
import { readQuestionsFile } from "./questions-file.ts";

/** Our questions on folders that are others', a file a folder. */
const QUESTIONS = "bench/practice-real";
/** The folders themselves, whose text the repository does not hold; relative to its root. */
export const REAL_DOCUMENTS = "../practice-real";
/** What to do about a folder that is absent, or not what it was. */
export const HOW_TO_FETCH = "node bench/fetch-practice.ts";
/** So much of a SHA-256 tells versions of a file apart. */
const CHECKSUM_DIGITS = 16;
/** Files named in a message. */
const MAX_NAMED = 3;

/** UTF-16 offsets into the file's decoded text, in which a byte order mark counts. */
const place = z
  .strictObject({ file: z.string(), start: z.int().min(0), end: z.int() })
  .refine(({ start, end }) => start < end);
const question = z.strictObject({
  question: z.string(),
  wording: z.enum(["own", "other"]),
  right: z.array(place).min(1),
});
const realFile = z.strictObject({
  source: z.strictObject({
    repo: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
    commit: z.string().regex(/^[0-9a-f]{40}$/),
    paths: z.array(z.string().min(1)).min(1),
    licence: z.string(),
  }),
  answerable: z.array(question),
  unanswerable: z.array(z.string()),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)),
});

/** What the repository holds of a real folder: where it is from, questions on it, and the checksums of its files. */
export type RealFolder = z.infer<typeof realFile>;

/** Names of the real folders there are questions on, here or absent. */
export function realNames(): string[] {
  return readdirSync(root + QUESTIONS)
    .filter((file) => file.endsWith(".json"))
    .map((file) => path.basename(file, ".json"))
    .sort();
}

/** Where the documents of a real folder are to be: an absolute path. */
export function realDocuments(name: string): string {
  return path.join(root, REAL_DOCUMENTS, name);
}

/** The real folders whose documents are not on this machine. */
export const absentFolders: readonly string[] = realNames().filter((name) => !existsSync(realDocuments(name)));

/** @returns a line that says which real folders are absent and how to get them; null where none is */
export function describeAbsent(names: readonly string[] = absentFolders): string | null {
  if (names.length === 0) return null;
  return `Left out, for ${REAL_DOCUMENTS} lacks their documents: ${names.join(", ")}. ${HOW_TO_FETCH} fetches them.`;
}

/**
 * Reads the questions on a real folder.
 *
 * @param file relative to the repository's root
 * @throws Error that names the file and the entry
 */
export function readRealFile(file: string): RealFolder {
  return readQuestionsFile(file, realFile, "A real practice folder");
}

/** @throws Error that names the file and the entry */
export function readReal(name: string): RealFolder {
  return readRealFile(`${QUESTIONS}/${name}.json`);
}

/**
 * @param folder where its documents are, an absolute path
 * @throws Error when its files are not those that the questions were asked of, or a place is in none of them
 */
export async function openReal(name: string, real: RealFolder, folder: string): Promise<PracticeFolder> {
  const problem = compareFiles(folder, real.files);
  if (problem !== null) {
    const { repo, commit } = real.source;
    throw new Error(`${folder} is not ${repo} at ${commit}: it ${problem}. ${HOW_TO_FETCH} fetches it anew`);
  }
  const { documents } = await readFolder(folder);
  const lengths = new Map(documents.map(({ file, raw }) => [file, raw.length]));
  return {
    name,
    untidy: true,
    real: true,
    folder,
    documents,
    answerable: real.answerable.map(({ question, wording, right }) => {
      for (const { file, end } of right) {
        const length = lengths.get(file);
        if (length === undefined) throw new Error(`${name}: ${question}: no document is read from ${file}`);
        if (end > length) throw new Error(`${name}: ${question}: ${file} ends at ${length}, before ${end}`);
      }
      return { question, wording, isRight: (marked) => right.some((one) => touchesPlace(marked, one)) };
    }),
    unanswerable: real.unanswerable,
  };
}

/** @returns what `files` holds of a file: the first 16 hexadecimal digits of its SHA-256 */
export function checksum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, CHECKSUM_DIGITS);
}

/**
 * Compares a folder with the one that the questions were asked of. Hidden files count for nothing.
 *
 * @param files path below the folder → checksum
 * @returns what is wrong with it, as "lacks a.md; has b.md in another version"; null where nothing is
 */
export function compareFiles(folder: string, files: RealFolder["files"]): string | null {
  const there = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .filter((file) => !/(?:^|\/)\./.test(file))
    .sort();
  const lacking = Object.keys(files).filter((file) => !there.includes(file));
  const others = there.filter((file) => !Object.hasOwn(files, file));
  const changed = there.filter(
    (file) => Object.hasOwn(files, file) && checksum(readFileSync(path.join(folder, file))) !== files[file],
  );
  const problems = [
    ...(lacking.length > 0 ? [`lacks ${list(lacking)}`] : []),
    ...(changed.length > 0 ? [`has ${list(changed)} in another version`] : []),
    ...(others.length > 0 ? [`has ${list(others)} beyond its files`] : []),
  ];
  return problems.length > 0 ? problems.join("; ") : null;
}

function list(files: readonly string[]): string {
  const rest = files.length - MAX_NAMED;
  return files.slice(0, MAX_NAMED).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
