import type { Document } from "../document.ts";
import { type DocumentHead, packParts, StoredDocument, StoredParts } from "./stored-document.ts";

/** A document as plain data, which goes from one thread to another. */
export interface PackedDocument {
  readonly head: DocumentHead;
  readonly parts: readonly Uint8Array[];
}

export function packDocument(document: Document): PackedDocument {
  const { source, file, sha256 } = document;
  // Small buffers are pieces of a larger one, which would go along whole.
  return { head: { source, file, sha256 }, parts: packParts(document).map((part) => Uint8Array.from(part)) };
}

export function unpackDocument({ head, parts }: PackedDocument): StoredDocument {
  const bytes = Buffer.concat(parts);
  const starts = [0];
  for (const { length } of parts) starts.push((starts.at(-1) as number) + length);
  return new StoredDocument(
    head,
    new StoredParts(Float64Array.from(starts), (start, end) => bytes.subarray(start, end)),
    0,
  );
}
