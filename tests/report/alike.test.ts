import { expect, it } from "vitest";
import { groupAlike } from "../../src/report/alike.ts";

it("lets others have their turn while very many questions are held against each other", async () => {
  const things = ["sauna", "pool", "ticket", "train", "dog", "room", "breakfast", "doctor", "badge", "camera"];
  const questions = things.flatMap((a) => things.flatMap((b) => things.map((c) => `where is the ${a}, ${b} or ${c}`)));
  let rounds = 0;
  let goesOn = true;
  const go = () => {
    rounds++;
    if (goesOn) setImmediate(go);
  };
  setImmediate(go);
  const groups = await groupAlike(questions.slice(0, 300));
  goesOn = false;
  expect(groups.flat()).toHaveLength(300);
  expect(rounds).toBeGreaterThan(2);
});
