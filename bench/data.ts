import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Answer } from "../src/answering/answer.ts";

/** The repository's root, with a slash at its end. */
export const root = fileURLToPath(new URL("../", import.meta.url));

/** A data set that is not on this machine. */
export class AbsentData extends Error {}

/** What whoever lacks a data set can do. */
export const HOW_TO_GO_ON =
  "Put the data sets there, or send your change without new weights and say so: see “A feature of the ranker” in CONTRIBUTING.md";

const passage = z.object({ id: z.string(), title: z.string(), text: z.string() });
export type Paragraph = z.infer<typeof passage>;

const squadQuestion = z.object({
  id: z.string(),
  question: z.string(),
  passage: z.string(),
  answerable: z.boolean(),
  answers: z.array(z.object({ text: z.string(), start: z.number() })),
});
export interface SquadQuestion extends z.infer<typeof squadQuestion> {
  /** The Wikipedia article its paragraph is from. */
  readonly article: string;
}

export interface Squad {
  readonly passages: readonly Paragraph[];
  /** Those that their paragraph answers. */
  readonly answerable: readonly SquadQuestion[];
  /** Trick questions: those that it does not. */
  readonly tricks: readonly SquadQuestion[];
  readonly articles: readonly string[];
}

const trecQuestion = z.object({
  id: z.string(),
  question: z.string(),
  candidates: z.array(z.object({ text: z.string(), label: z.union([z.literal(0), z.literal(1)]) })),
});
export type TrecQuestion = z.infer<typeof trecQuestion>;

/** Answers that are right: a sentence of this source that holds all of these words. Any one of a list will do. */
const answers = z.array(z.object({ source: z.string(), contains: z.array(z.string()).min(1) })).min(1);
const eventFile = z.object({
  answerable: z.array(z.object({ question: z.string(), knowledge: answers, articles: answers })),
  unanswerable: z.array(z.object({ question: z.string() })),
});
export type Answers = z.infer<typeof answers>;
export type EventQuestions = z.infer<typeof eventFile>;

/** @throws AbsentData when a file is not there, naming it */
export function loadSquad(): Squad {
  const passages = readLines("../shared/benchmarks/squad/passages.jsonl", passage);
  const questions = readLines("../shared/benchmarks/squad/questions.jsonl", squadQuestion).map((question) => ({
    ...question,
    article: articleOf(question.passage),
  }));
  return {
    passages,
    answerable: questions.filter(({ answerable }) => answerable),
    tricks: questions.filter(({ answerable }) => !answerable),
    articles: [...new Set(questions.map(({ article }) => article))],
  };
}

/** @throws AbsentData when the file is not there, naming it */
export function loadTrec(): TrecQuestion[] {
  return readLines("../shared/benchmarks/trec-qa/questions.jsonl", trecQuestion);
}

/**
 * @param file relative to the repository's root
 * @throws AbsentData when it is not there, naming it
 */
export function loadEvent(file: string): EventQuestions {
  return eventFile.parse(JSON.parse(readFileSync(locate(file), "utf8")));
}

/** "Normans" of "Normans-12". */
function articleOf(passageId: string): string {
  return passageId.replace(/-\d+$/, "");
}

/**
 * @param file relative to the repository's root
 * @throws AbsentData when it is not there, naming it
 */
export function locate(file: string): string {
  const found = root + file;
  if (!existsSync(found)) throw new AbsentData(`${file} is absent`);
  return found;
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(locate(file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** Whether a sentence of a source is one of the right answers. */
function holdsAnswer(right: Answers, source: string, sentence: string): boolean {
  return right.some((one) => one.source === source && one.contains.every((words) => sentence.includes(words)));
}

/** Whether the first sentence shown is a right one. */
export function isRight(answer: Answer, right: Answers): boolean {
  const { source, text } = firstSentence(answer);
  return holdsAnswer(right, source, text);
}

/** The sentence marked in the best excerpt, and its source. */
export function firstSentence({ excerpts: [best] }: Answer): { source: string; text: string } {
  if (best === undefined) return { source: "", text: "(nothing)" };
  const { start, end } = best.answer;
  return { source: best.source.id, text: best.text.slice(start, end).replace(/\s+/g, " ") };
}
