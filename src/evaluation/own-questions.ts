import { z } from "zod";
import type { Document } from "../documents/document.ts";
import { AttacheError } from "../errors.ts";
import type { Span } from "../text/span.ts";

/** Where an answer stands: words of a document. */
export interface ExpectedPlace {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  /** Where the words stand in the file, each time they do: UTF-16 offsets. */
  readonly spans: readonly Span[];
}

/** A question that somebody wrote of their own documents, and where its answer stands. */
export interface OwnQuestion {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly question: string;
  /** Any of them is right; none where the documents do not answer. */
  readonly places: readonly ExpectedPlace[];
}

const place = z.strictObject({ file: z.string().trim().min(1), phrase: z.string().trim().min(1) });
const question = z.string().trim().min(1);
const lineOf = z.union([
  z.strictObject({ question, none: z.literal(true) }).transform((line) => ({ question: line.question, answers: [] })),
  z
    .strictObject({ question, file: place.shape.file, phrase: place.shape.phrase })
    .transform(({ question, ...answer }) => ({ question, answers: [answer] })),
  z.strictObject({ question, answers: z.array(place).min(1) }),
]);

const FORM = `is to be {"question": "…", "file": "…", "phrase": "…"}, or {"question": "…", "none": true}`;

/**
 * Reads questions, one in a line, as JSON: `{"question", "file", "phrase"}`, with words that stand in the file where it
 * answers, `{"question", "answers": [{"file", "phrase"}, …]}` where several places do, or `{"question", "none": true}`.
 *
 * @param file its name, for what is said of it
 * @param documents those that the questions are asked of: every phrase is looked for in them
 * @throws AttacheError "usage" with a line for each line of the file that cannot be used, and why
 */
export function readOwnQuestions(file: string, text: string, documents: readonly Document[]): OwnQuestion[] {
  const questions: OwnQuestion[] = [];
  const problems: string[] = [];
  for (const [i, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === "") continue;
    try {
      questions.push(readLine(line, i + 1, documents));
    } catch (error) {
      problems.push(`${file}, line ${i + 1}: ${(error as Error).message}`);
    }
  }
  if (questions.length === 0 && problems.length === 0)
    problems.push(`${file} holds no questions: a line of it ${FORM}`);
  if (problems.length > 0) throw new AttacheError("usage", problems.join("\n"));
  return questions;
}

function readLine(line: string, number: number, documents: readonly Document[]): OwnQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`it ${FORM}`);
  }
  const read = lineOf.safeParse(value);
  if (!read.success) throw new Error(`it ${FORM}`);
  const { question, answers } = read.data;
  return { line: number, question, places: answers.map((answer) => find(answer, documents)) };
}

function find({ file, phrase }: z.infer<typeof place>, documents: readonly Document[]): ExpectedPlace {
  const document = documents.find((one) => one.file === file.replaceAll("\\", "/").replace(/^\.\//, ""));
  if (document === undefined) throw new Error(`there is no document “${file}” among those that are read`);
  const words = new RegExp(phrase.split(/\s+/).map(RegExp.escape).join("\\s+"), "giu");
  const shown = Array.from(document.text.matchAll(words), toSpan).map((span) => document.origin.locate(span));
  // Words of the file that a reader does not see as they stand, such as marks of style.
  const spans = shown.length > 0 ? shown : Array.from(document.raw.matchAll(words), toSpan);
  if (spans.length === 0) throw new Error(`“${phrase}” does not stand in ${file}: write words as they stand there`);
  return { file: document.file, spans };
}

function toSpan({ 0: found, index }: RegExpExecArray): Span {
  return { start: index, end: index + found.length };
}

/** What is marked may be so many characters long, or so many times as long as the words that answer, and still be right. */
const MAX_MARKED = 500;
const MAX_RATIO = 3;

/** Words of a file: UTF-16 offsets into its decoded text, in which a byte order mark counts. */
export interface FilePlace extends Span {
  readonly file: string;
}

/** Whether what is marked answers a question, by where it stands. */
export function isRight({ places }: OwnQuestion, marked: FilePlace): boolean {
  return places.some(({ file, spans }) => spans.some((span) => touchesPlace(marked, { file, ...span })));
}

/** Whether what is marked holds some of the place, and is not far longer. */
export function touchesPlace(marked: FilePlace, { file, start, end }: FilePlace): boolean {
  if (marked.file !== file || marked.start >= end || start >= marked.end) return false;
  return marked.end - marked.start <= Math.max(MAX_MARKED, MAX_RATIO * (end - start));
}
