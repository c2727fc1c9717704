import type { Figure } from "./bootstrap.ts";

/** A table as it is printed. */
export interface Table {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a reader must know to read it. */
  readonly notes?: readonly string[];
}

/** @returns the table as Markdown, its columns aligned */
export function renderTable({ title, header, rows, notes = [] }: Table): string {
  const widths = header.map((name, i) => Math.max(3, name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => pad(cells[i] ?? "", width, i > 0)).join(" | ")} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  const body = [line(header), rule, ...rows.map(line)].join("\n");
  return [`## ${title}`, body, ...notes].join("\n\n");
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}

/** A share in percent, such as "82.3 (80.4–84.2)". */
export function percent({ value, low, high }: Figure): string {
  const show = (share: number) => (share * 100).toFixed(1);
  return `${show(value)} (${show(low)}–${show(high)})`;
}

/** A value from 0 to 1, such as ".876 (.861–.890)". */
export function decimal({ value, low, high }: Figure): string {
  return `${short(value)} (${short(low)}–${short(high)})`;
}

/** Times as much, such as "0.73× (0.70–0.76)". */
export function ratio({ value, low, high }: Figure): string {
  return `${value.toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`;
}

export function short(value: number): string {
  return value.toFixed(3).replace(/^0(?=\.)/, "");
}
