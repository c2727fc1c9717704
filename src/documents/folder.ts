import { readFile } from "node:fs/promises";
import path from "node:path";
import { AttacheError } from "../errors.ts";
import { beginsAsChat } from "./chat-days.ts";
import type { Document } from "./document.ts";
import { decodeText } from "./encoding.ts";
import { describe, type ListedFile, listFiles } from "./file-list.ts";
import { endingsRead, readerOf } from "./readers.ts";
import { type FileReport, type FolderReport, notRead } from "./report.ts";
import { toDocument } from "./to-document.ts";
import { distinguish } from "./unique-ids.ts";

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
  const { files, problems, excluded } = await listFiles(folder, exclude);
  const reports: FileReport[] = [
    ...problems.map(({ file, reason }) => notRead("left out", file, reason)),
    ...excluded.map(({ file, reason }) => notRead("withheld", file, reason)),
  ];
  const documents: Document[] = [];
  let bytes = 0;
  for (const [i, listed] of files.entries()) {
    onProgress(i, files.length);
    const { report, document } = await readListed(folder, listed, bytes);
    reports.push(report);
    if (document === null) continue;
    documents.push(document);
    bytes += listed.size;
  }
  onProgress(files.length, files.length);
  const read = distinguish(documents, reports);
  const sorted = reports.sort((a, b) => (a.file < b.file ? -1 : 1));
  if (read.length === 0) throw nothingToRead(folder, sorted);
  return { documents: read, report: { folder, files: sorted } };
}

interface Outcome {
  readonly report: FileReport;
  readonly document: Document | null;
}

/** @param bytes size of all documents before it */
async function readListed(folder: string, { file, size }: ListedFile, bytes: number): Promise<Outcome> {
  const outcome = (status: "left out" | "withheld" | "other kind", reason: string): Outcome => {
    return { report: notRead(status, file, reason), document: null };
  };
  const reader = readerOf(file);
  if (reader === null) return outcome("other kind", "is of a kind that is not read");
  if (size > MAX_FILE_BYTES) {
    return outcome(
      "left out",
      `is ${megabytes(size)}, over the ${megabytes(MAX_FILE_BYTES)} a file may have: split it`,
    );
  }
  if (bytes + size > MAX_FOLDER_BYTES) {
    return outcome("left out", `takes the folder over ${megabytes(MAX_FOLDER_BYTES)}: move some files out of it`);
  }
  try {
    const { text: raw, encoding, remarks } = decodeText(await readFile(path.join(folder, file)));
    const read = reader.read(raw);
    if (read.withheld !== null) return outcome("withheld", `is held back by its front matter (${read.withheld})`);
    const report: FileReport = {
      file,
      status: "read",
      reason: null,
      format: reader.name,
      encoding,
      titled: read.source.title !== undefined || beginsAsChat(read.blocks, read.text),
      remarks: [...remarks, ...read.remarks],
    };
    return { report, document: toDocument(file, raw, read) };
  } catch (error) {
    return outcome("left out", describe(error));
  }
}

function nothingToRead(folder: string, reports: readonly FileReport[]): AttacheError {
  const tried = reports.filter(({ status }) => status !== "other kind");
  if (tried.length > 0) {
    const lines = tried.map(({ file, reason }) => `${path.join(folder, file)} ${reason}`);
    return new AttacheError("knowledge", `The folder ${folder} holds nothing that can be read:\n${lines.join("\n")}`);
  }
  const [other] = reports;
  const found = other === undefined ? "" : ` (it holds ${reports.length} of other kinds, such as ${other.file})`;
  return new AttacheError(
    "knowledge",
    `The folder ${folder} holds no documents${found}: put ${endingsRead()} files into it, or name another with --knowledge DIR`,
  );
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
