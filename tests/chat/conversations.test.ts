import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import {
  conversationNames,
  holdConversation,
  isForTuning,
  loadConversations,
  openConversations,
} from "../../bench/conversations.ts";

/** Most of the documents are not in the repository; the conversations are. */
const ids = z.object({ conversations: z.array(z.object({ id: z.string() })) });
/** Turns that come right today, of 87: the program is to lose none of them. */
const RIGHT = 68;

it("the conversations on the shipped event go right as often as they did", async () => {
  const folder = loadConversations("event");
  const knowledge = await openConversations(folder);
  const turns = [];
  for (const conversation of folder.conversations) {
    turns.push(...(await holdConversation(conversation, folder, knowledge)));
  }
  expect(folder.conversations).toHaveLength(24);
  expect(turns.filter(({ right }) => right).length).toBeGreaterThanOrEqual(RIGHT);
});

it("there are sixty conversations, half of them to tune by", () => {
  const counts = conversationNames().map((name) => {
    const file = new URL(`../../bench/conversations/${name}.json`, import.meta.url);
    const { conversations } = ids.parse(JSON.parse(readFileSync(file, "utf8")));
    return { all: conversations.length, tuning: conversations.filter(isForTuning).length };
  });
  expect(counts.reduce((sum, { all }) => sum + all, 0)).toBe(60);
  expect(counts.reduce((sum, { tuning }) => sum + tuning, 0)).toBe(30);
});
