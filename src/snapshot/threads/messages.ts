import type { Recall } from "../../documents/file-reading.ts";
import type { Outcome } from "../../documents/outcome.ts";
import type { PackedDocument } from "../../documents/stored/packed-document.ts";

/** What a thread that reads files is started with. */
export interface ReadingData {
  readonly folder: string;
  /** Whether somebody wants to know the files' hashes. */
  readonly hashes: boolean;
}

/** What became of a file, as it goes from one thread to another. */
export interface ReadFile {
  readonly outcome: Omit<Outcome, "document">;
  readonly document: PackedDocument | null;
  /** What the document says by itself, packed. */
  readonly rows: Uint8Array | null;
}

/** Where nothing was read before, and somebody wants to know the hashes. */
export const recallNothing: Recall = () => null;
