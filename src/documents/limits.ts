const MB = 1024 * 1024;

/** A file of text beyond this is left out by its size, before it is read. The longest novels are 3 to 6 MB. */
export const MAX_FILE_BYTES = 16 * MB;
/** One that is no text may be larger, for its pictures and fonts: what counts then is its text. */
export const MAX_BINARY_BYTES = 64 * MB;
/** Characters of text taken out of one file. */
export const MAX_LAYER = 16_000_000;
/** Of a file that explains another, such as the people of an export. */
export const MAX_BESIDE_BYTES = 16 * MB;
/** Beyond this a folder would take minutes and gigabytes to index: it is no longer this bot's kind of work. */
export const MAX_FOLDER_BYTES = 128 * MB;
/** The same where LanceDB keeps the index: a million passages and more, whose first writing takes some five gigabytes. */
export const MAX_STORED_BYTES = 1024 * MB;

/** What reading one file that is no text may take. */
export interface ReadingLimits {
  readonly milliseconds: number;
  /** Of JavaScript's own memory, and as much again beside it. */
  readonly megabytes: number;
}

/** A PDF of 1,400 pages of text took 18 s and 400 MB where this was measured. */
export const READING_LIMITS: ReadingLimits = { milliseconds: 60_000, megabytes: 512 };

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MB)} MB`;
}
