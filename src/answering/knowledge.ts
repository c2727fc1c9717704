import type { Source } from "../documents/document.ts";
import type { FolderReport } from "../documents/report.ts";
import type { Answer, Excerpt } from "./answer.ts";
import type { WholeAnswerFollowUp } from "./conversation.ts";
import type { Difference } from "./differences/differences.ts";
import type { ForeignQuestion } from "./language/foreign-question.ts";
import type { Part } from "./parts.ts";
import type { Somebody, Who } from "./people/people.ts";
import type { SayingOptions, SourcesSaying } from "./saying.ts";
import type { SuggestOptions } from "./suggestions.ts";
import type { Timeline, TimelineOptions } from "./timeline/timeline.ts";

export interface AskOptions {
  /** Passages at the most. */
  readonly limit?: number;
  /** Earlier questions of the conversation, oldest first. */
  readonly history?: readonly string[];
  /** Ids of the sources to answer from; all where none are given. */
  readonly sources?: readonly string[];
  /** Tell what the scores and the confidence are made of. */
  readonly explain?: boolean;
}

export interface SourceSummary {
  readonly source: Source;
  readonly passageCount: number;
  /** Path below the folder; SHA-256, as a location's; and when it got its present text, in epoch milliseconds, or null. */
  readonly file: string;
  readonly sha256: string;
  readonly changed: number | null;
}

/**
 * Documents that can be asked, in this thread or in another: all that looks into them is waited for. Whatever quotes them fails with AttacheError "integrity" when a quote is not the document's
 * own words, which would be a fault of ours.
 */
export interface Knowledge {
  /** SHA-256, in hex, of what was indexed and how. */
  readonly fingerprint: string;
  /** Every source, in the order of the files. */
  readonly sources: readonly SourceSummary[];
  /** What became of each file of the folder; null for documents given as text. */
  readonly report: FolderReport | null;

  /**
   * The same documents as they are now, for what asks more than once: others that are read meanwhile do not show. It is
   * to be disposed of in the end.
   */
  pin(): PinnedKnowledge;
  /** Settles once another question would not wait long for those before it. */
  whenFree(): Promise<void>;

  /**
   * Answers a question with excerpts, best first. The same question of the same index gives the same answer.
   *
   * @throws AttacheError "usage" for a limit that is no whole number from 1
   */
  ask(text: string, options?: AskOptions): Promise<Answer>;
  /** An excerpt of an answer with what stands around it in its document. */
  widen(excerpt: Excerpt): Promise<Excerpt>;
  /** What a message wants of the answer before it: "source?", "are you sure?", "more"; null where it asks something. */
  readFollowUp(text: string, history?: readonly string[]): Promise<WholeAnswerFollowUp | null>;
  /** Whether a message asks nothing beyond an answer before it, be there one or not: "source?", "are you sure?". */
  leansOnAnswer(text: string): Promise<boolean>;
  /** The parts of what wants more than one answer, each to be asked for itself; null where one will do. */
  readParts(question: string, history: readonly string[]): Promise<readonly Part[] | null>;
  /** Tells a question in a language that no document is written in. @returns null where that is not sure */
  foreignQuestion(question: string): Promise<ForeignQuestion | null>;
  /** Questions near to one without an answer that these documents do answer, the nearest first. */
  nearestQuestions(answer: Answer, limit: number): Promise<readonly string[]>;
  /** The sources whose own words hold a number, a name, some words or a claim, each with the sentence that does. */
  sourcesSaying(words: string, options: SayingOptions): Promise<SourcesSaying>;

  /** A whole question that these documents answer; a plain one when none was found. */
  example(): Promise<string>;
  /**
   * Questions that these documents answer, to offer while somebody types: as far as they are found, which begins when
   * they are first wanted.
   *
   * @param typed what was typed so far: every word of it stands in each question
   */
  suggest(typed: string, room: SuggestOptions): readonly string[];
  /** All questions that `suggest` will offer. */
  answeredQuestions(): Promise<readonly string[]>;

  /** What the documents date, in order of time. */
  timeline(options?: TimelineOptions): Promise<Timeline>;
  /** The people and organisations that the documents tell of, most told of first. */
  people(): Promise<readonly Somebody[]>;
  /** The same for those who cannot wait: none until they are found, which begins when they are first wanted. */
  readonly knownPeople: readonly Somebody[];
  /** Who somebody is, or an organisation, and what they said and did. @param name as typed: in part, misspelt, an office */
  who(name: string): Promise<Who>;
  /** Where the sources differ on one thing, each matter once. @param about words that narrow it; none for all */
  differences(about?: string): Promise<readonly Difference[]>;
}

/** A knowledge that does not change. */
export type PinnedKnowledge = Knowledge & Disposable;
