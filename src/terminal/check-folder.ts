import path from "node:path";
import type { CheckedFile, FolderCheck } from "../documents/check-folder.ts";
import { type FolderReport, leftOut } from "../documents/report.ts";
import { withoutControls } from "./controls.ts";

/** Lines of a list that is no list of problems, and files of a folder that are named one by one. */
const MAX_LINES = 12;
const MAX_NAMED = 3;

/**
 * Prints what was made of a folder. The worst comes last, where a terminal and a CI's log end: what is left out, then
 * one line on the whole.
 *
 * @returns lines without a newline at the end
 */
export function renderCheck({ files, nearDuplicates, folder }: FolderCheck): string {
  const of = (status: CheckedFile["status"]) => files.filter((file) => file.status === status);
  const [read, out, withheld] = [of("read"), of("left out"), of("withheld")];
  const undated = read.filter(({ document }) => document?.published === null);
  const untitled = read.filter(({ titled }) => !titled);
  const alike = nearDuplicates.map(({ files: [first, ...others], similarity }) => {
    return `${first} and ${named(others, "others")} (${Math.round(similarity * 100)} %)`;
  });
  const reasons = (list: readonly CheckedFile[]) => list.map(({ file, reason }) => `${file} ${reason}`);
  const sections = [
    section("Read", read.length, cut(readLines(read))),
    section("Of kinds that are not read", of("other kind").length, cut(otherKinds(of("other kind")))),
    section("Dated otherwise than by “published”", dated(read).length, datedBy(dated(read))),
    section("Without a date", undated.length, cut(byFolder(undated, read))),
    section("Without a title, and so called by their path", untitled.length, cut(byFolder(untitled, read))),
    section("Not read on purpose", withheld.length, cut(byReason(withheld))),
    section("Nearly the same", alike.length, alike),
    remarkSection("Guessed", "guessed", read),
    remarkSection("Not used", "left out", read),
    section("Left out", out.length, reasons(out)),
  ];
  const passages = read.reduce((sum, { document }) => sum + (document?.passageCount ?? 0), 0);
  const counts = [
    `${folder}: ${count(read.length, "document")} read (${formats(read)}), ${count(passages, "passage")}`,
    ...(withheld.length === 0 ? [] : [`${withheld.length} not read on purpose`]),
    `${out.length} left out`,
  ];
  return withoutControls([...sections.flat(), `${counts.join("; ")}.`].join("\n"));
}

function section(title: string, length: number, lines: readonly string[]): string[] {
  return length === 0 ? [] : [`${title} (${length}):`, ...lines.map((line) => `  ${line}`), ""];
}

function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES - 1), `… and ${lines.length - MAX_LINES + 1} more`];
}

/** A line for each file, or for each folder where there are many. */
function readLines(read: readonly CheckedFile[]): string[] {
  const line = (name: string, files: readonly CheckedFile[]) => {
    const passages = files.reduce((sum, { document }) => sum + (document?.passageCount ?? 0), 0);
    const encodings = new Set(files.map(({ encoding }) => encoding).filter((encoding) => encoding !== "UTF-8"));
    return [`${name}: ${formats(files)}`, ...encodings, count(passages, "passage")].join(", ");
  };
  if (read.length <= MAX_LINES) {
    return read.map((file) => line(file.file, [file]).replace(": 1 ", ": "));
  }
  const groups = [...Map.groupBy(read, ({ file }) => topFolder(file))];
  // Where not all can be shown, the folders with most files are.
  if (groups.length > MAX_LINES) groups.sort(([, a], [, b]) => b.length - a.length);
  return groups.map(([name, files]) => line(name, files));
}

function topFolder(file: string): string {
  return file.includes("/") ? `${file.split("/", 1)[0]}/` : "files in the folder itself";
}

/** Files by the folder they are in: many of one folder are counted. */
function byFolder(files: readonly CheckedFile[], all: readonly CheckedFile[]): string[] {
  if (files.length === all.length && files.length > MAX_NAMED) return ["all of them"];
  const groups = Map.groupBy(files, ({ file }) => path.posix.dirname(file));
  return [...groups].flatMap(([name, list]) => {
    if (list.length <= MAX_NAMED) return list.map(({ file }) => file);
    const whole = all.filter(({ file }) => path.posix.dirname(file) === name).length === list.length;
    const [first = "", ...others] = list.map(({ file }) => file);
    if (name === "." || !whole) return [`${first} and ${named(others, "others")}`];
    return [`all ${list.length} in ${name}/`];
  });
}

function named(others: readonly string[], word: string): string {
  return others.length === 1 ? `${others[0]}` : `${others.length} ${word}, such as ${others[0]}`;
}

function byReason(files: readonly CheckedFile[]): string[] {
  const groups = Map.groupBy(files, ({ reason }) => reason);
  return [...groups].flatMap(([reason, list]) => {
    if (list.length <= MAX_NAMED) return list.map(({ file }) => `${file} ${reason}`);
    return [`${list[0]?.file} ${reason}; so are ${list.length - 1} others, such as ${list[1]?.file}`];
  });
}

/** Each remark with its place. The same remark on many files is told once. */
function remarkSection(title: string, kind: "left out" | "guessed", read: readonly CheckedFile[]): string[] {
  const places = read.flatMap(({ file, remarks }) =>
    remarks.filter((remark) => remark.kind === kind).map(({ line, text }) => ({ place: `${file}:${line}`, text })),
  );
  const groups = Map.groupBy(places, ({ text }) => text);
  const lines = [...groups].flatMap(([text, list]) => [
    ...list.slice(0, MAX_NAMED).map(({ place }) => `${place}: ${text}`),
    ...(list.length > MAX_NAMED ? [`… and in ${count(list.length - MAX_NAMED, "more place")} the same`] : []),
  ]);
  return section(title, places.length, lines);
}

function dated(read: readonly CheckedFile[]): CheckedFile[] {
  return read.filter(({ document }) => (document?.publishedFrom ?? null) !== null);
}

function datedBy(files: readonly CheckedFile[]): string[] {
  const groups = Map.groupBy(files, ({ document }) => document?.publishedFrom ?? "");
  return [...groups].map(([from, list]) => {
    const [first] = list;
    return `by ${from === "file name" ? "the file's name" : `“${from}”`}: ${list.length}, such as ${first?.file} (${first?.document?.published})`;
  });
}

function otherKinds(files: readonly CheckedFile[]): string[] {
  const byEnding = Map.groupBy(files, ({ file }) => path.posix.extname(file).toLowerCase() || "without an ending");
  return [...byEnding].map(([ending, list]) => `${ending}: ${count(list.length, "file")}, such as ${list[0]?.file}`);
}

function formats(files: readonly CheckedFile[]): string {
  const byFormat = Map.groupBy(files, ({ format }) => format ?? "");
  return [...byFormat].map(([format, list]) => `${list.length} ${format}`).join(", ");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** @returns one line on what a start left out, or null when all was read */
export function startLine(report: FolderReport): string | null {
  const out = leftOut(report);
  const others = report.files.filter(({ status }) => status === "other kind").length;
  const [first] = out;
  const read = report.files.filter(({ status }) => status === "read").length;
  if (first === undefined && others === 0) return null;
  const kinds = others === 0 ? "" : `, ${count(others, "file")} of other kinds passed over`;
  const what = `Read ${count(read, "document")} from ${report.folder}${kinds}`;
  if (first === undefined) return `${what}.`;
  const reason = out.length === 1 ? `left out ${first.file}, which ${first.reason}` : `left out ${out.length} files`;
  return `${what}; ${reason}. More: npm run check-folder ${report.folder}`;
}
