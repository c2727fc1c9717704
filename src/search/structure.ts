import { blockKinds, type Document, type Passage } from "../documents/document.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Span, slice } from "../text/span.ts";
import { tokenize } from "../text/tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What each sentence is a piece of, and what it belongs to. */
export interface Structure {
  /** Kind of block of each sentence, by its position in `blockKinds`. */
  readonly kindOf: Uint8Array;
  /**
   * Terms of what each sentence belongs to: the line that introduces its list, the item above its own, the question
   * that it answers. One and the same array for all sentences that share them.
   */
  readonly parentTerms: readonly Int32Array[];
  /** 1 where what a sentence belongs to next is a question of the text. */
  readonly answersQuestion: Uint8Array;
}

/** The terms of a text, as numbers; those that stand in no passage are left out. */
function termIds(text: string, vocabulary: Vocabulary): Int32Array {
  const ids: number[] = [];
  for (const { term, stop } of tokenize(text)) {
    const id = stop ? -1 : vocabulary.id(term);
    if (id !== -1) ids.push(id);
  }
  return Int32Array.from(ids);
}

const NOTHING = new Int32Array();

/** @param vocabulary the terms of the same passages */
export function readStructure(passages: readonly Passage[], vocabulary: Vocabulary): Structure {
  const kinds: number[] = [];
  const parentTerms: Int32Array[] = [];
  const answers: number[] = [];
  const known = new Map<Document, Map<number, Int32Array>>();
  for (const { document, blockOf } of passages) {
    const ofDocument = known.get(document) ?? new Map<number, Int32Array>();
    known.set(document, ofDocument);
    const above = (block: number): Int32Array => {
      const { blocks, text } = document;
      const parent = blocks[block]?.parent ?? -1;
      const at = blocks[parent];
      if (at === undefined) return NOTHING;
      let terms = ofDocument.get(parent);
      if (terms === undefined) {
        const own = termIds(slice(text, at.asks ? at : lastSentence(text, at)), vocabulary);
        terms = Int32Array.from([...own, ...above(parent)]);
        ofDocument.set(parent, terms);
      }
      return terms;
    };
    for (const block of blockOf) {
      const { kind, parent } = document.blocks[block] as Document["blocks"][number];
      kinds.push(blockKinds.indexOf(kind));
      parentTerms.push(above(block));
      answers.push(document.blocks[parent]?.asks ? 1 : 0);
    }
  }
  return { kindOf: Uint8Array.from(kinds), parentTerms, answersQuestion: Uint8Array.from(answers) };
}

/** What introduces is the last sentence of a paragraph. */
function lastSentence(text: string, { start, end }: Span): Span {
  const last = splitSentences(text.slice(start, end)).at(-1);
  return last === undefined ? { start, end } : { start: start + last.start, end: start + last.end };
}
