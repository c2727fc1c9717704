import type { Document } from "./document.ts";
import type { FileReport } from "./report.ts";
import { citedAs } from "./stored/stored-document.ts";

/**
 * Gives documents that share an id one each, by their path; what they are called otherwise stays.
 *
 * @param reports takes a remark for each that was renamed
 */
export function distinguish(documents: readonly Document[], reports: FileReport[]): Document[] {
  const byId = Map.groupBy(documents, ({ source }) => source.id.toLowerCase());
  const taken = new Set([...byId].filter(([, group]) => group.length === 1).map(([id]) => id));
  return documents.map((document) => {
    const { source, file } = document;
    if (byId.get(source.id.toLowerCase())?.length === 1) return document;
    // The path without its ending where that is free, else the whole path, which is one file's alone.
    const short = file.replace(/\.[^./]+$/, "");
    const free = !taken.has(short.toLowerCase()) && !byId.has(short.toLowerCase());
    const id = free ? short : unused(file, taken);
    taken.add(id.toLowerCase());
    const at = reports.findIndex((report) => report.file === file);
    const report = reports[at];
    if (report !== undefined) {
      const others = byId.get(source.id.toLowerCase())?.filter((other) => other !== document) ?? [];
      const names = others.map((other) => other.file).join(" and ");
      const text = `its id "${source.id}" is that of ${names} too, so it is called "${id}": give it an id of its own`;
      reports[at] = {
        ...report,
        remarks: [...report.remarks, { kind: "guessed", text, line: report.encoding === null ? 0 : 1 }],
      };
    }
    return citedAs(document, { ...source, id });
  });
}

/** Paths that differ in case alone are told apart by a number. */
function unused(file: string, taken: ReadonlySet<string>): string {
  let id = file;
  for (let n = 2; taken.has(id.toLowerCase()); n++) id = `${file}-${n}`;
  return id;
}
