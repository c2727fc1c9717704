import { describe, expect, it } from "vitest";
import { markdown as readMarkdown } from "../../src/documents/markdown.ts";
import { toDocument } from "../../src/documents/to-document.ts";
import { openLexicon } from "../../src/lexicon/lexicon.ts";
import { echoes } from "../../src/ranking/echo.ts";
import { exactNames } from "../../src/ranking/exact-names.ts";
import { answersAsField } from "../../src/ranking/field-answer.ts";
import { rank } from "../../src/ranking/rank.ts";
import { fittedWeights } from "../../src/ranking/weights.ts";
import { buildIndex, type Index } from "../../src/search/build-index.ts";
import { analyseQuestion } from "../../src/search/question.ts";
import { type Retrieved, retrieve } from "../../src/search/retriever.ts";
import type { SentencePlace } from "../../src/search/sentence-place.ts";

const lexicon = openLexicon();

type Rule = (index: Index, query: Retrieved) => ((found: SentencePlace) => boolean) | null;

/** The sentences of a Markdown file that a rule holds for, given a question; null where the rule is not for it. */
function held(rule: Rule, question: string, markdown: string): string[] | null {
  const index = buildIndex([toDocument("page.md", markdown, readMarkdown.read(markdown))], lexicon);
  const holds = rule(index, retrieve(index, analyseQuestion(question, lexicon.thesaurus), 1));
  if (holds === null) return null;
  return [...index.passages].flatMap(({ document, sentences }, passage) =>
    sentences.flatMap(({ start, end }, sentence) =>
      holds({ passage, sentence }) ? [document.text.slice(start, end)] : [],
    ),
  );
}

describe("a sentence that only asks what was asked", () => {
  const echo: Rule = (index, { question }) => echoes(index, question);

  it.each([
    "- Who pays for the hedge?\n- Who runs the bar?",
    "- How to report a broken lamp\n- Where to find the kit",
    "We asked how happy members are.",
    "The question who pays for the hedge was raised again.",
    "Whether the hedge may be higher was not discussed.",
    "Read more: Why was the bridge closed?",
  ])("is an echo: %s", (text) => expect(held(echo, "who pays for the hedge", text)).not.toEqual([]));

  it.each([
    "Asked who pays for the hedge, the mayor named the town.",
    "Mrs Petek, who pays for the hedge, was not there.",
    "## Who pays for the hedge?\n\nThe town.",
    "**Q: Who pays for the hedge?**\n\nA: The town.",
    "- When it rains we meet indoors",
    "The town pays; nobody asked why.\n",
  ])("is none: %s", (text) => expect(held(echo, "who pays for the hedge", text)).toEqual([]));

  it("is what was wanted where the question is about questions", () => {
    expect(held(echo, "what was asked at the meeting", "- Who pays for the hedge?")).toBeNull();
  });
});

describe("a field of the front matter", () => {
  const field: Rule = (index, query) => answersAsField(index, query);
  const page = `---\ntitle: Wild bees in town\nspeaker: Karl Ost\nroom: Aula\ntime: "16:00"\nlanguage: English\n---\n\nBees need soil.\n`;

  it.each([
    ["who speaks about wild bees", ["speaker: Karl Ost"]],
    ["when is the talk on wild bees", ["time: 16:00"]],
    ["where are the wild bees", ["room: Aula"]],
    ["in what language are the wild bees", ["language: English"]],
    ["when is the talk on honey", []],
    ["who pays for the wild bees", []],
    ["room", []],
  ])("answers “%s” with %j", (question, fields) => expect(held(field, question, page)).toEqual(fields));
});

describe("a name that is one sign for sign", () => {
  const exact: Rule = (index, { question }) => exactNames(index, question)?.stand ?? null;
  const text = "`getUserById` throws.\n\n`getUserByName` returns null.\n\nJan knows C++.\n\nIda knows C.";

  it.each([
    ["what does getUserByName return", ["getUserByName returns null."]],
    ["what does get_user_by_id do", ["getUserById throws."]],
    ["what does getUserByMail return", []],
    ["who knows C++", ["Jan knows C++."]],
    ["who knows C", ["Ida knows C."]],
    ["who knows C#", []],
    ["what does get user by name return", null],
    ["who knows openSUSE", null],
  ])("of “%s” is held by %j", (question, sentences) => expect(held(exact, question, text)).toEqual(sentences));
});

/** The sentences of a text, best first. */
function ranked(question: string, text: string): string[] {
  const index = buildIndex([toDocument("page.md", text, readMarkdown.read(text))], lexicon);
  const query = retrieve(index, analyseQuestion(question, lexicon.thesaurus), 5);
  return rank(index, query, fittedWeights()).sentences.map(({ passage, sentence }) => {
    const { document, sentences } = index.passages.get(passage);
    return document.text.slice(sentences[sentence]?.start, sentences[sentence]?.end);
  });
}

describe("a sentence that says the opposite of what was asked", () => {
  const votes = "Ann voted for the mill. Bob voted against the mill. Eve did not vote for the mill.";

  it.each([
    ["who voted for the mill", "Ann voted for the mill."],
    ["who voted against the mill", "Bob voted against the mill."],
    ["who did not vote for the mill", "Eve did not vote for the mill."],
  ])("stands behind: “%s”", (question, first) => expect(ranked(question, votes)[0]).toBe(first));

  it("is no contradiction where it takes a word back or sets a bound", () => {
    const tasting = "The tasting of the wines begins at 17:00, not 16:00. Wines are stored below the tasting hall.";
    expect(ranked("when does the tasting of the wines begin", tasting)[0]).toMatch(/17:00/);
  });

  it("may answer a question of yes or no", () => {
    expect(ranked("may dogs swim in the lake", "Dogs may not swim in the lake. The lake is deep.")[0]).toMatch(
      /may not/,
    );
  });
});
