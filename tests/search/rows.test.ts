import { expect, it } from "vitest";
import { practiceFolders } from "../../bench/practice.ts";
import { readFolder } from "../../src/documents/folder.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { indexRows } from "../../src/search/build-index.ts";
import { toArrays } from "../../src/search/index-arrays.ts";
import { packRows, unpackRows } from "../../src/search/rows/packed-rows.ts";
import { RowsReader } from "../../src/search/rows/read-rows.ts";
import { lexicon } from "./helpers.ts";

const [practice] = practiceFolders;
const { documents } = await readFolder((practice as NonNullable<typeof practice>).folder);
const read = () => new RowsReader(lexicon.paraphrases);

it("says of a document the same whatever was read before it, and as bytes", () => {
  const [one, other] = [read(), read()];
  const rows = documents.map((document) => one.read(document));
  const backwards = documents
    .toReversed()
    .map((document) => other.read(document))
    .toReversed();
  expect(backwards).toEqual(rows);
  expect(rows.map((own) => unpackRows(packRows(own)))).toEqual(rows);
});

it("packs strings of any script, and none", () => {
  const given = ["The café’s Wi-Fi is free: 自由 🎉.", "x", "GitHub's QueryExpander, C++ and get_user_by_id."];
  for (const document of toDocuments(given.map((text, i) => ({ id: `déjà-${i}`, text })))) {
    const rows = read().read(document);
    expect(unpackRows(packRows(rows))).toEqual(rows);
  }
});

it("takes of two words of one term that are as frequent the one that stood there so often first", () => {
  const texts = ["Houses. House. House.", "House. Houses. Houses.", "Boats boat. Boat boats boats."];
  const index = (order: readonly number[]) => {
    const given = toDocuments(order.map((n) => ({ id: String(n), text: texts[n] as string })));
    const reader = read();
    return indexRows(
      given,
      given.map((document) => reader.read(document)),
      lexicon,
    );
  };
  expect(index([0, 1, 2]).words.wordOf("hous")).toBe("house");
  expect(index([1, 0, 2]).words.wordOf("hous")).toBe("houses");
  expect(index([0, 1, 2]).words.wordOf("boat")).toBe("boats");
  expect(toArrays(index([0, 1, 2]))).toEqual(toArrays(index([0, 1, 2])));
});
