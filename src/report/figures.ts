import type { Outcome, Report } from "./report.ts";

const DAY = 86_400_000;
/** Days that are shown at the least, so that a first day does not stand alone. */
const LEAST_DAYS = 7;

/** "2026-05-03", by UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The first of the days that are told: that of the first question, a week ago at the latest, and none before `since`. */
export function firstDay(asked: number | undefined, { since, now }: { since: number; now: number }): string {
  return dayOf(Math.max(since, Math.min(asked ?? now, now - (LEAST_DAYS - 1) * DAY)));
}

/** Counts what became of questions on each day. @param asked oldest first */
export function countDays(
  asked: readonly { readonly created: number; readonly outcome: Outcome }[],
  { first, last }: { readonly first: string; readonly last: string },
): Report["days"] {
  const days = new Map<string, Record<Outcome, number>>();
  for (let day = Date.parse(first); day <= Date.parse(last); day += DAY) {
    days.set(dayOf(day), { answered: 0, unsure: 0, unanswered: 0 });
  }
  for (const { created, outcome } of asked) {
    const counts = days.get(dayOf(created));
    if (counts !== undefined) counts[outcome]++;
  }
  return [...days].map(([day, counts]) => ({ day, ...counts }));
}

/** The median and the 95th percentile, each a time that occurred: the nearest-rank method. @param times milliseconds */
export function timeOf(times: readonly number[]): Report["time"] {
  if (times.length === 0) return null;
  const sorted = times.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
  return { median: rank(0.5), p95: rank(0.95), count: sorted.length };
}
