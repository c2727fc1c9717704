import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import { makeFolder } from "../helpers/folder.ts";

/** What is marked of the answer to a question, and the line that is cited. */
async function marked(markdown: string, question: string) {
  const knowledge = await openKnowledge({
    folder: await makeFolder({ "a.md": markdown, "b.md": "Cats sleep a lot." }),
  });
  const [best] = (await knowledge.ask(question)).excerpts;
  if (best === undefined) throw new Error("nothing was found");
  return { text: best.text.slice(best.answer.start, best.answer.end), line: best.answerLocation.line };
}

const POOL = `# Pool

The pool is open on these days:

- Monday to Friday
- Saturday

## Prices

| | Adult | Child |
|---|---|---|
| Swim | 9 € | 4 € |
| Sauna | 14 € | 7 € |

## Can I bring my dog?

No. Dogs stay outside.

To book a lane, run:

\`\`\`sh
pool book --lane 3
\`\`\`
`;

it.each([
  [
    "a short list answers as a whole, with the line that introduces it",
    "on which days is the pool open",
    "The pool is open on these days:\n\nMonday to Friday\nSaturday",
    3,
  ],
  [
    "a row answers with its column heads, on its own line",
    "sauna price for an adult",
    "Sauna · Adult: 14 € · Child: 7 €",
    13,
  ],
  ["what follows a question of the text answers it", "can I bring my dog", "No. Dogs stay outside.", 17],
  ["code answers with the sentence above it", "how do I book a lane", "To book a lane, run:\n\npool book --lane 3", 19],
])("%s", async (_, question, text, line) => {
  expect(await marked(POOL, question)).toEqual({ text, line });
});

it("a title that asks is answered by what stands under it, up to the next heading", async () => {
  const page = "# Can I cancel?\n\nYes, until Friday. After that the fee stays due.\n\n## Fees\n\nTen euros.";
  expect(await marked(page, "can I cancel")).toEqual({
    text: "Yes, until Friday. After that the fee stays due.",
    line: 3,
  });
});

it("a line of a chat that asks is answered by the reply, under the question", async () => {
  const knowledge = await openKnowledge({
    folder: await makeFolder({
      "chat.txt":
        "[12:03] Ana: who has the key\n[12:04] Ana: I need it\n[12:05] Ben: the caretaker,\nMr Hoffmann\n[12:06] Ana: ok",
    }),
  });
  const [best] = (await knowledge.ask("who has the key")).excerpts;
  expect(best?.text.slice(best.answer.start, best.answer.end)).toBe("[12:05] Ben: the caretaker,\nMr Hoffmann");
  expect(best?.text).toContain("[12:03] Ana: who has the key");
  expect(best?.blocks.at(best.blocks.findIndex(({ breaks }) => breaks !== undefined))?.breaks).toHaveLength(1);
});

it("an item that holds the question's own words answers alone", async () => {
  const list = "Opening hours:\n\n- the sauna opens at nine\n- the pool opens at seven\n- the café opens at ten";
  expect(await marked(list, "when does the sauna open")).toEqual({ text: "the sauna opens at nine", line: 3 });
});

it("a list that goes on is answered by its item, under the line that introduces it", async () => {
  const items = Array.from(
    { length: 30 },
    (_, i) => `- stall ${i} sells ${i === 20 ? "honey" : "bread"} on market day`,
  );
  const knowledge = await openKnowledge({
    folder: await makeFolder({ "a.md": `Who sells what:\n\n${items.join("\n")}` }),
  });
  const [best] = (await knowledge.ask("which stall sells honey")).excerpts;
  expect(best?.text.slice(best.answer.start, best.answer.end)).toBe("stall 20 sells honey on market day");
  expect(best?.introduction).toBe("Who sells what:");
  expect(best?.answerLocation.line).toBe(23);
});

describe("a list of questions with their answers", () => {
  const list = [
    "1. Is there food?",
    "   Yes, soup is served at noon.",
    "2. **When does the tour start?** At nine in the morning.",
    "3. Where do I park? Behind the hall.",
  ].join("\n");

  it.each([
    ["is there food", "Yes, soup is served at noon.", 2],
    ["when does the tour start", "At nine in the morning.", 3],
    ["where do I park", "Behind the hall.", 4],
  ])("answers %s by what follows that question, not by the whole list", async (question, text, line) => {
    expect(await marked(list, question)).toEqual({ text, line });
  });
});
