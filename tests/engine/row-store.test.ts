import { expect, it } from "vitest";
import { packRecord } from "../../src/engine/record.ts";
import type { RowArrays } from "../../src/engine/row-arrays.ts";
import type { RegionReader } from "../../src/engine/row-regions.ts";
import { RowStore } from "../../src/engine/row-store.ts";
import type { RowTable } from "../../src/engine/row-table.ts";
import { indexOf } from "../search/helpers.ts";

const COUNT = 8_000;
const index = indexOf("The beacon is lit.");
const { vocabulary } = index.table;
const ids = Int32Array.from({ length: vocabulary.size }, (_, id) => id);
const record = packRecord({ index, termOf: ids, entryOf: new Int32Array() }, 0, {
  terms: ids,
  frequencies: ids.map(() => 1),
  lengths: [2, 1, 1],
});
const field = { holding: ids.map(() => COUNT), averageLength: 2, bound: 1 };

/** As many passages as are wanted of one text, which an engine gives the last first. */
function storeOf() {
  const asked: number[] = [];
  const table: RowTable = {
    length: COUNT,
    async search(_, limit) {
      asked.push(limit);
      const keys = Int32Array.from({ length: Math.min(limit, COUNT) }, (_, i) => COUNT - 1 - i);
      return { keys, scores: new Float32Array(keys.length).fill(9), record: () => record };
    },
    read: async () => new Map(),
  };
  const arrays = {
    keys: COUNT,
    keyOf: Int32Array.from({ length: COUNT }, (_, i) => i),
    documentOf: new Int32Array(COUNT),
    termOf: ids,
    fields: { text: field, headings: field, title: field },
  };
  const store = new RowStore(table, arrays as unknown as RowArrays, {} as RegionReader, () => index as never);
  return { store, asked };
}

it.each([10, 5_000])(
  "finds the first %i of passages that weigh the same, whichever the engine gives first",
  async (limit) => {
    const { store, asked } = storeOf();
    const hits = await store.find([{ term: "beacon", similarity: 1 }], limit);
    expect(hits.map(({ passage }) => passage)).toEqual(Array.from({ length: limit }, (_, i) => i));
    expect(asked.at(-1)).toBeGreaterThan(COUNT);
  },
);
