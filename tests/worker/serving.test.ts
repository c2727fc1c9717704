import { expect, it } from "vitest";
import { createRun } from "../../src/chat/run.ts";
import { defineCommand } from "../../src/command.ts";
import { notice } from "../../src/replies/notice.ts";
import { startHarness } from "../discord/harness.ts";
import { textsOf, visibleText } from "../discord/visible-text.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache, knowledgeFolder } from "../helpers/program.ts";
import { openInWorker, writeQuietly } from "./opened.ts";

const QUESTION = "who proposed expelling 35 diplomats";

it("nobody goes without an answer where the worker ends while many are asking", async () => {
  await using opened = await openInWorker(knowledgeFolder);
  const { knowledge, workers } = opened;
  await using harness = await startHarness({ knowledge });
  const asked = Array.from({ length: 40 }, () => harness.discord.slash("ask", { question: QUESTION }));
  await asked[0];
  void workers[0]?.terminate();
  for (const reply of await Promise.all(asked)) {
    expect(
      textsOf(reply.kind === "message" ? (reply.message.components ?? []) : [])
        .map(visibleText)
        .join("\n"),
    ).toContain("Lavrov");
  }
  expect(workers).toHaveLength(2);
});

it("all that one command asks is answered by the same documents", async () => {
  const folder = await makeFolder({ "bakery.md": "# Bakery\n\nAnn Rudd built the bakery in 1911." });
  await using opened = await openInWorker(folder);
  const { knowledge } = opened;
  const seen: string[] = [];
  const twice = defineCommand({
    name: "twice",
    description: "Asks, has the documents read anew, and asks again",
    visibility: "public",
    options: {},
    async run(_, context) {
      seen.push((await context.knowledge.ask("who built the dairy")).status);
      await writeQuietly(folder, "dairy.md", "# Dairy\n\nBob Hale built the dairy in 1920.");
      await knowledge.reload();
      seen.push((await context.knowledge.ask("who built the dairy")).status, context.knowledge.fingerprint);
      return notice("info", "Done.");
    },
  });
  const before = knowledge.fingerprint;
  const run = createRun({ commands: [twice], knowledge, onFault: () => {}, observe: undefined });
  const requester = { platform: "discord", workspace: "w", channel: "c", conversation: null, user: "u" } as const;
  const context = { history: [], formatCommand: (name: string) => `/${name}`, feedback: { vote: () => {} } };
  await run({ command: "twice", input: { values: {} } }, requester, context);
  expect(seen).toEqual(["unanswered", "unanswered", before]);
  expect((await knowledge.ask("who built the dairy")).status).toBe("answered");
});

it("the program says in one line that the documents need more memory than it may have, and ends", async () => {
  const line = (_: unknown, i: number) => `The valley ${i} keeps w${i} goats and q${i * 7} sheep near farm${i % 977}.`;
  const folder = await makeFolder({ "a.md": Array.from({ length: 30_000 }, line).join("\n\n") });
  const token = "OTAwMDAwMDAwMDAwMDAwMDAx.GaBcDe.0123456789abcdefghijklmnopqrstuvwxyzAB";
  const env = { DISCORD_TOKEN: token, KNOWLEDGE: folder, NODE_OPTIONS: "--max-old-space-size=64" };
  const { status, stderr } = await attache([], { env });
  expect(stderr).toMatch(/^The documents take more memory than there is: let Node have more, [^\n]+\n$/);
  expect(status).toBe(2);
});
