import type { CheckedFile, FolderCheck } from "../documents/check-folder.ts";
import { type FolderReport, leftOut } from "../documents/report.ts";
import { withoutControls } from "./controls.ts";

/** Files named of a list that is no problem. */
const MAX_NAMED = 10;

/** Prints what was made of a folder: problems first, then what was guessed. @returns lines without a newline at the end */
export function renderCheck({ files, nearDuplicates, folder }: FolderCheck): string {
  const of = (status: CheckedFile["status"]) => files.filter((file) => file.status === status);
  const read = of("read");
  const remarks = (kind: string) =>
    read.flatMap(({ file, remarks }) =>
      remarks.filter((remark) => remark.kind === kind).map(({ line, text }) => `${file}:${line}: ${text}`),
    );
  const reasons = (list: readonly CheckedFile[]) => list.map(({ file, reason }) => `${file} ${reason}`);
  const undated = read.filter(({ document }) => document?.published === null).map(({ file }) => file);
  const untitled = read.filter(({ document }) => document?.title === document?.id).map(({ file }) => file);
  const passageCount = read.reduce((sum, { document }) => sum + (document?.passageCount ?? 0), 0);
  const alike = nearDuplicates.map(
    ({ files: [a, b], similarity }) => `${a} and ${b} (${Math.round(similarity * 100)} % the same)`,
  );
  const sections = [
    section("Left out", reasons(of("left out"))),
    section("Not used of the front matter", remarks("left out")),
    section("Guessed", remarks("guessed")),
    section("Nearly the same", alike),
    section("Held back on purpose", reasons(of("withheld")), MAX_NAMED),
    section("Of kinds that are not read", otherKinds(of("other kind"))),
    section("Without a date", undated, MAX_NAMED),
    section("Without a title, named by their file", untitled, MAX_NAMED),
  ];
  const counts = [
    `${folder}: ${count(read.length, "document")} read (${formats(read)}), ${count(passageCount, "passage")}`,
    `${of("left out").length} left out`,
  ];
  return withoutControls([...sections.flat(), `${counts.join("; ")}.`].join("\n"));
}

function section(title: string, lines: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`  … and ${lines.length - most} more`] : [];
  return [`${title} (${lines.length}):`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more, ""];
}

function otherKinds(files: readonly CheckedFile[]): string[] {
  const byEnding = Map.groupBy(files, ({ file }) => /\.[^./]+$/.exec(file)?.[0].toLowerCase() ?? "without an ending");
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
