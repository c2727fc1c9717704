import { expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";

it("those present at another meeting are no difference", async () => {
  const documents = ["Carl Ode", "Gus Ibbs", "Dora Finn"].map((guest, i) => ({
    id: `meeting-${i}`,
    text: `Present: Ann Rudd (chair), Bob Hale (treasurer), Eve Stone (secretary), ${guest}, Hal Moor.\n\nThe meeting began at seven.`,
  }));
  const answer = await (await openKnowledge({ documents })).ask("who is the chair");
  expect(answer.status).toBe("answered");
  expect(answer.agreement).toEqual([]);
});
