import type { Block, Source } from "./document.ts";
import type { Origin } from "./origin.ts";
import type { PlaceMark } from "./place.ts";

/** Something about a file that a person should know: what could not be used, or was guessed. */
export interface Remark {
  /** "left out": a part was not used; "guessed": it was used on a guess. */
  readonly kind: "left out" | "guessed";
  /** In one line, without the file's name: 'the "url" is no web address: write it whole, with https://'. */
  readonly text: string;
  /** Line of the file, from 1; 0 of a file that has none, such as a PDF. */
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
  /** Places beyond lines, in the order of the file; absent where lines tell. */
  readonly places?: readonly PlaceMark[];
}

/** A format of text. A later one joins by standing in `formats` of `readers.ts`. */
export interface TextFormat {
  /** What it is called, for a person: "Markdown". */
  readonly name: string;
  /** Lower-case file name endings, with the dot. */
  readonly extensions: readonly string[];
  /** Loads what reads it: nobody pays for a format that is not there, or of which a snapshot knows every file. */
  readonly load: () => Promise<Reader>;
}

/** Reads one format of text. */
export interface Reader {
  /**
   * A pure function of the file's text.
   *
   * @param raw the file's text, decoded and otherwise untouched (a byte order mark stays in)
   * @throws Error whose message says what is wrong with the file and how to mend it; the caller names the file
   */
  read(raw: string): ReadDocument;
}

/** What a reader makes of a file that is no text. */
export interface ReadLayer extends ReadDocument {
  /** The text that was taken out of the file, which quotes are held against: the same for the same bytes. */
  readonly raw: string;
}

/** What a reader may look at beside the file's bytes. */
export interface FileContext {
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** @returns the bytes of a file by its path from the folder that this one is in ("../users.json"), or null */
  readonly beside: (path: string) => Promise<Uint8Array | null>;
}

/**
 * @throws OtherKindError for a file that only has the ending of the format
 * @throws FileError whose message says what is wrong with the file and how to mend it; the caller names the file
 * @throws Error of a library for which the file is not sound
 */
export type ReadBytes = (bytes: Uint8Array, context: FileContext) => Promise<ReadLayer>;

/** Reads one format that is no text, or that only a library reads: in a process of its own, where it can do no harm. */
export interface BinaryReader {
  /** What the format is called, for a person: "PDF". */
  readonly name: string;
  /** Lower-case file name endings, with the dot. */
  readonly extensions: readonly string[];
  /** Loads what reads it: nobody pays for a format that is not there. */
  readonly load: () => Promise<ReadBytes>;
}

/** What is wrong with a file, and how to mend it. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** A file that its name's ending promises, and that is something else: it is passed over, as those of other endings are. */
export class OtherKindError extends Error {
  override readonly name = "OtherKindError";
}
