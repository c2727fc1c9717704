import { expect, it } from "vitest";
import { LocalKnowledge } from "../../../src/answering/local-knowledge.ts";
import type { Document } from "../../../src/documents/document.ts";
import { toDocument } from "../../../src/documents/to-document.ts";
import { openLexicon } from "../../../src/lexicon/lexicon.ts";
import { buildIndex } from "../../../src/search/build-index.ts";
import { readerOf } from "../../helpers/readers.ts";

/** Characters marked at the most: more is a page, not an answer. */
const MAX_MARKED = 400;
const lexicon = openLexicon();

/** Path of each file → its text. */
export type Files = Readonly<Record<string, string>>;
/** A question, and words that are to be among those marked; null where the files do not say. */
export type Ask = readonly [question: string, words: string | null];
/** A few short documents with sentences in them that tempt, and what is asked of them. */
export type Input = readonly [files: Files, ...asks: readonly Ask[]];

/** Reads files as those of a folder are read, and indexes them. */
export function knowledgeOf(files: Files): LocalKnowledge {
  const documents = Object.entries(files).map(([file, raw]): Document => {
    const reader = readerOf(file);
    if (reader === null) throw new Error(`${file} is of no format that is read`);
    return toDocument(file, raw, reader.read(raw));
  });
  return new LocalKnowledge(buildIndex(documents, lexicon));
}

/** @returns what is marked, with its white space as single spaces, or null when the question is refused */
export async function markedFor(knowledge: LocalKnowledge, question: string): Promise<string | null> {
  const { status, excerpts } = await knowledge.ask(question);
  const [best] = excerpts;
  if (status === "unanswered" || best === undefined) return null;
  return best.text.slice(best.answer.start, best.answer.end).replace(/\s+/g, " ");
}

/**
 * Asks all questions of a kind, each of its own small folder, and holds the share that comes right.
 *
 * @param atLeast questions that must come right: what holds today, so that no change makes it worse unseen
 */
export function itAnswers(kind: string, atLeast: number, inputs: readonly Input[]): void {
  const all = inputs.reduce((sum, [, ...asks]) => sum + asks.length, 0);
  it(`${kind}: at least ${atLeast} of ${all}`, async () => {
    const wrong: string[] = [];
    for (const [files, ...asks] of inputs) {
      const knowledge = knowledgeOf(files);
      for (const [question, words] of asks) {
        const marked = await markedFor(knowledge, question);
        const isRight = words === null || marked === null ? marked === words : holds(marked, words);
        if (!isRight) wrong.push(`${question}: ${words ?? "(nothing)"}, not ${marked ?? "(nothing)"}`);
      }
    }
    expect({ right: all - wrong.length, wrong }).toEqual({
      right: expect.toSatisfy((right) => right >= atLeast),
      wrong: expect.anything(),
    });
  });
}

function holds(marked: string, words: string): boolean {
  return marked.length <= MAX_MARKED && marked.includes(words);
}
