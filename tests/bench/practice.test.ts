import { describe, expect, it } from "vitest";
import { markedIn, practiceFolders } from "../../bench/practice.ts";
import { toPassages } from "../../src/documents/passages.ts";

describe.each(practiceFolders.map((folder) => [folder.name, folder] as const))(
  "the practice folder %s",
  (_, { documents, answerable, unanswerable, untidy }) => {
    it("has documents, questions with an answer and questions without", () => {
      expect(documents.length).toBeGreaterThanOrEqual(untidy ? 1 : 2);
      expect(answerable.length).toBeGreaterThanOrEqual(untidy ? 10 : 40);
      expect(unanswerable.length).toBeGreaterThanOrEqual(untidy ? 5 : 14);
    });

    it("holds each right answer in a sentence", () => {
      const sentences = documents.flatMap((document) =>
        toPassages(document).flatMap((passage) => passage.sentences.map((span) => markedIn(document, span))),
      );
      const missing = answerable.filter(({ isRight }) => !sentences.some((sentence) => isRight(sentence)));
      expect(missing.map(({ question }) => question)).toEqual([]);
    });
  },
);
