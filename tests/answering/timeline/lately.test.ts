import { expect, it } from "vitest";
import { openKnowledge } from "../../../src/index.ts";

it("a day of some weeks before is that one, not next year's, whatever verb stands near", async () => {
  const text = "The fair of 5 May will be paid for by the town. The next fair will open on 2 June.";
  const knowledge = await openKnowledge({ documents: [{ id: "may", text, source: { published: "2022-05-14" } }] });
  const { entries } = await knowledge.timeline();
  expect(entries.map(({ date }) => date.iso)).toEqual(["2022-05-05", "2022-06-02"]);
});
