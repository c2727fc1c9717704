import { createHash } from "node:crypto";
import type { Document } from "../documents/document.ts";

/** Documents as they were written: in their order, a hash of what their rows are made of, and their numbers. */
export interface WrittenDocuments {
  readonly hashes: readonly string[];
  /** Number of each among all documents that were ever written. */
  readonly numbers: Int32Array;
  /** Document of each passage, by its position here, and the key of its row. */
  readonly documentOf: Int32Array;
  readonly keyOf: Int32Array;
  /** How many numbers and keys were ever given. */
  readonly documents: number;
  readonly keys: number;
}

/** What is to be done so that a table has the rows of other documents. */
export interface RowPlan extends WrittenDocuments {
  /** Numbers of the documents whose rows are to go. */
  readonly removed: readonly number[];
  /** Passages whose rows are to be written. */
  readonly added: readonly number[];
}

/** @param parts the document's, as they are stored: its text, and how it is divided. @returns SHA-256, in hex */
export function hashContent({ source: { title } }: Document, parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256").update(JSON.stringify([title, parts.map(({ length }) => length)]));
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/**
 * Plans which rows are written: those of documents of which there are none yet.
 *
 * @param hashes of the documents, in order
 * @param documentOf document of each passage
 * @param before null where there are no rows
 */
export function planRows(hashes: readonly string[], documentOf: Int32Array, before: WrittenDocuments | null): RowPlan {
  const known = Map.groupBy(before?.hashes.keys() ?? [], (document) => before?.hashes[document] as string);
  const first = firstPassages(before?.documentOf ?? new Int32Array());
  const numbers = new Int32Array(hashes.length);
  const keyOf = new Int32Array(documentOf.length);
  const firstHere = firstPassages(documentOf);
  let [documents, keys] = [before?.documents ?? 0, before?.keys ?? 0];
  const added: number[] = [];
  for (const [document, hash] of hashes.entries()) {
    const same = known.get(hash)?.shift();
    numbers[document] = same === undefined ? documents++ : (before?.numbers[same] as number);
    const from = firstHere.get(document) ?? documentOf.length;
    for (let passage = from; documentOf[passage] === document; passage++) {
      if (same === undefined) added.push(passage);
      keyOf[passage] =
        same === undefined ? keys++ : (before?.keyOf[(first.get(same) as number) + passage - from] as number);
    }
  }
  const removed = [...known.values()].flat().map((document) => before?.numbers[document] as number);
  return { hashes, numbers, documentOf, keyOf, documents, keys, removed, added };
}

function firstPassages(documentOf: Int32Array): Map<number, number> {
  const first = new Map<number, number>();
  for (const [passage, document] of documentOf.entries()) if (!first.has(document)) first.set(document, passage);
  return first;
}
