import { rm } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openLanceDb } from "../../lancedb/open.ts";
import type { ColumnWord, Engine, Row, RowTable } from "../../src/engine/row-table.ts";
import { makeFolder } from "../helpers/folder.ts";
import { isInstalled, SLOW } from "./installed.ts";

/** Of a few words, some often. */
const TEXTS = Array.from({ length: 300 }, (_, i) =>
  Array.from({ length: 1 + ((i * 7) % 23) }, (_, k) => `w${(i * k * k + 3 * k) % 19}`),
);

const rows = (from: number, texts: readonly (readonly string[])[]): Row[] =>
  texts.map((words, i) => ({
    key: from + i,
    document: Math.floor((from + i) / 10),
    text: words.join(" "),
    headings: `h${(from + i) % 3} _`,
    title: "t _ _",
    record: new Uint8Array(Int32Array.of(from + i).buffer),
  }));

async function write(engine: Engine, from: Parameters<Engine["write"]>[0], removed: number[], added: Row[]) {
  const writer = await engine.write(from);
  await writer.remove(removed);
  if (added.length > 0) await writer.add(added);
  return writer.finish();
}

/** What BM25 gives texts for some words of the column `text`, best first. */
function expected(
  { weights: { k, b } }: Engine,
  texts: ReadonlyMap<number, readonly string[]>,
  words: readonly ColumnWord[],
) {
  const average = [...texts.values()].reduce((sum, { length }) => sum + length, 0) / texts.size;
  const scores = [...texts].map(([key, own]) => {
    const score = words.reduce((sum, { word, boost }) => {
      const holding = [...texts.values()].filter((other) => other.includes(word)).length;
      const idf = Math.log(1 + (texts.size - holding + 0.5) / (holding + 0.5));
      const often = own.filter((one) => one === word).length;
      return sum + (boost * idf * often * (k + 1)) / (often + k * (1 - b + (b * own.length) / average));
    }, 0);
    return [key, score] as const;
  });
  return scores.filter(([, score]) => score > 0).sort(([, one], [, other]) => other - one);
}

async function expectScores(engine: Engine, table: RowTable, texts: ReadonlyMap<number, readonly string[]>) {
  const words: ColumnWord[] = [
    { column: "text", word: "w3", boost: 1 },
    { column: "text", word: "w7", boost: 0.4 },
    { column: "text", word: "w16", boost: 2 },
  ];
  const wanted = expected(engine, texts, words);
  const scores = new Map(wanted);
  const found = await table.search(words, 50);
  expect(found.keys).toHaveLength(50);
  for (const [i, key] of found.keys.entries()) {
    expect(found.scores[i]).toBeCloseTo(wanted[i]?.[1] ?? 0, 4);
    expect(found.scores[i]).toBeCloseTo(scores.get(key) ?? 0, 4);
  }
}

describe.skipIf(!isInstalled)("LanceDB", { timeout: SLOW }, () => {
  it("weighs words as is reckoned with, whatever was added and taken away", async () => {
    const engine = await openLanceDb(path.join(await makeFolder(), "rows"));
    const texts = new Map(TEXTS.entries());
    const { state } = await write(engine, null, [], rows(0, TEXTS));
    await expectScores(engine, await engine.open(state), texts);
    for (let key = 0; key < 40; key++) texts.delete(key);
    const more = TEXTS.map((words) => [...words, "w3", "more"]);
    for (const [i, words] of more.entries()) texts.set(1_000 + i, words);
    const changed = await write(engine, state, [0, 1, 2, 3], rows(1_000, more));
    await expectScores(engine, await engine.open(changed.state), texts);
    // Whoever opened the state before still has it.
    await expectScores(engine, await engine.open(state), new Map(TEXTS.entries()));
  });

  it("says of rows that are gone that they cannot be read any more", async () => {
    const folder = path.join(await makeFolder(), "rows");
    const engine = await openLanceDb(folder);
    const table = await engine.open((await write(engine, null, [], rows(0, TEXTS))).state);
    await rm(folder, { recursive: true });
    const gone = { code: "index", message: expect.stringContaining(`The index in ${folder} cannot be read any more`) };
    await expect(table.search([{ column: "text", word: "w3", boost: 1 }], 5)).rejects.toMatchObject(gone);
    await expect(table.read([7])).rejects.toMatchObject(gone);
  });

  it("keeps the state that is gone on from, however old it is, and of those before it none that is old", async () => {
    const engine = await openLanceDb(path.join(await makeFolder(), "rows"));
    const first = await write(engine, null, [], rows(0, TEXTS));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 3_600_000 });
    try {
      const second = await write(engine, first.state, [0, 1], rows(1_000, TEXTS.slice(0, 20)));
      expect((await engine.open(first.state)).length).toBe(300);
      await expectScores(engine, await engine.open(first.state), new Map(TEXTS.entries()));
      const third = await write(engine, second.state, [3], []);
      expect((await engine.open(second.state)).length).toBe(300);
      expect((await engine.open(third.state)).length).toBe(290);
      await expect(engine.open(first.state)).rejects.toThrow("not found");
    } finally {
      vi.useRealTimers();
    }
  });

  it("gives rows by their places", async () => {
    const engine = await openLanceDb(path.join(await makeFolder(), "rows"));
    const first = await write(engine, null, [], rows(0, TEXTS));
    const { state, keys } = await write(engine, first.state, [3, 9], rows(500, TEXTS.slice(0, 20)));
    expect(keys).toHaveLength(300);
    const table = await engine.open(state);
    expect(table.length).toBe(300);
    const places = [7, 299, 150, 31];
    const read = await table.read(places);
    for (const place of places) {
      const key = keys[place] as number;
      expect([...new Int32Array((read.get(key) as Uint8Array).slice().buffer)]).toEqual([key]);
    }
  });
});
