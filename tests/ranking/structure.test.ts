import { describe, expect, it } from "vitest";
import { markdown as readMarkdown } from "../../src/documents/markdown.ts";
import { toDocument } from "../../src/documents/to-document.ts";
import { openLexicon } from "../../src/lexicon/lexicon.ts";
import { extractFeatures } from "../../src/ranking/extract.ts";
import { F, type FeatureName } from "../../src/ranking/features/features.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { analyseQuestion } from "../../src/search/question.ts";
import { retrieve } from "../../src/search/retriever.ts";

const lexicon = openLexicon();

/** A feature of each sentence of a Markdown file, by the sentence. */
function measure(feature: FeatureName, question: string, markdown: string): Record<string, number> {
  const document = toDocument("page.md", markdown, readMarkdown.read(markdown));
  const index = buildIndex([document], lexicon);
  const { sentences, hitOf, rows } = extractFeatures(
    index,
    retrieve(index, analyseQuestion(question, lexicon.thesaurus), 1),
  );
  const width = rows.length / sentences.length;
  const hits = retrieve(index, analyseQuestion(question, lexicon.thesaurus), 1).hits;
  return Object.fromEntries(
    Array.from(sentences, (sentence, i) => {
      const number = hits[hitOf[i] as number]?.passage ?? -1;
      const passage = index.passages.get(number);
      const span = passage.sentences[sentence - (index.table.passageStart[number] as number)];
      return [document.text.slice(span?.start, span?.end), rows[i * width + F[feature]] as number];
    }),
  );
}

const LIST = "For the overnight hike bring:\n\n- a torch\n- two socks\n\nThe bus waits at the gate. It is red.\n";

describe("what a sentence belongs to", () => {
  it("counts for an item of a list, and for no sentence after it", () => {
    const parent = measure("parent", "what to bring on the overnight hike", LIST);
    expect(parent["a torch"]).toBeGreaterThan(0.5);
    expect(parent["two socks"]).toBe(parent["a torch"]);
    expect(parent["It is red."]).toBe(0);
  });

  it("is matched by words of like meaning too", () => {
    const parent = measure("broadParent", "what to bring on the nightly walk", LIST);
    expect(parent["a torch"]).toBeGreaterThan(0);
  });

  it("tells an answer to a question like the asked one from an answer to another", () => {
    const faq =
      "## Can I cancel my ticket?\n\nUntil Friday, by mail.\n\n## Can I bring a dog into the hall?\n\nOn a lead.\n";
    for (const feature of ["questionRecall", "questionPrecision"] as const) {
      const values = measure(feature, "can I cancel a ticket", faq);
      expect(values["Until Friday, by mail."]).toBeGreaterThan((values["On a lead."] ?? 0) + 0.3);
    }
  });

  it("leaves nothing of the question beyond, where heading, introduction and item hold it", () => {
    const text = `# Overnight hike\n\nBring:\n\n- a torch\n\n# Gate\n\nThe bus waits here.\n`;
    const beyond = measure("beyond", "torch on the overnight hike", text);
    expect(beyond["a torch"]).toBe(0);
    expect(beyond["The bus waits here."]).toBeGreaterThan(0.2);
  });
});

describe("what the title is above", () => {
  const page = `---\ntitle: Wild bees\nroom: Aula\n---\n\nThey need soil. They need stems.\n`;

  it("counts for each field, which speaks of the whole document", () => {
    const exact = measure("exact", "wild bees", page);
    expect(exact).toEqual({ "room: Aula": 1, "They need soil.": 0, "They need stems.": 0 });
  });
});

describe("what a sentence is", () => {
  const page = `---\nroom: Aula\n---\n\n| Sauna | Adult |\n|---|---|\n| Day | 14 € |\n\nStart it with:\n\n\`\`\`sh\nnpm start\n\`\`\`\n\n- a lamp\n`;

  it.each([
    ["isRow", /14 €/],
    ["isCode", /npm start/],
    ["isItem", /a lamp/],
    ["isField", /Aula/],
  ] as const)("is known as %s", (feature, pattern) => {
    const values = measure(feature, "sauna start lamp aula room day", page);
    for (const [text, value] of Object.entries(values))
      expect({ text, value }).toEqual({ text, value: pattern.test(text) ? 1 : 0 });
  });

  it("is code where a command was asked for", () => {
    expect(measure("codeAsked", "which command starts it", page)["npm start"]).toBe(1);
    expect(measure("codeAsked", "who starts it", page)["npm start"]).toBe(0);
  });
});

describe("what is said and what is not", () => {
  const votes = "Ann voted for the pool.\n\nBob voted against the pool.\n\nEve did not vote on the pool.\n";

  it("tells for from against, small words as they are", () => {
    const values = measure("smallWords", "who voted against the pool", votes);
    expect(values["Bob voted against the pool."]).toBe(1);
    expect(values["Ann voted for the pool."]).toBe(0);
  });

  it("sees who did not, where that was asked", () => {
    const values = measure("negated", "who did not vote on the pool", votes);
    expect(values["Eve did not vote on the pool."]).toBe(1);
    expect(values["Ann voted for the pool."]).toBe(0);
    expect(measure("negatedOnly", "who voted on the pool", votes)["Eve did not vote on the pool."]).toBe(1);
  });

  it("knows what decides a question of yes or no", () => {
    const values = measure("decides", "can I bring a dog", "Dogs must stay outside.\n\nThe dog is called Rex.\n");
    expect(values).toEqual({ "Dogs must stay outside.": 1, "The dog is called Rex.": 0 });
  });
});

describe("meaning beyond words", () => {
  it("finds a sentence that shares no word with the question", () => {
    const text =
      "The steam bath is fourteen euros for grown-ups.\n\nThe library lends novels.\n\nTrams leave at noon.\n";
    const cosine = measure("cosineContext", "sauna price", text);
    const [steam = 0, ...others] = Object.values(cosine).sort((a, b) => b - a);
    expect(cosine["The steam bath is fourteen euros for grown-ups."]).toBe(steam);
    expect(steam).toBeGreaterThan((others[0] ?? 0) + 0.1);
  });

  it("meets a term by a word of near meaning alone", () => {
    const values = measure("aligned", "who is the boss", "The chairwoman is Ann Rudd.\n\nThe boat is green.\n");
    expect(values["The chairwoman is Ann Rudd."]).toBeGreaterThan(values["The boat is green."] ?? 1);
  });
});
