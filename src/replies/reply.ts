import type { Agreement, Excerpt } from "../answering/answer.ts";
import type { Source } from "../documents/document.ts";

/** What a command returns, before any platform shapes it. All text is plain: renderers escape it. */
export interface Reply {
  /** One line that says it all: a notification, or the fallback where nothing else can be shown. */
  readonly summary: string;
  readonly items: readonly ReplyItem[];
  /** What says the same without a message, where the platform can react to the one that is answered: to thanks. */
  readonly reaction?: Reaction;
}

export type Reaction = "👍" | "👋" | "🙂";

export type ReplyItem =
  | QuestionItem
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "prose"; readonly text: string }
  | ExcerptItem
  | SourcesItem
  | DateItem
  | { readonly kind: "fields"; readonly fields: readonly Field[] }
  | { readonly kind: "notice"; readonly tone: "info" | "warning" | "error"; readonly text: string }
  | { readonly kind: "footer"; readonly text: string }
  | { readonly kind: "actions"; readonly actions: readonly Action[] };

/** What was asked: it stands first where people see the answer who did not see the question. */
export interface QuestionItem {
  readonly kind: "question";
  readonly text: string;
  /** Where somebody shows others what they had asked for themselves: their name, null where it is not known. */
  readonly shared?: { readonly by: string | null };
}
export const excerptRoles = ["best", "more", "perhaps", "nearest", "entry", "passage"] as const;

/** A quote with its source. Nothing in `excerpt` may be altered; a renderer may show a part of it. */
export interface ExcerptItem {
  readonly kind: "excerpt";
  /** Its number in the answer, from 1. */
  readonly number: number;
  readonly excerpt: Excerpt;
  /**
   * "best" has the most room, "more" less; "perhaps" may be the answer though the bot is not sure, "nearest" is no
   * answer and must not look like one; "entry" is one of many in a list, the shortest; "passage" is shown with all that
   * stands around what answers.
   */
  readonly role: (typeof excerptRoles)[number];
  /** What other sources say beside it. */
  readonly agreement: readonly Agreement[];
  /** Words of ours beside the source: "newer", "a correction". */
  readonly note?: string;
}

/** A date of ours that heads the entries behind it. */
export interface DateItem {
  readonly kind: "date";
  readonly date: ShownDate;
  /** The document's words that it was resolved from, such as "on Friday"; null where the date is written out there. */
  readonly words: string | null;
}

/** As precise as the documents are. */
export interface ShownDate {
  /** A day, a month or a year of ISO 8601: "2016-12-30", "2016-12", "2016". */
  readonly iso: string;
  /** "afternoon", "9:30"; null where none is told. */
  readonly partOfDay: string | null;
}

export interface SourcesItem {
  readonly kind: "sources";
  readonly sources: readonly SourceEntry[];
}

export interface SourceEntry {
  /** Its number in the list, from 1. */
  readonly number: number;
  readonly source: Source;
  readonly passageCount: number;
}

export interface Field {
  readonly name: string;
  readonly value: string;
}

/**
 * What an action is for, so that each platform can draw it in its own way: a list of sources or a passage in a window,
 * votes as the platform has them, a question for people, the next page at a word, another question as a line where there are no buttons. "other"
 * is a plain button.
 */
export const actionRoles = [
  "sources",
  "context",
  "more",
  "question",
  "share",
  "vote-up",
  "vote-down",
  "escalate",
  "keep",
  "other",
] as const;
export type ActionRole = (typeof actionRoles)[number];

/** A button that runs a command with these arguments. */
export interface Action {
  readonly role: ActionRole;
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}
