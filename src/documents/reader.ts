import type { Block, Source } from "./document.ts";
import type { Origin } from "./origin.ts";

/** Something about a file that a person should know: what could not be used, or was guessed. */
export interface Remark {
  /** "left out": a part was not used; "guessed": it was used on a guess. */
  readonly kind: "left out" | "guessed";
  /** In one line, without the file's name: 'the "url" is no web address: write it whole, with https://'. */
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** What a reader makes of one file's text; the folder adds the id and the hash. */
export interface ReadDocument {
  readonly text: string;
  readonly origin: Origin;
  readonly blocks: readonly Block[];
  readonly source: Partial<Omit<Source, "id">> & { readonly id?: string };
  readonly remarks: readonly Remark[];
  /** Why its author does not want it read ("draft: true"), or null. */
  readonly withheld: string | null;
}

/** Reads one file format. A later format joins by standing in `formats` of `readers.ts`. */
export interface Reader {
  /** What the format is called, for a person: "Markdown". */
  readonly name: string;
  /** Lower-case file name endings, with the dot. */
  readonly extensions: readonly string[];
  /**
   * A pure function of the file's text.
   *
   * @param raw the file's text, decoded and otherwise untouched (a byte order mark stays in)
   * @throws Error whose message says what is wrong with the file and how to mend it; the caller names the file
   */
  read(raw: string): ReadDocument;
}
