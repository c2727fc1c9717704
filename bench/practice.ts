import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Excerpt } from "../src/answering/answer.ts";
import type { Document } from "../src/documents/document.ts";
import { readFolder } from "../src/documents/folder.ts";
import { type Span, slice } from "../src/text/span.ts";
import { root } from "./data.ts";

const FOLDER = "bench/practice";
/** Real folders, which are others': outside the repository. */
const REAL_FOLDER = "../real-practice";
/** What is marked may be so many characters long, or so many times as long as the words that answer, and still be right. */
const MAX_MARKED = 500;
const MAX_RATIO = 3;

/** A place that answers: words that stand in one place of a file, as they stand there; or in a sentence of a source. */
const place = z.union([
  z.strictObject({ file: z.string(), words: z.string().min(1) }),
  z.strictObject({ source: z.string(), contains: z.array(z.string()).min(1) }),
]);
type Place = z.infer<typeof place>;

const question = z.union([
  z.object({ question: z.string(), wording: z.enum(["own", "other"]), right: z.array(place).min(1) }),
  z
    .object({ question: z.string(), otherWords: z.boolean(), right: z.array(place).min(1) })
    .transform(({ otherWords, ...rest }) => ({ ...rest, wording: otherWords ? ("other" as const) : ("own" as const) })),
]);
const questionsFile = z.strictObject({ answerable: z.array(question), unanswerable: z.array(z.string()) });

/** A question of a practice folder that its documents answer. */
export interface PracticeQuestion {
  readonly question: string;
  /** Whether it is asked in the documents' own words, or in others, in part or wholly. */
  readonly wording: "own" | "other";
  /** Whether what is marked answers it. */
  isRight(marked: Marked): boolean;
}

/** Words of a document, and their place in its file. */
export interface Marked extends Span {
  readonly source: string;
  readonly file: string;
  readonly text: string;
}

/** @param span of the document's text */
export function markedIn({ source, file, text, origin }: Document, span: Span): Marked {
  return { source: source.id, file, text: slice(text, span), ...origin.locate(span) };
}

/** What is marked in an excerpt. */
export function markedOf({ source, text, answer, answerLocation: { file, start, end } }: Excerpt): Marked {
  return { source: source.id, file, text: slice(text, answer), start, end };
}

/** A folder of documents written for practice, with questions on them. */
export interface PracticeFolder {
  readonly name: string;
  /** Whether its places are named by the files' own words: then it is a folder as people have them, of any form. */
  readonly untidy: boolean;
  readonly documents: readonly Document[];
  readonly answerable: readonly PracticeQuestion[];
  readonly unanswerable: readonly string[];
}

/** The folders under bench/practice. */
export const practiceFolders: readonly PracticeFolder[] = await load();

async function load(): Promise<PracticeFolder[]> {
  const ours = readdirSync(root + FOLDER).sort();
  const real = existsSync(root + REAL_FOLDER) ? readdirSync(root + REAL_FOLDER).sort() : [];
  return Promise.all([
    ...ours.map((name) => open(name, `${FOLDER}/${name}`, "")),
    ...real
      .filter((name) => existsSync(`${root}${REAL_FOLDER}/${name}/questions.json`))
      .map((name) => open(name, `${REAL_FOLDER}/${name}`, "docs")),
  ]);
}

/** @param below where the documents stand in the folder */
async function open(name: string, folder: string, below: string): Promise<PracticeFolder> {
  const { answerable, unanswerable } = readQuestions(`${folder}/questions.json`);
  const { documents } = await readFolder(path.join(root, folder, below));
  return {
    name,
    untidy: answerable.some(({ right }) => right.some((one) => "file" in one)),
    documents,
    answerable: answerable.map(({ question, wording, right }) => {
      const judges = right.map((one) => judgeOf(one, documents, `${name}: ${question}`));
      return { question, wording, isRight: (marked) => judges.some((judge) => judge(marked)) };
    }),
    unanswerable,
  };
}

/**
 * @param file relative to the repository's root
 * @throws Error that names the file and the entry
 */
export function readQuestions(file: string): z.infer<typeof questionsFile> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(root + file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
  const result = questionsFile.safeParse(value);
  if (result.success) return result.data;
  const entries = new Set(result.error.issues.map(({ path: [list, i] }) => nameEntry(value, list, i)));
  throw new Error(
    `${file}: ${[...entries].join(", ")}: not of the form that CONTRIBUTING.md gives under “A practice folder”`,
  );
}

/** "answerable[3] “who was it”" */
function nameEntry(value: unknown, list?: PropertyKey, i?: PropertyKey): string {
  if (list === undefined) return "the whole file";
  if (i === undefined) return String(list);
  const entry = (value as Record<PropertyKey, Record<PropertyKey, { readonly question?: unknown }>>)[list]?.[i];
  const asked = typeof entry?.question === "string" ? ` “${entry.question}”` : "";
  return `${String(list)}[${String(i)}]${asked}`;
}

type Judge = PracticeQuestion["isRight"];

/** @throws Error when the words do not stand in the file, or stand there twice */
function judgeOf(right: Place, documents: readonly Document[], question: string): Judge {
  if (!("file" in right)) {
    return ({ source, text }) => {
      const shown = text.replace(/\s+/g, " ");
      return source === right.source && right.contains.every((words) => shown.includes(words));
    };
  }
  const { file, words } = right;
  const raw = documents.find((document) => document.file === file)?.raw ?? "";
  const start = raw.indexOf(words);
  if (start === -1 || raw.includes(words, start + 1)) throw new Error(`${question}: not once in ${file}: ${words}`);
  const end = start + words.length;
  return (marked) => {
    if (marked.file !== file || marked.start >= end || start >= marked.end) return false;
    return marked.end - marked.start <= Math.max(MAX_MARKED, MAX_RATIO * words.length);
  };
}
