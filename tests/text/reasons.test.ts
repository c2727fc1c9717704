import { describe, expect, it } from "vitest";
import { givesPurpose, givesReason } from "../../src/text/reasons.ts";

const isVerb = (word: string) => ["celebrate", "meet", "repair", "leave", "win"].includes(word);

describe("a sentence gives a reason", () => {
  it.each([
    "The pool is shut because the pump broke.",
    "Due to the storm no ferry runs.",
    "The school was closed in revenge.",
    "The strike was called in response to the cuts.",
    "He resigned as a result of the vote.",
    "Since the lift is broken, take the stairs.",
    "The doors stay open so that everyone can leave.",
  ])("%s", (sentence) => {
    expect(givesReason(sentence)).toBe(true);
  });

  it.each([
    "The pool has been shut since Monday.",
    "Since 2014 the pool has been shut.",
    "The ferry runs to Oslo.",
    "Everyone left the hall.",
  ])("not in: %s", (sentence) => {
    expect(givesReason(sentence)).toBe(false);
  });
});

describe("a sentence says what something was for", () => {
  it.each([
    "She went to Oslo to meet the minister.",
    "Two men were fined for damaging the fence.",
    "The club was sued for the loss.",
    "The embassy was closed over its spying.",
    "They shut the road to repair it.",
  ])("%s", (sentence) => {
    expect(givesPurpose(sentence, isVerb)).toBe(true);
  });

  it.each([
    "They were ordered to leave.",
    "The team is expected to win.",
    "The bus goes to the coast.",
    "Tea is for all.",
  ])("not in: %s", (sentence) => {
    expect(givesPurpose(sentence, isVerb)).toBe(false);
  });
});
