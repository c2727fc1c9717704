import { beforeAll, describe, expect, it } from "vitest";
import { pointedAmong, pointsElsewhere, questionOf } from "../../src/chat/pointing.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";

describe("a message that only says that another one is to be answered", () => {
  it.each([
    "",
    "?",
    "^",
    "^^",
    "👆",
    "this",
    "this?",
    "can you answer this?",
    "could you please help with this",
    "please help with this",
    "hey can you help him with this question?",
    "can u take a look?",
    "any idea?",
    "thoughts?",
    "what about this one?",
    "do you know the answer to that?",
    "you know this?",
    "what's the answer?",
    "over to you",
    "what do you say to that",
    "answer pls",
  ])("“%s”", (text) => {
    expect(pointsElsewhere(text)).toBe(true);
  });

  it.each([
    "help",
    "help me",
    "when was that?",
    "who said this?",
    "why?",
    "source?",
    "what do you know?",
    "can you answer who Lavrov is",
    "this school",
    "is that true?",
    "tell me more",
    "thanks!",
    ":)",
    "answer the question of the embassy in Moscow",
  ])("is none of its kind: “%s”", (text) => {
    expect(pointsElsewhere(text)).toBe(false);
  });
});

describe("what is meant", () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    knowledge = await openKnowledge({
      documents: [
        { id: "rules", title: "Rules of the yard", text: "Bicycles stand behind the shed. Grills are forbidden." },
      ],
    });
  });

  it("is the last message that asks, else the last that says anything", () => {
    const thread = ["Where do the bicycles go?", "They were moved.", "thanks", "^"].map((text) => ({ text }));
    expect(pointedAmong(thread)?.text).toBe("Where do the bicycles go?");
    expect(pointedAmong(thread.slice(1))?.text).toBe("They were moved.");
    expect(pointedAmong(thread.slice(2))).toBeNull();
  });

  it("is of several questions the first that the documents answer", async () => {
    const text = "Hello! Who feeds the penguins? And where do the bicycles stand?";
    expect(await questionOf({ text }, knowledge, 1_000)).toBe("And where do the bicycles stand?");
    expect(await questionOf({ text: "Who feeds the penguins? And the seals?" }, knowledge, 1_000)).toBe(
      "Who feeds the penguins?",
    );
  });

  it("is all that is said where nothing is asked, of no more characters than a question may have", async () => {
    expect(await questionOf({ text: "Bicycles stand in the yard." }, knowledge, 8)).toBe("Bicycles");
    expect(await questionOf({ text: "🙂" }, knowledge, 100)).toBeNull();
    expect(await questionOf({ text: "", title: "Grills" }, knowledge, 100)).toBe("Grills");
  });
});
