import { expect, test } from "vitest";
import { startHarness } from "./harness.ts";
import { textsOf } from "./visible-text.ts";
import { APPLICATION, type Shown } from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";

function read(shown: Shown) {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  return { ephemeral: shown.ephemeral, text: textsOf(shown.message.components ?? []).join("\n") };
}

test("a mistyped flag is no question, in a command's field or in a mention", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const refused = read(await discord.slash("ask", { question: `--privat ${QUESTION}` }));
  expect(refused.ephemeral).toBe(true);
  expect(refused.text).toContain("Did you mean");
  expect(refused.text).not.toContain("Lavrov");
  const kept = read(await discord.slash("ask", { question: `${QUESTION} --private` }));
  expect(kept.ephemeral).toBe(true);
  expect(kept.text).toContain("Lavrov");
  const asked = read(await discord.slash("ask", { question: "what does --verbose do" }));
  expect(asked.ephemeral).toBe(false);
  const mentioned = await discord.say(`<@${APPLICATION}> ${QUESTION} about --verbose`).answer;
  expect(textsOf(mentioned.components ?? []).join("\n")).toContain("Lavrov");
});
