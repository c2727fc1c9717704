import type { Document } from "./document.ts";

const startsOf = new WeakMap<Document, Uint32Array>();

/** @returns the line, from 1, on which an offset into the document's file stands */
export function lineAt(document: Document, offset: number): number {
  let starts = startsOf.get(document);
  if (starts === undefined) {
    starts = lineStarts(document.raw);
    startsOf.set(document, starts);
  }
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return Uint32Array.from(starts);
}
