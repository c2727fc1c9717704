import path from "node:path";
import { howToRun } from "../checkout.ts";
import type { CheckedFile, FolderCheck } from "../documents/check-folder.ts";
import { type FolderReport, keptFiles, leftOut } from "../documents/report.ts";
import { withoutControls } from "./controls.ts";

/** Files, or places of problems, that are all named; of more the groups are. */
const MAX_NAMED = 20;
/** Groups that are shown, and files of one that are named. */
const MAX_GROUPS = 12;
const MAX_IN_GROUP = 3;

export interface CheckOptions {
  /** Whether every file is named, however many there are. */
  readonly verbose?: boolean;
}

/**
 * Prints what was made of a folder. The worst comes last, where a terminal and a CI's log end: what is left out, then
 * one line on the whole.
 *
 * @returns lines without a newline at the end
 */
export function renderCheck(
  { files, nearDuplicates, folder }: FolderCheck,
  { verbose = false }: CheckOptions = {},
): string {
  const all = verbose ? Number.POSITIVE_INFINITY : MAX_NAMED;
  const of = (status: CheckedFile["status"]) => files.filter((file) => file.status === status);
  const [read, out, withheld, others] = [of("read"), of("left out"), of("withheld"), of("other kind")];
  const undated = read.filter(({ document }) => document?.published === null);
  const untitled = read.filter(({ titled }) => !titled);
  const list = (title: string, found: readonly CheckedFile[], each: EachFile, groups: Groups) =>
    section(title, found.length, found.length <= all ? found.map(each) : cut(groups(found)));
  const name: EachFile = ({ file }) => file;
  const withReason: EachFile = ({ file, reason }) => `${file} ${reason}`;
  const sections = [
    list("Read", read, (file) => readLine(file.file, [file]).replace(": 1 ", ": "), readGroups),
    section("Of kinds that are not read", others.length, cut(otherKinds(others, all))),
    list("Dated otherwise than by “published”", read.filter(isDatedOtherwise), dateOf, byDate),
    list("Without a date", undated, name, (found) => byFolder(found, read)),
    list("Without a title, and so called by their path", untitled, name, (found) => byFolder(found, read)),
    list("Not read on purpose", withheld, withReason, byReason),
    section(
      "Nearly the same",
      nearDuplicates.length,
      nearDuplicates.map((group) => alike(group, all)),
    ),
    remarkSection("Guessed", "guessed", read, all),
    remarkSection("Not used", "left out", read, all),
    section("Left out", out.length, out.map(withReason)),
  ];
  const passages = read.reduce((sum, { document }) => sum + (document?.passageCount ?? 0), 0);
  const counts = [
    `${folder}: ${count(read.length, "document")} read (${formats(read)}), ${count(passages, "passage")}`,
    ...(withheld.length === 0 ? [] : [`${withheld.length} not read on purpose`]),
    `${out.length} left out`,
  ];
  return withoutControls([...sections.flat(), `${counts.join("; ")}.`].join("\n"));
}

type EachFile = (file: CheckedFile) => string;
type Groups = (files: readonly CheckedFile[]) => readonly string[];

function section(title: string, length: number, lines: readonly string[]): string[] {
  return length === 0 ? [] : [`${title} (${length}):`, ...lines.map((line) => `  ${line}`), ""];
}

function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= MAX_GROUPS) return lines;
  return [...lines.slice(0, MAX_GROUPS - 1), `… and ${lines.length - MAX_GROUPS + 1} more`];
}

function readLine(name: string, files: readonly CheckedFile[]): string {
  const passages = files.reduce((sum, { document }) => sum + (document?.passageCount ?? 0), 0);
  const encodings = new Set(
    files.map(({ encoding }) => encoding).filter((encoding) => encoding !== null && encoding !== "UTF-8"),
  );
  return [`${name}: ${formats(files)}`, ...encodings, count(passages, "passage")].join(", ");
}

/** A line for each folder. */
function readGroups(read: readonly CheckedFile[]): string[] {
  const groups = [...Map.groupBy(read, ({ file }) => topFolder(file))];
  // Where not all can be shown, the folders with most files are.
  if (groups.length > MAX_GROUPS) groups.sort(([, a], [, b]) => b.length - a.length);
  return groups.map(([name, files]) => readLine(name, files));
}

function topFolder(file: string): string {
  return file.includes("/") ? `${file.split("/", 1)[0]}/` : "files in the folder itself";
}

