import type { Beside } from "./beside.ts";
import { decodeText, type Encoding } from "./encoding.ts";
import { type Outcome, outcome } from "./outcome.ts";
import type { Reader, ReadLayer } from "./reader.ts";
import type { FileReport } from "./report.ts";
import { namesItself, toDocument } from "./to-document.ts";

/** What was read of a file. */
export interface Read extends ReadLayer {
  /** Null of a file that is no text. */
  readonly encoding: Encoding | null;
  /** Only of a file that is no text. */
  readonly sha256: string | undefined;
  readonly bytes: number;
  readonly beside: readonly Beside[];
}

export function readText(content: Buffer, reader: Reader): Read {
  const { text: raw, encoding, remarks } = decodeText(content);
  const read = reader.read(raw);
  return {
    ...read,
    remarks: [...remarks, ...read.remarks],
    raw,
    encoding,
    sha256: undefined,
    bytes: content.length,
    beside: [],
  };
}

/** @param format what it is called, for a person */
export function toOutcome(file: string, format: string, read: Read): Outcome {
  const { withheld, encoding, remarks, bytes, beside } = read;
  if (withheld !== null) return outcome(file, "withheld", `is held back by its front matter (${withheld})`);
  const titled = read.source.title !== undefined || namesItself(read);
  const report: FileReport = { file, status: "read", reason: null, format, encoding, titled, remarks };
  return { report, document: toDocument(file, read.raw, read, read.sha256), bytes, sha256: null, beside };
}
