import { existsSync, readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { BlockKind, Document } from "../src/documents/document.ts";
import { readFolder } from "../src/documents/folder.ts";
import { type FilePlace, touchesPlace } from "../src/evaluation/own-questions.ts";
import { AbsentData, root } from "./data.ts";
import type { Marked } from "./practice-folder.ts";

const PLACES = ["../shared/benchmarks/folders", "../shared/benchmarks/events"];

const line = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.string().default(""),
  wording: z.enum(["own", "other"]).optional(),
  none: z.boolean().optional(),
  /** Regular expressions that match once in their file, in any case, over lines. */
  answers: z.array(z.object({ file: z.string(), match: z.string() })).default([]),
});

/** A question to a real folder. It is to judge with, never to fit on. */
export interface BenchmarkQuestion {
  readonly id: string;
  readonly question: string;
  /** What it asks for. */
  readonly kind: string;
  readonly wording: "own" | "other" | "none";
  /** What kind of text answers it: the block that the first place stands in; null where none does. */
  readonly text: BlockKind | null;
  isRight(marked: Marked): boolean;
}

export interface BenchmarkFolder {
  readonly name: string;
  readonly event: boolean;
  readonly documents: readonly Document[];
  readonly questions: readonly BenchmarkQuestion[];
}

/** @throws AbsentData when they are not there */
export async function loadRealFolders(): Promise<BenchmarkFolder[]> {
  const folders: BenchmarkFolder[] = [];
  for (const place of PLACES) {
    if (!existsSync(root + place)) throw new AbsentData(`${place} is absent`);
    for (const entry of readdirSync(root + place, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const folder = `${root}${place}/${entry.name}`;
      const { documents } = await readFolder(`${folder}/docs`);
      const lines = readFileSync(`${folder}/questions.jsonl`, "utf8")
        .split("\n")
        .filter((text) => text.trim() !== "");
      const questions = lines.map((text) => toQuestion(line.parse(JSON.parse(text)), documents));
      folders.push({ name: entry.name, event: place.endsWith("events"), documents, questions });
    }
  }
  return folders;
}

interface Place extends FilePlace {
  readonly document: Document;
}

function toQuestion(asked: z.infer<typeof line>, documents: readonly Document[]): BenchmarkQuestion {
  const { id, question, kind, wording, none, answers } = asked;
  const places = answers.flatMap(({ file, match }) => placesOf(file, match, documents));
  return {
    id,
    question,
    kind,
    wording: none ? "none" : (wording ?? "other"),
    text: textOf(places),
    // As score.py judges: its bounds are those of the practice folders.
    isRight: (marked) => places.some((place) => touchesPlace(marked, place)),
  };
}

function placesOf(file: string, match: string, documents: readonly Document[]): Place[] {
  const document = documents.find((one) => one.file === file);
  if (document === undefined) return [];
  return Array.from(document.raw.matchAll(new RegExp(match, "gis")), ({ 0: found, index }) => ({
    document,
    file,
    start: index,
    end: index + found.length,
  }));
}

function textOf(places: readonly Place[]): BlockKind | null {
  for (const { document, start, end } of places) {
    const block = document.blocks.find((one) => {
      const place = document.origin.locate(one);
      return place.start < end && start < place.end;
    });
    if (block !== undefined) return block.kind;
  }
  return null;
}
