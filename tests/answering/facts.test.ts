import { expect, it } from "vitest";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { openLexicon } from "../../src/lexicon/lexicon.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { makeFacts } from "../helpers/facts.ts";

const FOLDERS = 100;
const SIZE = 50;

it("answers at least 97% of 5,000 facts of one sentence, asked for in the plainest words", {
  timeout: 120_000,
}, async () => {
  const lexicon = openLexicon();
  let right = 0;
  const failed = new Map<string, number>();
  for (const facts of makeFacts(FOLDERS, SIZE, 20170304)) {
    const documents = toDocuments(facts.map(({ sentence }, i) => ({ id: `note-${i}`, text: sentence })));
    const knowledge = new LocalKnowledge(buildIndex(documents, lexicon));
    for (const [i, { question, sentence }] of facts.entries()) {
      const { status, excerpts } = await knowledge.ask(question, { limit: 1 });
      if (status === "answered" && excerpts[0]?.source.id === `note-${i}`) right++;
      else {
        const kind = `${status}: ${sentence.replace(/\d+/g, "n").replace(/the .*/i, "…")} ${question.split(" ").slice(0, 2).join(" ")}`;
        failed.set(kind, (failed.get(kind) ?? 0) + 1);
      }
    }
  }
  expect({ share: right / (FOLDERS * SIZE), failed: Object.fromEntries(failed) }).toEqual({
    share: expect.toSatisfy((share) => share >= 0.97),
    failed: expect.anything(),
  });
});
