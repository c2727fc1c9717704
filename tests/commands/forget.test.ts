import { expect, it } from "vitest";
import { forget } from "../../commands/forget.ts";
import type { Personal } from "../../src/command.ts";
import { openKnowledge } from "../../src/index.ts";
import type { StoredOfPerson } from "../../src/store/store.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";

const knowledge = await openKnowledge({ documents: [{ id: "a", text: "Penguins eat fish." }] });
const stored: StoredOfPerson = {
  questions: [
    { question: "who eats fish", created: Date.UTC(2026, 4, 3, 12), isPrivate: true },
    { question: "who sleeps", created: Date.UTC(2026, 3, 30, 12), isPrivate: false },
  ],
  unanswered: 1,
  replies: 1,
  votes: 2,
  escalated: 1,
};

async function shown(options: { from?: number; confirm?: boolean } = {}, personal?: Personal): Promise<string> {
  const context = contextOf(knowledge, personal === undefined ? {} : { personal });
  const reply = await forget.run({ from: undefined, confirm: false, ...options }, context);
  return renderTerminal(reply, { width: 100, color: false });
}

it("says what is kept, before anything is deleted", async () => {
  const text = await shown({}, { list: async () => stored, forget: () => expect.unreachable() });
  expect(text).toMatch(/^What I keep of you\n/);
  expect(text).toContain("Questions  2, the first of 30 April 2026; 1 without an answer");
  expect(text).toContain("Votes      2");
  expect(text).toContain("Passed on  1 question, to people");
  expect(text).toContain("Buttons    under 1 reply");
  expect(text.replace(/\s+/g, " ")).toMatch(/how surely it was answered, how long that took and by which document/);
  expect(text).toMatch(/3 May 2026, for you alone +who eats fish\n30 April 2026 +who sleeps/);
});

it("says when there is nothing, and where nothing is kept at all", async () => {
  const none = { questions: [], unanswered: 0, replies: 0, votes: 0, escalated: 0 };
  const personal = { list: async () => none, forget: async () => 0 };
  expect(await shown({}, personal)).toBe("I have nothing stored of you.");
  expect(await shown({ confirm: true }, personal)).toBe("There was nothing stored of you.");
  expect(await shown()).toBe("Nothing that you ask here is kept.");
});

it("says what is gone", async () => {
  const text = await shown({ confirm: true }, { list: () => expect.unreachable(), forget: async () => 5 });
  expect(text).toMatch(/^Deleted: your questions with how they were answered, your votes/);
});
