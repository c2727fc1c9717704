import { readFileSync } from "node:fs";
import type { z } from "zod";
import { root } from "./data.ts";

/**
 * Reads a file of practice questions.
 *
 * @param file relative to the repository's root
 * @param section of CONTRIBUTING.md, where its form is given
 * @throws Error that names the file and the entry
 */
export function readQuestionsFile<T>(file: string, schema: z.ZodType<T>, section: string): T {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(root + file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const entries = new Set(result.error.issues.map(({ path: [list, i] }) => nameEntry(value, list, i)));
  throw new Error(`${file}: ${[...entries].join(", ")}: not of the form that CONTRIBUTING.md gives under “${section}”`);
}

/** "answerable[3] “who was it”" */
function nameEntry(value: unknown, list?: PropertyKey, i?: PropertyKey): string {
  if (list === undefined) return "the whole file";
  if (i === undefined) return String(list);
  const entry = (value as Record<PropertyKey, Record<PropertyKey, { readonly question?: unknown }>>)[list]?.[i];
  const asked = typeof entry?.question === "string" ? ` “${entry.question}”` : "";
  return `${String(list)}[${String(i)}]${asked}`;
}
