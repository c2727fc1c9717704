import { expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import { isInstalled, makeToy } from "../encoder/toy.ts";
import { makeFolder } from "../helpers/folder.ts";
import { openInWorker } from "./opened.ts";

const QUESTION = "how much is the sauna";

it.skipIf(!isInstalled)("a worker asks an encoder too, and the one that takes its place", async () => {
  const encoder = await makeToy();
  const folder = await makeFolder({ "prices.txt": "The steam bath is ten euros.\n\nParking is free." });
  const expected = await (await openKnowledge({ folder, encoder })).ask(QUESTION, { explain: true });
  expect(expected.explanation?.confidence.map(({ name }) => name)).toContain("ranker");
  await using opened = await openInWorker(folder, { encoder });
  const { knowledge, workers } = opened;
  expect(await knowledge.ask(QUESTION, { explain: true })).toEqual(expected);
  const asked = Array.from({ length: 10 }, (_, i) => knowledge.ask(`${QUESTION} ${i}`));
  void workers[0]?.terminate();
  await Promise.all(asked);
  expect(workers).toHaveLength(2);
  expect(await knowledge.ask(QUESTION, { explain: true })).toEqual(expected);
});
