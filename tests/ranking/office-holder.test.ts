import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";

const PAPERS = [
  {
    id: "echo",
    text: "Mayor Hugh Clay admitted on Tuesday that the tower had not been painted in spring, as he had said on Sunday. He took it back before the council.\n\nThe councillor Ada Finch called on him to resign. Clay refused.",
  },
  { id: "post", text: "Mayor Hugh Clay said the tower had been painted in spring and found sound." },
];

async function best(question: string, documents: { id: string; text: string }[]) {
  const { excerpts } = await (await openKnowledge({ documents })).ask(question);
  const [first] = excerpts;
  return first === undefined ? "" : first.text.slice(first.answer.start, first.answer.end);
}

describe("who holds an office", () => {
  it("is told by the sentence that names them, not by one that only speaks of “him”", async () => {
    expect(await best("who is the mayor", PAPERS)).toMatch(/^Mayor Hugh Clay/);
    expect(await best("Who's the mayor?", PAPERS)).toMatch(/^Mayor Hugh Clay/);
  });

  it.each([
    "The treasurer, Eve Stone, came late.",
    "Eve Stone, our treasurer, came late.",
    "Those who came were Eve Stone (treasurer) and two guests.",
    "Eve Stone was elected treasurer.",
    "Treasurer: Eve Stone",
    "The treasurer is Eve Stone.",
  ])("is told by “%s”", async (sentence) => {
    const other =
      "Bob Hale asked the treasurer for the books. Carl Ode told the treasurer and Dora Finn that the treasurer had lost them.";
    const documents = [
      { id: "a", text: other },
      { id: "b", text: sentence },
    ];
    expect(await best("who is the treasurer", documents)).toBe(sentence);
  });
});
