import type { Beside } from "./beside.ts";
import type { Document } from "./document.ts";
import { type FileReport, notRead } from "./report.ts";

/** What became of a file. */
export interface Outcome {
  readonly report: FileReport;
  readonly document: Document | null;
  /** Of its text, as it counts for the folder. */
  readonly bytes: number;
  /**
   * SHA-256, in hex, of what stands in the file; null where nobody wants to know, it was not read so far, or something else
   * than that may have been the reason.
   */
  readonly sha256: string | null;
  /** Other files that were looked at to read it. */
  readonly beside: readonly Beside[];
}

type NotRead = Exclude<FileReport["status"], "read">;

/** What became of a file without a document. */
export function outcome(file: string, status: NotRead, reason: string): Outcome {
  return { report: notRead(status, file, reason), document: null, bytes: 0, sha256: null, beside: [] };
}
