import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { AttacheError } from "../errors.ts";
import type { Document } from "./document.ts";
import { markdown } from "./markdown.ts";
import { plainText, readPlainText } from "./plain-text.ts";
import type { ReadDocument, Reader } from "./reader.ts";

const readers: readonly Reader[] = [markdown, plainText];

/** A file beyond this is refused by its size, before it is read. The longest novels are 3 to 6 MB. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;
/** Beyond this a folder would take minutes and gigabytes to index: it is no longer this bot's kind of work. */
const MAX_FOLDER_BYTES = 128 * 1024 * 1024;

export interface Folder {
  /** In the order of their paths. */
  readonly documents: readonly Document[];
  /** Files of a format that no reader takes, by path: said, not hidden. */
  readonly skipped: readonly string[];
}

/** A document given as text, rather than as a file. */
export interface GivenDocument {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly source?: ReadDocument["source"];
}

/**
 * Reads every document below a folder. Hidden files and folders are passed over; links are followed.
 *
 * @throws AttacheError "knowledge" when the folder is missing or empty or any document cannot be read: the message
 *   has a line for each problem, naming the file and the fix. A bad file is never dropped in silence.
 */
export async function readFolder(folder: string): Promise<Folder> {
  const files = await listFiles(folder);
  const problems: string[] = [];
  const documents: Document[] = [];
  const skipped: string[] = [];
  let bytes = 0;
  for (const { file, stats } of files) {
    const reader = readers.find(({ extensions }) => extensions.includes(path.extname(file).toLowerCase()));
    if (reader === undefined) {
      skipped.push(file);
      continue;
    }
    bytes += stats.size;
    try {
      if (stats.size > MAX_FILE_BYTES) {
        throw new Error(`is ${megabytes(stats.size)}, over the ${megabytes(MAX_FILE_BYTES)} a file may have: split it`);
      }
      if (bytes > MAX_FOLDER_BYTES) {
        throw new Error(`takes the folder over ${megabytes(MAX_FOLDER_BYTES)}: move some files out of it`);
      }
      documents.push(toDocument(file, reader.read(await readFile(path.join(folder, file)))));
    } catch (error) {
      problems.push(`${path.join(folder, file)} ${describe(error)}`);
    }
  }
  problems.push(...findSharedIds(documents, folder));
  if (problems.length > 0) throw new AttacheError("knowledge", problems.join("\n"));
  if (documents.length === 0) {
    const found = skipped.length > 0 ? ` (it holds ${skipped.length} of other kinds, such as ${skipped[0]})` : "";
    throw new AttacheError(
      "knowledge",
      `The folder ${folder} holds no documents${found}: put .md or .txt files into it, or name another with --knowledge DIR`,
    );
  }
  return { documents, skipped };
}

/** @throws AttacheError "knowledge" when a document is empty or two share an id */
export function toDocuments(given: readonly GivenDocument[]): Document[] {
  const problems: string[] = [];
  const documents: Document[] = [];
  for (const { id, title, text, source } of given) {
    try {
      const read = readPlainText(text, title ?? source?.title ?? id);
      documents.push(toDocument(id, { ...read, source: { ...source, ...read.source, id } }));
    } catch (error) {
      problems.push(`The document "${id}" ${describe(error)}`);
    }
  }
  problems.push(...findSharedIds(documents, ""));
  if (documents.length === 0 && problems.length === 0) problems.push("No documents were given: pass at least one");
  if (problems.length > 0) throw new AttacheError("knowledge", problems.join("\n"));
  return documents;
}

function toDocument(file: string, read: ReadDocument): Document {
  if (read.blocks.length === 0) throw new Error("holds no text to answer from: write some, or remove it");
  const id = read.source.id ?? file.replace(/\.[^./]+$/, "");
  const { title = id, publisher = null, author = null, published = null, url = null, note = null } = read.source;
  const sha256 = createHash("sha256").update(read.text).digest("hex");
  const source = { id, title, publisher, author, published, url, note };
  return { source, file, text: read.text, plain: read.plain, blocks: read.blocks, sha256 };
}

async function listFiles(folder: string): Promise<{ file: string; stats: Stats }[]> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new AttacheError("knowledge", `${folder} is a file: name the folder it is in with --knowledge DIR`);
    }
    const files: { file: string; stats: Stats }[] = [];
    await walk(folder, "", new Set(), files);
    return files.sort((a, b) => (a.file < b.file ? -1 : 1));
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError("knowledge", `${folder} ${describe(error)}`, { cause: error });
  }
}

async function walk(root: string, below: string, seen: Set<string>, files: { file: string; stats: Stats }[]) {
  const folder = path.join(root, below);
  const real = await naming(folder, realpath(folder));
  if (seen.has(real)) return;
  seen.add(real);
  for (const name of await naming(folder, readdir(folder))) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const file = below === "" ? name : `${below}/${name}`;
    const stats = await naming(path.join(root, file), stat(path.join(root, file)));
    if (stats.isDirectory()) await walk(root, file, seen, files);
    else if (stats.isFile()) files.push({ file, stats });
  }
}

/** Lets a failure name the very place below the folder. */
async function naming<T>(place: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = code === "ENOENT" ? "is a link to nothing: mend it, or remove it" : describe(error);
    throw new AttacheError("knowledge", `${place} ${problem}`, { cause: error });
  }
}

function findSharedIds(documents: readonly Document[], folder: string): string[] {
  const byId = Map.groupBy(documents, (document) => document.source.id.toLowerCase());
  return [...byId.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const files = group.map((document) => path.join(folder, document.file)).join(" and ");
      return `${files} share the id "${group[0]?.source.id}": rename one, or give it an "id:" in its front matter`;
    });
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "does not exist: check the path, or name another folder with --knowledge DIR";
  if (code === "EACCES" || code === "EPERM") return "may not be read: give the bot's user read permission";
  if (code === undefined) return message;
  return `cannot be read (${code}): check it, or move it out of the folder`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
