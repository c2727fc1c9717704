import { expect, it } from "vitest";
import { placeAt } from "../../src/documents/place.ts";

it("a place holds from its mark up to the next", () => {
  const places = [
    { from: 3, page: 1 },
    { from: 10, page: 2 },
    { from: 10, page: 3 },
    { from: 12, page: 4 },
  ];
  const pages = [0, 2, 3, 9, 10, 11, 12, 99].map((offset) => placeAt(places, offset).page);
  expect(pages).toEqual([undefined, undefined, 1, 1, 3, 3, 4, 4]);
  expect(placeAt([], 5)).toEqual({});
});
