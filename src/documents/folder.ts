import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { AttacheError } from "../errors.ts";
import type { Document, Source } from "./document.ts";
import { decodeText } from "./encoding.ts";
import { describe, listFiles } from "./file-list.ts";
import { html } from "./html.ts";
import { readIgnoreRules } from "./ignore-rules.ts";
import { markdown, mdx } from "./markdown.ts";
import { plainText, readPlainText } from "./plain-text.ts";
import { dateOfFileName } from "./publication-date.ts";
import type { ReadDocument, Reader } from "./reader.ts";
import type { FileReport, FolderReport } from "./report.ts";
import { distinguish } from "./unique-ids.ts";

const readers: readonly Reader[] = [markdown, mdx, html, plainText];

/** A file beyond this is left out by its size, before it is read. The longest novels are 3 to 6 MB. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;
/** Beyond this a folder would take minutes and gigabytes to index: it is no longer this bot's kind of work. */
const MAX_FOLDER_BYTES = 128 * 1024 * 1024;

export interface Folder {
  /** In the order of their paths. */
  readonly documents: readonly Document[];
  readonly report: FolderReport;
}

export interface FolderOptions {
  /** Files to leave out, in the syntax of .gitignore. */
  readonly exclude?: readonly string[];
  /** Told how many files of how many were read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A document given as text, rather than as a file. */
export interface GivenDocument {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly source?: ReadDocument["source"];
}

type Outcome = Pick<FileReport, "status" | "reason" | "format" | "remarks">;

/**
 * Reads every document below a folder. Hidden files and folders are passed over; links are followed. A file that cannot
 * be read is left out, and the report says why: it never takes the others with it.
 *
 * @throws AttacheError "knowledge" when the folder is missing or holds nothing that can be read
 */
export async function readFolder(
  folder: string,
  { exclude = [], onProgress = () => {} }: FolderOptions = {},
): Promise<Folder> {
  const { files, problems } = await listFiles(folder);
  const isIgnored = await readIgnoreRules(folder, exclude);
  const reports: FileReport[] = problems.map(({ file, reason }) => ({ file, ...failed(reason) }));
  const documents: Document[] = [];
  let bytes = 0;
  for (const [i, { file, size }] of files.entries()) {
    onProgress(i, files.length);
    const reader = readers.find(({ extensions }) => extensions.includes(path.extname(file).toLowerCase()));
    if (isIgnored(file)) {
      reports.push({ file, ...withheld("is excluded by .attacheignore or EXCLUDE") });
    } else if (reader === undefined) {
      reports.push({ file, status: "other kind", reason: "is of a kind that is not read", format: null, remarks: [] });
    } else if (size > MAX_FILE_BYTES) {
      const limit = megabytes(MAX_FILE_BYTES);
      reports.push({ file, ...failed(`is ${megabytes(size)}, over the ${limit} a file may have: split it`) });
    } else if (bytes + size > MAX_FOLDER_BYTES) {
      const limit = megabytes(MAX_FOLDER_BYTES);
      reports.push({ file, ...failed(`takes the folder over ${limit}: move some files out of it`) });
    } else {
      bytes += size;
      reports.push({ file, ...(await readOne(path.join(folder, file), file, reader, documents)) });
    }
  }
  onProgress(files.length, files.length);
  const read = distinguish(documents, reports);
  if (read.length === 0) throw nothingToRead(folder, reports);
  const sorted = reports.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { documents: read, report: { folder, files: sorted } };
}

async function readOne(place: string, file: string, reader: Reader, documents: Document[]): Promise<Outcome> {
  try {
    const { text: raw, remarks } = decodeText(await readFile(place));
    const read = reader.read(raw);
    if (read.withheld !== null) return withheld(`is held back by its front matter (${read.withheld})`);
    const document = toDocument(file, raw, read);
    documents.push(document);
    return { status: "read", reason: null, format: reader.name, remarks: [...remarks, ...read.remarks] };
  } catch (error) {
    return failed(describe(error));
  }
}

function failed(reason: string): Outcome {
  return { status: "left out", reason, format: null, remarks: [] };
}

function withheld(reason: string): Outcome {
  return { status: "withheld", reason, format: null, remarks: [] };
}

function nothingToRead(folder: string, reports: readonly FileReport[]): AttacheError {
  const tried = reports.filter(({ status }) => status === "left out" || status === "withheld");
  if (tried.length > 0) {
    const lines = tried.map(({ file, reason }) => `${path.join(folder, file)} ${reason}`);
    return new AttacheError("knowledge", `The folder ${folder} holds nothing that can be read:\n${lines.join("\n")}`);
  }
  const [other] = reports;
  const found = other === undefined ? "" : ` (it holds ${reports.length} of other kinds, such as ${other.file})`;
  return new AttacheError(
    "knowledge",
    `The folder ${folder} holds no documents${found}: put .md, .html or .txt files into it, or name another with --knowledge DIR`,
  );
}

/** @throws AttacheError "knowledge" when a document is empty or two share an id */
export function toDocuments(given: readonly GivenDocument[]): Document[] {
  const problems: string[] = [];
  const documents: Document[] = [];
  for (const { id, title, text, source } of given) {
    try {
      const read = readPlainText(text, title ?? source?.title ?? id);
      documents.push(toDocument(id, text, { ...read, source: { ...source, ...read.source, id } }));
    } catch (error) {
      problems.push(`The document "${id}" ${describe(error)}`);
    }
  }
  for (const group of Map.groupBy(documents, ({ source }) => source.id.toLowerCase()).values()) {
    if (group.length === 1) continue;
    const names = group.map(({ file }) => file).join(" and ");
    problems.push(`${names} share the id "${group[0]?.source.id}": rename one, or give it another id`);
  }
  if (documents.length === 0 && problems.length === 0) problems.push("No documents were given: pass at least one");
  if (problems.length > 0) throw new AttacheError("knowledge", problems.join("\n"));
  return documents;
}

function toDocument(file: string, raw: string, { text, origin, blocks, source: given }: ReadDocument): Document {
  if (!blocks.some(({ kind }) => kind !== "heading")) {
    throw new Error("holds no text to answer from: write some, or remove it");
  }
  const id = given.id ?? file.replace(/\.[^./]+$/, "");
  const dated = given.published ?? null;
  const named = dated === null ? dateOfFileName(file) : null;
  const source: Source = {
    id,
    title: given.title ?? id,
    publisher: given.publisher ?? null,
    author: given.author ?? null,
    published: dated ?? named,
    publishedFrom: named === null ? (given.publishedFrom ?? null) : "file name",
    url: given.url ?? null,
    note: given.note ?? null,
  };
  const sha256 = createHash("sha256").update(raw).digest("hex");
  return { source, file, raw, sha256, text, origin, blocks };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
