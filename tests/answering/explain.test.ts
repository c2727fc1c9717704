import { expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";

const knowledge = await openKnowledge({ folder: "knowledge" });

it("explains a confidence and a score by shares that sum to them", async () => {
  const { explanation, confidence, excerpts } = await knowledge.ask("who proposed expelling 35 diplomats", {
    explain: true,
  });
  const sum = (shares: readonly { share: number }[]) => shares.reduce((total, { share }) => total + share, 0);
  const z = (explanation?.bias ?? 0) + sum(explanation?.confidence ?? []);
  expect(1 / (1 + Math.exp(-z))).toBeCloseTo(confidence, 2);
  expect(explanation?.excerpts).toHaveLength(excerpts.length);
  // A passage's score is its best sentence's, raised by the odds of its others.
  expect(sum(explanation?.excerpts[0] ?? [])).toBeLessThanOrEqual((excerpts[0]?.score ?? 0) + 0.05);
});

it("explains nothing unless asked", async () => {
  expect(await knowledge.ask("who proposed expelling 35 diplomats")).not.toHaveProperty("explanation");
});
