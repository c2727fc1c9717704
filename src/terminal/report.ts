import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { AttacheError } from "../errors.ts";
import type { Knowledge } from "../index.ts";
import { reportCsv } from "../report/csv.ts";
import { makeReport } from "../report/make-report.ts";
import { reportPage } from "../report/page.ts";
import { openSqliteStore } from "../store/sqlite.ts";

export interface WriteReportOptions {
  /** File of the store. */
  readonly store: string;
  readonly open: () => Promise<Knowledge>;
  readonly format: "page" | "csv" | "json";
  /** The file to write; undefined for report.html, or for nowhere what is no page. */
  readonly out: string | undefined;
  readonly days: number;
  readonly withPeople: boolean;
  readonly withPrivate: boolean;
}

const PAGE = "report.html";

/**
 * Writes what was asked on Discord and Slack into one file.
 *
 * @returns what to print: where the file is, or the text itself where there is none
 * @throws AttacheError "store" when there is no store, or it cannot be read
 * @throws AttacheError "usage" when the file cannot be written
 */
export async function writeReport(options: WriteReportOptions): Promise<string> {
  const { store: file, open, format, out, ...rest } = options;
  if (!existsSync(file)) {
    throw new AttacheError(
      "store",
      `There is no store ${file}: it begins with the first question on Discord or Slack. Where it is elsewhere, name it in STORE`,
    );
  }
  const store = await openSqliteStore(file).catch((error: unknown) => {
    const { message } = error as Error;
    throw new AttacheError("store", `The store ${file} cannot be read: ${message}`, { cause: error });
  });
  try {
    const report = await makeReport({ store, knowledge: await open(), ...rest });
    const text =
      format === "page" ? reportPage(report) : format === "csv" ? reportCsv(report) : JSON.stringify(report, null, 2);
    if (out === undefined && format !== "page") return text.trimEnd();
    const place = path.resolve(out ?? PAGE);
    // It is made of what people asked: nobody else's account is to read that.
    await writeFile(place, text, { mode: 0o600 }).catch((error: unknown) => {
      const { message } = error as Error;
      throw new AttacheError("usage", `Cannot write ${place}: ${message}. Name another file with --out`);
    });
    return place;
  } finally {
    await store.close();
  }
}
