import { expect, it } from "vitest";
import {
  conversationNames,
  holdConversation,
  loadConversations,
  openConversations,
} from "../../bench/conversations.ts";

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
  expect(conversationNames()).toEqual(["aceh", "djangocon", "dnc", "event"]);
});
