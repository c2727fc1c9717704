import { readBySource } from "./named-sources.ts";
import type { SourceNames } from "./source-names.ts";
import { splitQuestion } from "./split-question.ts";

/** A part of a question that is answered for itself. */
export interface Part {
  /** What is asked. */
  readonly question: string;
  /** Questions that it may lean on, oldest first: the parts before it too. */
  readonly history: readonly string[];
  /** The one source that is asked, by its name and its documents; null where all are. */
  readonly source: { readonly name: string; readonly ids: readonly string[] } | null;
}

const NUMBER_OF = /^(?:the )?(?:exact |total )?number of (?:the )?/i;

/**
 * Takes apart what wants more than one answer: a question of two parts, or one about what several sources say.
 *
 * @param history earlier questions of the conversation, oldest first
 * @param openNames gives what the sources go by; called only for a question that may name some
 * @returns null where one answer will do
 */
export async function readParts(
  question: string,
  history: readonly string[],
  openNames: () => Promise<SourceNames>,
): Promise<Part[] | null> {
  const bySource = await readBySource(question, openNames);
  if (bySource !== null) {
    const asked = bySource.question.replace(NUMBER_OF, "how many ");
    return bySource.sources.map((source) => ({ question: asked, history, source }));
  }
  const parts = splitQuestion(question);
  if (parts.length < 2) return null;
  return parts.map((part, i) => ({ question: part, history: [...history, ...parts.slice(0, i)], source: null }));
}
