import { describe, expect, it } from "vitest";
import { practiceFolders } from "../../bench/practice.ts";
import { toPassages } from "../../src/documents/passages.ts";

describe.each(practiceFolders.map((folder) => [folder.name, folder] as const))(
  "the practice folder %s",
  (_, folder) => {
    const { documents, questions } = folder;

    it("has documents, questions with an answer and questions without", () => {
      expect(documents.length).toBeGreaterThanOrEqual(2);
      expect(questions.answerable.length).toBe(40);
      expect(questions.unanswerable.length).toBe(14);
    });

    it("holds each right answer in a sentence", () => {
      const sentences = documents.flatMap((document) =>
        toPassages(document).flatMap((passage) =>
          passage.sentences.map(({ start, end }) => ({
            id: document.source.id,
            text: document.text.slice(start, end).replace(/\s+/g, " "),
          })),
        ),
      );
      const missing = questions.answerable.flatMap(({ question, right }) =>
        right
          .filter(
            ({ source, contains }) =>
              !sentences.some(({ id, text }) => id === source && contains.every((words) => text.includes(words))),
          )
          .map((answer) => ({ question, ...answer })),
      );
      expect(missing).toEqual([]);
    });
  },
);
