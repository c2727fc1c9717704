import { readFile } from "node:fs/promises";
import { LocalKnowledge } from "../answering/local-knowledge.ts";
import { openReranker } from "../answering/open-reranker.ts";
import { type FolderOptions, readFolder } from "../documents/folder.ts";
import { AttacheError } from "../errors.ts";
import { buildIndex } from "../search/build-index.ts";
import { evaluate, type Judged, type Summary, summarise } from "./evaluate.ts";
import { readOwnQuestions } from "./own-questions.ts";
import { type SuggestedThreshold, suggestThreshold } from "./threshold.ts";

export interface EvaluationOptions extends FolderOptions {
  readonly folder: string;
  /** File of questions: JSON, one in a line. */
  readonly questions: string;
  /** Folder of an encoder; null for none. */
  readonly encoder?: string | null;
  /** Confidence under which a question counts as unanswered; null for the one that was fitted. */
  readonly threshold?: number | null;
}

/** What came of somebody's own questions to their own documents. */
export interface Evaluation {
  readonly summary: Summary;
  readonly judged: readonly Judged[];
  /** A threshold that would suit them better; null where there is none, or too few questions to tell. */
  readonly suggested: SuggestedThreshold | null;
}

/**
 * Asks a folder's documents questions whose answers are known.
 *
 * @throws AttacheError "usage" when the questions cannot be read, "knowledge" when the folder holds nothing to read
 */
export async function evaluateFolder(options: EvaluationOptions): Promise<Evaluation> {
  const { folder, questions: file, encoder = null, threshold = null } = options;
  const text = await readQuestions(file);
  const { documents, report } = await readFolder(folder, options);
  const questions = readOwnQuestions(file, text, documents);
  const fitted = new LocalKnowledge(buildIndex(documents), undefined, report, await openReranker(encoder));
  const judgeWith = (knowledge: LocalKnowledge) =>
    evaluate((question, asked) => knowledge.ask(question, asked), questions);
  const judged = await judgeWith(threshold === null ? fitted : fitted.withThreshold(threshold));
  const suggested = await suggestThreshold(judged, (other) => judgeWith(fitted.withThreshold(other)));
  return { summary: summarise(judged), judged, suggested };
}

async function readQuestions(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "does not exist" : code === "EISDIR" ? "is a folder" : `cannot be read (${code})`;
    throw new AttacheError("usage", `${file} ${why}: name a file of questions with --questions`, { cause });
  }
}
