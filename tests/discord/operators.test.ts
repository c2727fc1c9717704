import { expect, test } from "vitest";
import { startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import { ann, ben, type Shown } from "./world.ts";

function textOf(shown: Shown): string {
  if (shown.kind !== "message" || !shown.ephemeral)
    throw new Error(`not a message for one person alone: ${shown.kind}`);
  return textsOf(shown.message.components ?? [])
    .map(visibleText)
    .join("\n");
}

test("/report tells those who operate the bot what was asked, and others that it is not for them", async () => {
  await using harness = await startHarness({ admins: [ann.id] });
  const { discord } = harness;
  await discord.slash("ask", { question: "who proposed expelling 35 diplomats" }, { user: ben });
  await discord.slash("ask", { question: "what is the capital of Peru, @everyone" }, { user: ben });
  await discord.slash("ask", { question: "what does my boss think of me", private: true }, { user: ben });
  const shown = textOf(await discord.slash("report", {}, { user: ann }));
  expect(shown).toContain("2 of 3 questions had no sure answer.");
  expect(shown).toContain("what is the capital of Peru, @everyone");
  expect(shown).toContain("1 asked in private, left out");
  expect(shown).not.toContain("boss");
  expect(textOf(await discord.slash("report", {}, { user: ben }))).toBe("/report is for the operators of this bot.");
  expect(textOf(await discord.slash("help", {}, { user: ann }))).toContain("/report");
  expect(textOf(await discord.slash("help", {}, { user: ben }))).not.toContain("/report");
  expect(harness.log.join("\n")).not.toContain("does not know the commands");
});

test("/report is not offered where nobody operates the bot", async () => {
  await using harness = await startHarness();
  await expect(async () => harness.discord.slash("report")).rejects.toThrow();
  await harness.disconnect();
  expect(harness.log.join("\n")).not.toContain("does not know the commands");
});
