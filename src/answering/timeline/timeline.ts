import type { Index } from "../../search/build-index.ts";
import type { Agreement, Excerpt } from "../answer.ts";
import { sentenceExcerpt } from "../sentence-excerpt.ts";
import { collect } from "../turns.ts";
import { readScope, type TimelineScope } from "./about.ts";
import { byTime, groupHappenings, type Told } from "./group.ts";
import { findHappenings } from "./happenings.ts";
import type { ResolvedDate } from "./resolve-date.ts";

export interface TimelineOptions {
  /** A date, a span of time, words, or both: "29 December", "Friday", "the school in 2016". */
  readonly about?: string | undefined;
  /** Entries to pass over. */
  readonly from?: number;
  /** Entries at the most. */
  readonly limit?: number;
}

/** What was on a date, in a source's words, and what other sources say of it. */
export interface TimelineEntry {
  readonly date: ResolvedDate;
  readonly excerpt: Excerpt;
  readonly agreement: readonly Agreement[];
}

/** A part of what the documents date, in order of time. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** Entries that there are of what was asked about. */
  readonly count: number;
  /** Of all entries of the documents: how many, and the dates of the first and the last. */
  readonly all: { readonly count: number; readonly first: ResolvedDate | null; readonly last: ResolvedDate | null };
  readonly scope: TimelineScope;
}

/** All that an index dates, in order of time, to take parts of. */
export class Chronicle {
  readonly #index: Index;
  readonly #told: readonly Told[];

  private constructor(index: Index, told: readonly Told[]) {
    this.#index = index;
    this.#told = told;
  }

  /**
   * Reads all documents, a few at a time: whoever else asks something is answered in between.
   *
   * @throws AttacheError "integrity" when a sentence is not the document's own words, which would be a fault of ours
   */
  static async open(index: Index): Promise<Chronicle> {
    const happenings = await collect(findHappenings(index));
    const told = await collect(groupHappenings(index, happenings));
    return new Chronicle(index, told.sort(byTime));
  }

  /** @throws AttacheError "integrity" when a quote is not the document's own words, which would be a fault of ours */
  tell({ about, from = 0, limit = Number.POSITIVE_INFINITY }: TimelineOptions): Timeline {
    const { counted, missing, terms, filter } = readScope(this.#index, about ?? "");
    const told = filter(this.#told);
    return {
      entries: told.slice(from, from + limit).map((happening) => ({
        date: happening.date,
        excerpt: sentenceExcerpt(this.#index, happening, terms ?? []),
        agreement: happening.agreement,
      })),
      count: told.length,
      all: { count: this.#told.length, first: this.#told[0]?.date ?? null, last: this.#told.at(-1)?.date ?? null },
      scope: { counted, missing },
    };
  }
}
