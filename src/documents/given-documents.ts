import { AttacheError } from "../errors.ts";
import type { Document } from "./document.ts";
import { readPlainText } from "./plain-text.ts";
import type { ReadDocument } from "./reader.ts";
import { toDocument } from "./to-document.ts";

/** A document given as text, rather than as a file. */
export interface GivenDocument {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly source?: ReadDocument["source"];
}

/** @throws AttacheError "knowledge" when a document is empty or two share an id */
export function toDocuments(given: readonly GivenDocument[]): Document[] {
  const problems: string[] = [];
  const documents: Document[] = [];
  for (const { id, title, text, source } of given) {
    try {
      const read = readPlainText(text, title ?? source?.title ?? id);
      documents.push(toDocument(id, text, { ...read, source: { ...source, ...read.source, id } }));
    } catch (error) {
      problems.push(`The document "${id}" ${(error as Error).message}`);
    }
  }
  for (const group of Map.groupBy(documents, ({ source }) => source.id.toLowerCase()).values()) {
    if (group.length === 1) continue;
    const names = group.map(({ file }) => file).join(" and ");
    problems.push(`${names} share the id "${group[0]?.source.id}": rename one, or give it another id`);
  }
  if (documents.length === 0 && problems.length === 0) problems.push("No documents were given: pass at least one");
  if (problems.length > 0) throw new AttacheError("knowledge", problems.join("\n"));
  return documents;
}
