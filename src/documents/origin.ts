import { AttacheError } from "../errors.ts";
import type { Span } from "../text/span.ts";
import { decodeRun } from "./decode.ts";

/**
 * How a run of display text comes from the file: its very characters; what they stand for (an entity, a line break
 * that is shown as a space, an emoji's short name); or nothing of the file, a mark of ours between two pieces.
 */
export type RunKind = "copied" | "decoded" | "inserted";

/** A run of display text, and its place in the file. Offsets are UTF-16 code units, ends exclusive. */
export interface Run extends Span {
  readonly kind: RunKind;
  /** Place in the file's text; for "inserted" both are where the file goes on. */
  readonly from: number;
  readonly to: number;
  /** Whether it is repeated from elsewhere, as a table's column head is in each row: it does not say where the run stands. */
  readonly borrowed: boolean;
}

/** What may stand between two pieces without being the file's. */
export const INSERTED = /^[\s·:]*$/;

/** Leads display text to the file it was made from. */
export class Origin {
  /** In the order of the text: together they hold all of it. */
  readonly runs: readonly Run[];

  constructor(runs: readonly Run[]) {
    this.runs = runs;
  }

  /** The runs that a span of the text touches. */
  *within({ start, end }: Span): Generator<Run> {
    for (let i = this.#first(start); i < this.runs.length; i++) {
      const run = this.runs[i] as Run;
      if (run.start >= end) return;
      yield run;
    }
  }

  /** @returns the place in the file that a span of the text comes from: from its first to its last character there */
  locate(span: Span): Span {
    let [from, to] = [Number.POSITIVE_INFINITY, -1];
    let elsewhere: Span | null = null;
    for (const run of this.within(span)) {
      if (run.kind === "inserted") continue;
      const { start, end } = place(run, span);
      if (run.borrowed) {
        elsewhere ??= { start, end };
        continue;
      }
      from = Math.min(from, start);
      to = Math.max(to, end);
    }
    if (to !== -1) return { start: from, end: to };
    return elsewhere ?? { start: 0, end: 0 };
  }

  /**
   * Holds a span of the display text against the file, run by run.
   *
   * @throws AttacheError "integrity" when a run is not what stands in the file, which would be a fault of ours
   */
  verify(text: string, raw: string, span: Span, file: string): void {
    for (const run of this.within(span)) {
      const shown = text.slice(run.start, run.end);
      const there = raw.slice(run.from, run.to);
      const same =
        run.kind === "copied"
          ? shown === there
          : run.kind === "decoded"
            ? shown === decodeRun(there)
            : INSERTED.test(shown);
      if (!same) {
        const where = `${run.from}–${run.to}`;
        throw new AttacheError("integrity", `A quote is not what ${file} says at ${where}: nothing is shown`);
      }
    }
  }

  /** Position of the run that holds an offset of the text. */
  #first(offset: number): number {
    let [low, high] = [0, this.runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runs[middle] as Run).start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The part of a run's place that a span of the text covers: a decoded run is one piece. */
function place(run: Run, { start, end }: Span): Span {
  if (run.kind !== "copied") return { start: run.from, end: run.to };
  return { start: run.from + Math.max(0, start - run.start), end: run.to - Math.max(0, run.end - end) };
}