/** Files by the folder they are in: many of one folder are counted. */
function byFolder(files: readonly CheckedFile[], all: readonly CheckedFile[]): string[] {
  if (files.length === all.length) return ["all of them"];
  const groups = Map.groupBy(files, ({ file }) => path.posix.dirname(file));
  return [...groups].flatMap(([name, list]) => {
    if (list.length <= MAX_IN_GROUP) return list.map(({ file }) => file);
    const whole = all.filter(({ file }) => path.posix.dirname(file) === name).length === list.length;
    if (name === "." || !whole) return [firstAndOthers(list.map(({ file }) => file))];
    return [`all ${list.length} in ${name}/`];
  });
}

/** @param files more than two */
function firstAndOthers([first = "", ...others]: readonly string[]): string {
  return `${first} and ${others.length} others, such as ${others[0]}`;
}

function alike({ files, similarity }: FolderCheck["nearDuplicates"][number], all: number): string {
  const named = files.length > all ? firstAndOthers(files) : `${files.slice(0, -1).join(", ")} and ${files.at(-1)}`;
  return `${named} (${Math.round(similarity * 100)} %)`;
}

function byReason(files: readonly CheckedFile[]): string[] {
  const groups = Map.groupBy(files, ({ reason }) => reason);
  return [...groups].flatMap(([reason, list]) => {
    if (list.length <= MAX_IN_GROUP) return list.map(({ file }) => `${file} ${reason}`);
    return [`${list[0]?.file} ${reason}; so are ${list.length - 1} others, such as ${list[1]?.file}`];
  });
}

/** Each remark with its place, by file and, where it has lines, line. Of very many, the same on several files is told once. */
function remarkSection(
  title: string,
  kind: "left out" | "guessed",
  read: readonly CheckedFile[],
  all: number,
): string[] {
  const places = read.flatMap(({ file, remarks }) =>
    remarks
      .filter((remark) => remark.kind === kind)
      .sort((a, b) => a.line - b.line)
      .map(({ line, text }) => ({ place: line === 0 ? file : `${file}:${line}`, text })),
  );
  if (places.length <= all) {
    return section(
      title,
      places.length,
      places.map(({ place, text }) => `${place}: ${text}`),
    );
  }
  const groups = Map.groupBy(places, ({ text }) => text);
  const lines = [...groups].flatMap(([text, list]) => [
    ...list.slice(0, MAX_IN_GROUP).map(({ place }) => `${place}: ${text}`),
    ...(list.length > MAX_IN_GROUP ? [`… and in ${count(list.length - MAX_IN_GROUP, "more place")} the same`] : []),
  ]);
  return section(title, places.length, lines);
}

function isDatedOtherwise({ document }: CheckedFile): boolean {
  return (document?.publishedFrom ?? null) !== null;
}

function dateOf({ file, document }: CheckedFile): string {
  return `${file}: ${document?.published}, by ${dateField(document?.publishedFrom ?? "")}`;
}

function dateField(from: string): string {
  if (from === "file name") return "the file's name";
  return from.startsWith("last line") ? `its ${from}` : `“${from}”`;
}

function byDate(files: readonly CheckedFile[]): string[] {
  const groups = Map.groupBy(files, ({ document }) =>
    (document?.publishedFrom ?? "").replace(/^last line.*/, "last line"),
  );
  return [...groups].flatMap(([from, list]) => {
    if (list.length <= MAX_IN_GROUP) return list.map(dateOf);
    const [first] = list;
    return [`by ${dateField(from)}: ${list.length}, such as ${first?.file} (${first?.document?.published})`];
  });
}

function otherKinds(files: readonly CheckedFile[], all: number): string[] {
  const byEnding = Map.groupBy(files, ({ file }) => path.posix.extname(file).toLowerCase() || "without an ending");
  return [...byEnding].map(([ending, list]) => {
    if (files.length <= all || list.length === 1) return `${ending}: ${list.map(({ file }) => file).join(", ")}`;
    return `${ending}: ${count(list.length, "file")}, such as ${list[0]?.file}`;
  });
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
  const kept = keptFiles(report);
  if (first === undefined && others === 0 && kept.length === 0) return null;
  const kinds = others === 0 ? "" : `, ${count(others, "file")} of other kinds passed over`;
  const before = kept.length === 0 ? "" : `, ${kept.map(({ file }) => file).join(", ")} served as before`;
  const what = `Read ${count(read, "document")} from ${report.folder}${kinds}${before}`;
  if (first === undefined) return `${what}.`;
  const reason = out.length === 1 ? `left out ${first.file}, which ${first.reason}` : `left out ${out.length} files`;
  return `${what}; ${reason}. More: ${howToRun("check-folder")} ${quoted(report.folder)}`;
}

/** A path as a POSIX shell takes it for one word and no option. */
function quoted(place: string): string {
  const word = place.startsWith("-") ? `./${place}` : place;
  return /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
