import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Document } from "../src/documents/document.ts";
import { readFolder } from "../src/documents/folder.ts";
import { touchesPlace } from "../src/evaluation/own-questions.ts";
import { root } from "./data.ts";
import type { PracticeFolder, PracticeQuestion } from "./practice-folder.ts";
import { absentFolders, openReal, readReal, realDocuments, realNames } from "./practice-real.ts";
import { readQuestionsFile } from "./questions-file.ts";

export { markedIn, markedOf, type PracticeFolder, type PracticeQuestion } from "./practice-folder.ts";

const FOLDER = "bench/practice";

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

/** The folders under bench/practice, then the real ones whose documents are here. */
export const practiceFolders: readonly PracticeFolder[] = await Promise.all([
  ...readdirSync(root + FOLDER)
    .sort()
    .map((name) => openFolder(name)),
  ...realNames()
    .filter((name) => !absentFolders.includes(name))
    .map((name) => openReal(name, readReal(name), realDocuments(name))),
]);

async function openFolder(name: string): Promise<PracticeFolder> {
  const { answerable, unanswerable } = readQuestions(`${FOLDER}/${name}/questions.json`);
  const folder = path.join(root, FOLDER, name);
  const { documents } = await readFolder(folder);
  return {
    name,
    untidy: answerable.some(({ right }) => right.some((one) => "file" in one)),
    real: false,
    folder,
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
  return readQuestionsFile(file, questionsFile, "A practice folder");
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
  return (marked) => touchesPlace(marked, { file, start, end: start + words.length });
}
