import { expect, it } from "vitest";
import type { Document } from "../../../src/documents/document.ts";
import { readFolder } from "../../../src/documents/folder.ts";
import { Origin } from "../../../src/documents/origin.ts";
import {
  citedAs,
  packParts,
  readingWhole,
  StoredDocument,
  StoredParts,
} from "../../../src/documents/stored/stored-document.ts";

/** The documents, each stored and read again by its places. */
function stored(documents: readonly Document[]): StoredDocument[] {
  const parts = documents.map(packParts);
  const bytes = Buffer.concat(parts.flat());
  const starts = [0];
  for (const { length } of parts.flat()) starts.push((starts.at(-1) as number) + length);
  const read = new StoredParts(Float64Array.from(starts), (start, end) => bytes.subarray(start, end));
  return documents.map((document, i) => new StoredDocument(document, read, i));
}

function plain({ source, file, raw, sha256, text, origin, blocks, places }: Document): Document {
  return { source, file, raw, sha256, text, origin, blocks, places };
}

it("gives documents back to the letter, all blocks between two headings below one list of them", async () => {
  const { documents } = await readFolder("knowledge");
  for (const [i, document] of stored(documents).entries()) {
    const before = documents[i] as Document;
    expect(plain(document)).toEqual(before);
    for (const [b, { headings }] of document.blocks.entries()) {
      const same = before.blocks[b - 1]?.headings === before.blocks[b]?.headings;
      expect(headings === document.blocks[b - 1]?.headings).toBe(same);
    }
  }
});

it("keeps texts of any characters, every kind of run and block, and places", () => {
  const block = { kind: "item", headings: ["a", "\udc00"], parent: -1, asks: true, depth: 2, group: 7 } as const;
  const document: Document = {
    source: {
      id: "id",
      title: "Title",
      publisher: null,
      author: "ä",
      published: null,
      publishedFrom: null,
      url: null,
      note: null,
    },
    file: "a.md",
    sha256: "0",
    text: "lone \ud800 surrogate, Владимир",
    raw: "é, all below 256",
    origin: new Origin([
      { start: 0, end: 2, kind: "copied", from: 5, to: 7, borrowed: false },
      { start: 2, end: 3, kind: "decoded", from: 7, to: 12, borrowed: true },
      { start: 3, end: 4, kind: "inserted", from: 12, to: 12, borrowed: false },
    ]),
    blocks: [
      { ...block, start: 0, end: 2, ordinal: 0 },
      { ...block, start: 2, end: 4, ordinal: null, parent: 0, asks: false },
    ],
    places: [{ from: 0, page: 3 }],
  };
  expect(stored([document]).map(plain)).toEqual([document]);
});

it("can be cited otherwise", async () => {
  const { documents } = await readFolder("knowledge");
  const [first] = stored(documents);
  const other = citedAs(first as Document, { ...(first as Document).source, id: "other" });
  expect(other.source.id).toBe("other");
  expect(other.text).toBe(documents[0]?.text);
});

it("is read from a file at once, whatever of it is wanted, but a large one part by part", async () => {
  const [document] = (await readFolder("knowledge")).documents as [Document];
  const large = { ...document, raw: document.raw.repeat(100) };
  const parts = [document, large, document].flatMap(packParts);
  const bytes = Buffer.concat(parts);
  const starts = [0];
  for (const { length } of parts) starts.push((starts.at(-1) as number) + length);
  const reads: number[] = [];
  const read = readingWhole(starts, (start, end) => {
    reads.push(end - start);
    return bytes.subarray(start, end);
  });
  const kept = new StoredParts(starts, read);
  const readAll = (number: number) => plain(new StoredDocument(document, kept, number));
  expect(readAll(0)).toEqual(plain(document));
  expect(readAll(2)).toEqual(plain(document));
  expect(reads).toEqual([starts[5], starts[5]]);
  expect(readAll(1)).toEqual(plain(large));
  expect(reads.slice(2).toSorted()).toEqual(
    parts
      .slice(5, 10)
      .map(({ length }) => length)
      .toSorted(),
  );
});
