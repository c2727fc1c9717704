import type { Report } from "./report.ts";

const COLUMNS = [
  "part",
  "day",
  "question",
  "document",
  "asked",
  "answered",
  "unsure",
  "unanswered",
  "up",
  "down",
  "now",
  "nearest",
  "place",
  "median_ms",
  "p95_ms",
  "people",
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

/**
 * The report as one table, as RFC 4180 has it: `part` says what a row tells of, "total", "day", "question" (one group of
 * those without an answer; its other wordings follow as "wording"), "voted down" or "document". A cell that a spreadsheet would take for a formula begins with an
 * apostrophe: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function reportCsv(report: Report): string {
  const { totals, time, votes } = report;
  const { asked, answered, unsure, unanswered } = totals;
  const times = { median_ms: time?.median ?? null, p95_ms: time?.p95 ?? null };
  const rows: Row[] = [{ part: "total", asked, answered, unsure, unanswered, ...votes, ...times }];
  for (const day of report.days) rows.push({ part: "day", ...day });
  for (const { question, others, count, unsure: some, last, now, nearest, people } of report.unanswered) {
    const found = {
      nearest: nearest?.text ?? null,
      document: nearest?.document ?? null,
      place: nearest?.place ?? null,
    };
    const counts = { asked: count, unsure: some, unanswered: count - some };
    rows.push({ part: "question", day: last, question, ...counts, now, ...found, people: people?.join("; ") ?? null });
    for (const other of others) rows.push({ part: "wording", question: other });
  }
  for (const { question, votes: down, document, last, people } of report.votedDown) {
    rows.push({ part: "voted down", day: last, question, document, down, people: people?.join("; ") ?? null });
  }
  for (const { id, answered: count, up, down } of report.documents) {
    rows.push({ part: "document", document: id, answered: count, up, down });
  }
  const lines = [COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(","))];
  return `${lines.join("\r\n")}\r\n`;
}

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
