import { hash } from "node:crypto";
import type { Excerpt } from "../answering/answer.ts";
import { slice } from "../text/span.ts";

/** Hexadecimal digits of a hash that tell one text from another among those of a folder. */
const DIGITS = 12;

/** By what a button of an answer knows later what was quoted: the file as it was, and the words. */
export interface QuoteMark {
  readonly file: string;
  readonly words: string;
}

/** @returns an excerpt's mark, as a button keeps it */
export function markQuote(excerpt: Excerpt): string {
  const { file, words } = markOf(excerpt);
  return `${file}-${words}`;
}

export function markOf({ text, answer, answerLocation }: Excerpt): QuoteMark {
  return { file: answerLocation.sha256.slice(0, DIGITS), words: hash("sha256", slice(text, answer)).slice(0, DIGITS) };
}

/** @returns null for what is no mark */
export function readMark(mark: string): QuoteMark | null {
  const [, file, words] = /^([0-9a-f]{12})-([0-9a-f]{12})$/.exec(mark) ?? [];
  return file === undefined || words === undefined ? null : { file, words };
}
