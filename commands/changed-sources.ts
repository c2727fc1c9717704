import type { SourceSummary } from "../src/answering/knowledge.ts";
import { readDate } from "../src/documents/publication-date.ts";
import { formatDate } from "../src/replies/citation.ts";

/** From when on what has changed is wanted. */
export interface Since {
  /** Epoch milliseconds. */
  readonly time: number;
  /** "the bot was started", "3 May 2024": behind the word “since”. */
  readonly words: string;
}

const DAY = 24 * 60 * 60 * 1_000;
const SPANS: Readonly<Record<string, number>> = { day: DAY, week: 7 * DAY, month: 30 * DAY };

/**
 * Reads "new" and "since 2024-05-03", "since yesterday", "changed since 2 weeks ago". Days are those of UTC.
 *
 * @param started when this program was, in epoch milliseconds
 * @returns null for whatever else somebody may look for among the sources; "no date" where there is a "since" with none
 */
export function readSince(typed: string, now: number, started: number): Since | "no date" | null {
  const text = typed.trim().toLowerCase();
  if (/^(?:new|changed|changes|what(?:['’]s| is) new)\??$/.test(text)) {
    return { time: started, words: "the bot was started" };
  }
  const [, written] = /^(?:(?:what(?:['’]s| is) )?(?:new|changed|changes) )?since (.+?)\??$/.exec(text) ?? [];
  if (written === undefined) return null;
  const time = timeOf(written, now);
  return time === null ? "no date" : { time, words: formatDate(new Date(time).toISOString().slice(0, 10)) };
}

function timeOf(written: string, now: number): number | null {
  const today = now - (now % DAY);
  if (written === "today") return today;
  if (written === "yesterday") return today - DAY;
  const [, number, unit = ""] = /^(?:(\d{1,3}|an?|one|the last) )?(day|week|month)s?(?: ago)?$/.exec(written) ?? [];
  if (unit !== "") return today - (Number(number) || 1) * (SPANS[unit] as number);
  const iso = readDate(written);
  // A date that two people read differently is asked for again.
  return iso === null || iso === "ambiguous" ? null : Date.parse(iso);
}

/** The sources whose text is new or another since then, the last one first. */
export function changedSince<S extends SourceSummary>(sources: readonly S[], { time }: Since): S[] {
  const changed = sources.filter(({ changed }) => changed !== null && changed >= time);
  return changed.sort((a, b) => (b.changed ?? 0) - (a.changed ?? 0));
}

/** When the last of the sources changed, in epoch milliseconds; null where that is not known. */
export function lastChange(sources: readonly SourceSummary[]): number | null {
  const times = sources.flatMap(({ changed }) => changed ?? []);
  return times.length === 0 ? null : times.reduce((last, time) => Math.max(last, time));
}

/** "3 May 2024, 14:05 UTC" */
export function formatTime(time: number): string {
  const iso = new Date(time).toISOString();
  return `${formatDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}
