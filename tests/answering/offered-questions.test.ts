import { expect, it } from "vitest";
import { OfferedQuestions } from "../../src/answering/offered-questions.ts";

const HEADINGS = ["Opening hours", "Who has the key?", "Prices", "Where do we meet?"];
const passages = HEADINGS.map((heading) => ({ document: { text: "" }, sentences: [], headings: [heading] }));
/** Tries take longer than the turn of a piece of work. */
function slow(answered: (question: string) => boolean) {
  const tried: string[] = [];
  const isAnswered = (question: string) => {
    for (const end = performance.now() + 11; performance.now() < end; );
    tried.push(question);
    return answered(question);
  };
  return { questions: new OfferedQuestions({ passages: [passages], isNoun: () => true, isAnswered }), tried };
}

it("are offered as far as they are found, and others have their turn between two that are tried", async () => {
  const { questions, tried } = slow((question) => question !== "Prices");
  expect(questions.known.length).toBeLessThan(3);
  expect(tried.length).toBeLessThan(4);
  expect(await questions.all()).toEqual(["Opening hours", "Who has the key?", "Where do we meet?"]);
  expect(questions.known).toHaveLength(3);
  expect(tried).toHaveLength(4);
});

it("give the first whole one as an example before all are tried", async () => {
  const { questions, tried } = slow(() => true);
  expect(await questions.example()).toBe("Who has the key?");
  expect(tried.length).toBeLessThan(4);
  expect(await slow(() => false).questions.example()).toBe("what is this about");
});

it("tell a fault to whoever waits, and to nobody else", async () => {
  const { questions } = slow(() => {
    throw new Error("broken");
  });
  expect(questions.known).toEqual([]);
  await expect(questions.all()).rejects.toThrow("broken");
  await expect(questions.example()).rejects.toThrow("broken");
});
