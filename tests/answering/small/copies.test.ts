import { expect, it } from "vitest";
import { type Files, knowledgeOf } from "./inputs.ts";

/** Texts that several documents print, with others beside them; what is asked; how many sources the answer has. */
const COPIES: readonly (readonly [files: Files, question: string, words: string, sources: number])[] = [
  [
    {
      "courier.txt": "The dam at Ulm will be raised by two metres, the ministry said on Monday.",
      "echo.txt": "The dam at Ulm will be raised by two metres, the ministry said on Monday.",
      "herald.txt": "Fishermen fear for the dam's eels. The ministry is in Bonn.",
    },
    "by how much will the dam at Ulm be raised",
    "two metres",
    2,
  ],
  [
    {
      "a.md": "# Bees\n\nHives are inspected every ten days in May.",
      "b.md": "# Garden\n\nHives are inspected every ten days in May.",
      "c.md": "# May\n\nIn May ten hives swarmed.",
    },
    "how often are hives inspected in May",
    "every ten days",
    2,
  ],
  [
    {
      "en/help.md": "To cancel an order, open it and press Withdraw. Orders are sent at night.",
      "mirror/help.md": "To cancel an order, open it and press Withdraw. Orders are sent at night.",
      "blog.md": "An order of monks lived here. The night was cold.",
    },
    "how do I cancel an order",
    "press Withdraw",
    2,
  ],
  [
    {
      "wire-1.txt": "A lorry spilled 9,000 litres of milk on the A6 near Brenn.",
      "wire-2.txt": "A lorry spilled 9,000 litres of milk on the A6 near Brenn.",
      "wire-3.txt": "A lorry spilled 9,000 litres of milk on the A6 near Brenn.",
      "x.txt": "Milk prices fell. The A6 is being widened near Brenn.",
    },
    "how much milk did the lorry spill",
    "9,000 litres",
    3,
  ],
  [
    {
      "page.html": "<p>The clinic takes no patients without an appointment on Fridays.</p>",
      "page.md": "The clinic takes no patients without an appointment on Fridays.",
      "other.md": "Patients wait in the clinic's garden on warm days.",
    },
    "does the clinic take patients without an appointment on Fridays",
    "takes no patients",
    2,
  ],
  [
    {
      "m1.md": "Present: Ute, Per. It was decided to buy a second kiln for 2,300 euros.",
      "m2.md": "Present: Ute, Ann. It was decided to buy a second kiln for 2,300 euros.",
      "n.md": "The first kiln cracked. A second hand is needed on Mondays.",
    },
    "how much does the second kiln cost",
    "2,300 euros",
    2,
  ],
  [
    {
      "news.md": "**Anna Sorel** won the mountain race in 2:14.",
      "feed.txt": "Anna Sorel won the mountain race in 2:14.",
      "club.md": "The mountain hut holds 14. Races need marshals.",
    },
    "who won the mountain race",
    "Anna Sorel",
    2,
  ],
  [
    {
      "1.txt": "The comet will be seen best on 12 October, low in the west.",
      "2.txt": "The comet will be seen best on 12 October, low in the west.",
      "3.txt": "In the west nothing new. October storms are common.",
    },
    "when will the comet be seen best",
    "12 October",
    2,
  ],
  [
    {
      "readme.md": "# Pelt\n\nPelt is licensed under the MIT licence.",
      "docs/index.md": "# Welcome\n\nPelt is licensed under the MIT licence.",
      "docs/faq.md": "A licence for a dog costs 40 euros.",
    },
    "what licence does Pelt have",
    "MIT licence",
    2,
  ],
  [
    {
      "s1.md": "Lunch is served from 12:30 in the winter garden.",
      "s2.md": "Lunch is served from 12:30 in the winter garden!",
      "s3.md": "The garden is bare in winter. Lunch boxes are sold at 8.",
    },
    "where is lunch served",
    "winter garden",
    2,
  ],
  [
    {
      "mail-1.txt": "The new code for the gate is 4471 from June on.",
      "mail-2.txt": "> The new code for the gate is 4471 from June on.\n\nThanks, noted.",
      "mail-3.txt": "The gate squeaks. Codes of dress do not exist here.",
    },
    "what is the new code for the gate",
    "4471",
    1,
  ],
  [
    {
      "p.md": "Divers found the bell of the Hollandia at 31 metres.",
      "q.md": "Divers found the bell of the Hollandia at 31 metres.",
      "r.md": "Divers found the anchor of the Sirene at 18 metres.",
    },
    "at what depth was the bell of the Hollandia found",
    "31 metres",
    2,
  ],
];

it("copies of one text are one answer with several sources: at least 11 of 12", async () => {
  const wrong: string[] = [];
  for (const [files, question, words, sources] of COPIES) {
    const { status, excerpts, agreement } = await knowledgeOf(files).ask(question);
    const [best] = excerpts;
    const marked = best?.text.slice(best.answer.start, best.answer.end) ?? "";
    const others = agreement.filter(({ relation }) => relation === "agrees").length;
    const shown = excerpts.filter(({ text }) => text.includes(words)).length;
    const isRight = status === "answered" && marked.includes(words) && shown === 1 && 1 + others >= sources;
    if (!isRight) wrong.push(`${question}: ${marked} (${status}), ${shown} shown, ${others} agree`);
  }
  expect({ right: COPIES.length - wrong.length, wrong }).toEqual({
    right: expect.toSatisfy((right) => right >= 11),
    wrong: expect.anything(),
  });
});
