import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Document } from "../src/documents/document.ts";
import { readFolder } from "../src/documents/folder.ts";
import { answers, root } from "./data.ts";

const FOLDER = "bench/practice";

const questions = z.object({
  answerable: z.array(
    z.object({
      question: z.string(),
      /** Worded otherwise than the documents, in part or wholly. */
      otherWords: z.boolean(),
      right: answers,
    }),
  ),
  unanswerable: z.array(z.string()),
});

/** A small folder of documents written for practice, with questions on them. */
export interface PracticeFolder {
  readonly name: string;
  readonly documents: readonly Document[];
  readonly questions: z.infer<typeof questions>;
}

/** The folders under bench/practice. */
export const practiceFolders: readonly PracticeFolder[] = await load();

async function load(): Promise<PracticeFolder[]> {
  const names = readdirSync(root + FOLDER).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      documents: (await readFolder(`${root}${FOLDER}/${name}`)).documents,
      questions: questions.parse(JSON.parse(readFileSync(`${root}${FOLDER}/${name}/questions.json`, "utf8"))),
    })),
  );
}
