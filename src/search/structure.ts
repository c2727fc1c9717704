import { blockKinds, type Document, type Passage } from "../documents/document.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Span, slice } from "../text/span.ts";
import { tokenize } from "../text/tokens.ts";
import type { TermListsBuilder } from "./term-lists.ts";
import type { TermCounter } from "./vocabulary.ts";

/** What each sentence is a piece of, and what it belongs to. */
export interface Structure {
  /** Kind of block of each sentence, by its position in `blockKinds`. */
  readonly kindOf: Uint8Array;
  /**
   * List of the terms of what each sentence belongs to: the line that introduces its list, the item above its own, the
   * question that it answers. One and the same for all sentences that share it.
   */
  readonly parentsOf: Int32Array;
  /** 1 where what a sentence belongs to next is a question of the text. */
  readonly answersQuestion: Uint8Array;
}

/** The terms of a text, as numbers; those that stand in no passage are left out. */
function termIds(text: string, vocabulary: TermCounter): number[] {
  const ids: number[] = [];
  for (const { term, stop } of tokenize(text)) {
    const id = stop ? -1 : vocabulary.id(term);
    if (id !== -1) ids.push(id);
  }
  return ids;
}

/**
 * @param vocabulary the terms of the same passages
 * @param lists takes those of what sentences belong to
 */
export function readStructure(
  passages: readonly Passage[],
  vocabulary: TermCounter,
  lists: TermListsBuilder,
): Structure {
  const kinds: number[] = [];
  const parents: number[] = [];
  const answers: number[] = [];
  const nothing = lists.add([]);
  const known = new Map<Document, Map<number, number>>();
  for (const { document, blockOf } of passages) {
    const ofDocument = known.get(document) ?? new Map<number, number>();
    known.set(document, ofDocument);
    const above = (block: number): number => {
      const { blocks, text } = document;
      const parent = blocks[block]?.parent ?? -1;
      const at = blocks[parent];
      if (at === undefined) return nothing;
      let list = ofDocument.get(parent);
      if (list === undefined) {
        const own = termIds(slice(text, at.asks ? at : lastSentence(text, at)), vocabulary);
        list = lists.add([...own, ...lists.get(above(parent))]);
        ofDocument.set(parent, list);
      }
      return list;
    };
    for (const block of blockOf) {
      const { kind, parent } = document.blocks[block] as Document["blocks"][number];
      kinds.push(blockKinds.indexOf(kind));
      parents.push(above(block));
      answers.push(document.blocks[parent]?.asks ? 1 : 0);
    }
  }
  return {
    kindOf: Uint8Array.from(kinds),
    parentsOf: Int32Array.from(parents),
    answersQuestion: Uint8Array.from(answers),
  };
}

/** What introduces is the last sentence of a paragraph. */
function lastSentence(text: string, { start, end }: Span): Span {
  const last = splitSentences(text.slice(start, end)).at(-1);
  return last === undefined ? { start, end } : { start: start + last.start, end: start + last.end };
}
