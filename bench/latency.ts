/** What every platform is measured with: askings that do not count, askings that do, and what is asked in turn. */
export const WARM_UP = 50;
export const RUNS = 300;
export const questions = [
  "who proposed expelling 35 diplomats",
  "what did Putin decide about American diplomats",
  "who is Petro",
];

/** Median and 95th percentile, in milliseconds. */
export interface Latency {
  readonly what: string;
  readonly median: number;
  readonly p95: number;
  /** The most that the median may be. */
  readonly goal: number;
}

/** @param times milliseconds, in any order */
export function percentiles(times: readonly number[]): Pick<Latency, "median" | "p95"> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

/** A table of latencies, a line each. */
export function latencyTable(latencies: readonly Latency[]): string {
  const rows = latencies.map(({ what, median, p95, goal }) => [
    what,
    median.toFixed(1),
    p95.toFixed(1),
    String(goal),
    median <= goal ? "yes" : "NO",
  ]);
  const table = [["Milliseconds", "median", "95 %", "goal", "held"], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return table.map((row) => row.map(pad).join("  ")).join("\n");
}
