import type { Document } from "./document.ts";

const countersOf = new WeakMap<Document, LineCounter>();

/** Tells the line, from 1, on which an offset into a text stands. */
export type LineCounter = (offset: number) => number;

/** @returns the line, from 1, on which an offset into the document's file stands */
export function lineAt(document: Document, offset: number): number {
  let count = countersOf.get(document);
  if (count === undefined) {
    count = lineCounter(document.raw);
    countersOf.set(document, count);
  }
  return count(offset);
}

/** @returns a counter for a text, which is read when it is first asked */
export function lineCounter(text: string): LineCounter {
  let starts: Uint32Array | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return Uint32Array.from(starts);
}
