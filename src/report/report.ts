/** What became of a question: "unsure" where the documents may say, though too unsurely to count as an answer. */
export type Outcome = "answered" | "unsure" | "unanswered";

/** What was asked and what came of it, for whoever looks after the documents. Days are UTC's. */
export interface Report {
  /** The first and the last day, "2026-05-03". */
  readonly from: string;
  readonly to: string;
  readonly totals: Readonly<Record<Outcome | "asked", number>> & {
    /** Of all: those that not everyone there can read. */
    readonly private: number;
  };
  /** Every day from the first to the last. */
  readonly days: readonly (Readonly<Record<Outcome, number>> & { readonly day: string })[];
  /** What was not answered, by likeness, most asked first. */
  readonly unanswered: readonly UnansweredGroup[];
  readonly votes: { readonly up: number; readonly down: number };
  /** Answers that somebody voted down, most votes first. */
  readonly votedDown: readonly VotedDown[];
  /** What is counted above and not told in words, since not everyone there could read it. */
  readonly withheld: { readonly unanswered: number; readonly votedDown: number };
  /** Every document of the folder and every one that answered, those that answer most first. */
  readonly documents: readonly DocumentUse[];
  /** Milliseconds in which a reply was worked out; null where none is known. */
  readonly time: { readonly median: number; readonly p95: number; readonly count: number } | null;
  /** Whether it tells who asked, and what was asked in private. */
  readonly withPeople: boolean;
  readonly withPrivate: boolean;
}

/** Questions without an answer that are alike. */
export interface UnansweredGroup {
  /** The wording asked most. */
  readonly question: string;
  /** Other wordings, most asked first. */
  readonly others: readonly string[];
  readonly count: number;
  /** Of them those on which the bot was merely unsure. */
  readonly unsure: number;
  /** The day it was asked last. */
  readonly last: string;
  /** What would come of it now; null where so many were asked that this one was not tried. */
  readonly now: Outcome | null;
  /** The passage that comes nearest now; null where none does. */
  readonly nearest: NearestPassage | null;
  /** Ids of those who asked: only where people are told. */
  readonly people?: readonly string[];
}

export interface NearestPassage {
  /** The document's own words. */
  readonly text: string;
  /** Id of the document, and its title. */
  readonly document: string;
  readonly title: string;
  /** "report.md, line 14, under “Repairs”" */
  readonly place: string;
}

export interface VotedDown {
  readonly question: string;
  readonly votes: number;
  /** Id of the document that answered first, where that is known. */
  readonly document: string | null;
  /** The day of the last vote. */
  readonly last: string;
  readonly people?: readonly string[];
}

export interface DocumentUse {
  readonly id: string;
  /** Null where it is no longer in the folder. */
  readonly title: string | null;
  /** Questions whose first quote was of it. */
  readonly answered: number;
  readonly up: number;
  readonly down: number;
}
