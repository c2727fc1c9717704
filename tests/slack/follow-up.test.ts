import { describe, expect, it } from "vitest";
import { isQuestionToNobodyElse } from "../../src/slack/follow-up.ts";

describe("a message in a thread where the bot has answered", () => {
  it.each([
    "when did he say that?",
    "When was it announced",
    "and how many were expelled?",
    "who else said so",
    "so how many were expelled",
    "what’s the school called",
    "35 diplomats?",
    "can you tell me who Lavrov is?",
    "tell me about the sanctions",
    "What's the Anglo-American School?",
    "why?",
    "why not?",
    "and when was that?",
    "who said so?",
    "what else did he say",
    "and Lavrov?",
    "source?",
    "tell me more",
  ])("is a follow-up: %s", (text) => {
    expect(isQuestionToNobodyElse(text)).toBe(true);
  });

  it.each([
    ["thanks", "is no question"],
    ["will do", "is no question"],
    ["is fine", "is no question"],
    ["what a mess", "is no question"],
    ["how nice", "is no question"],
    ["which is great", "is no question"],
    ["can confirm", "is no question"],
    ["or not", "is no question"],
    ["I think that’s wrong", "is no question"],
    ["<@U2> when did he say that?", "is for somebody"],
    ["@bob when did he say that?", "is for somebody"],
    ["Anna, when did he say that?", "is for somebody"],
    ["hey Anna, is that so?", "is for somebody"],
    ["<!here> who has the minutes?", "is for everybody"],
    ["<!subteam^S1> who was it?", "is for a group"],
    ["what do you think?", "is for people"],
    ["should we deploy on Friday?", "is for people"],
    ["can I go home now?", "is for people"],
    ["is that our number?", "is for people"],
    [`why ${"does it go on ".repeat(30)}?`, "is somebody’s thoughts"],
    ["really?", "may be said between people"],
    ["are you sure?", "may be said between people"],
    ["more", "is no question"],
    ["go on", "is no question"],
    ["", "is empty"],
  ])("is left to people: %s (%s)", (text) => {
    expect(isQuestionToNobodyElse(text)).toBe(false);
  });
});
