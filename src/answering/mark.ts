import type { Block, Passage } from "../documents/document.ts";
import { lineage } from "../documents/lineage.ts";
import { type Span, slice } from "../text/span.ts";

/** Characters up to which a list, a piece of code or an answer to a question of the text is marked as a whole. */
const SHORT = 350;
/** An answer to a question of the text that is shorter than this ("Yes.") takes the next sentence along. */
const BRIEF = 40;

/**
 * Chooses what of a passage answers, given the sentence that ranks first. As a rule that is the sentence; but
 * - a question of the text is answered by what follows it;
 * - a line that introduces a short list or code is answered by both together;
 * - an item that holds nothing of the question itself stands for its whole list, if that is short, with the line that introduces it.
 *
 * @param sentence position of the sentence in the passage
 * @param heldBy the terms of the question, by number, that a sentence of the passage holds
 * @returns the sentences marked, first and last, by their position in the passage
 */
export function markAnswer(
  passage: Passage,
  sentence: number,
  heldBy: (sentence: number) => ReadonlySet<number>,
): { readonly first: number; readonly last: number } {
  const { document, blockOf, sentences } = passage;
  const { text, blocks } = document;
  const kind = (i: number) => blocks[blockOf[i] as number] as Block;
  const short = (first: number, last: number) =>
    (sentences[last] as Span).end - (sentences[first] as Span).start <= SHORT;
  const block = kind(sentence);
  const endsWith = (pattern: RegExp) => pattern.test(slice(text, sentences[sentence] as Span));

  const reply = repliesAfter(passage, sentence);
  if (reply !== null && (block.asks || endsWith(/\?["”’')\]*]*$/))) return firstAnswer(passage, reply, short);

  // "No." under a heading that asks says too little by itself.
  if (blocks[block.parent]?.asks && blockOf[sentence - 1] !== blockOf[sentence] && block.kind === "paragraph") {
    return firstAnswer(passage, sentence, short);
  }

  const introduced = introducedBy(passage, sentence);
  if (introduced !== null && (kind(introduced.first).kind === "code" || endsWith(/:["”’')\]*]*$/))) {
    if (short(introduced.first, introduced.last)) return { first: sentence, last: introduced.last };
  }

  if (block.kind === "item" && block.group !== -1) {
    const { first, last } = extentOf(passage, sentence, (other) =>
      isOfList(blocks, blockOf[other] as number, block.group),
    );
    const beyond = heldIn(passage, sentence, heldBy).difference(heldAbove(passage, first, heldBy));
    if (first < last && beyond.size === 0 && short(first, last) && isWhole(passage, first, last)) {
      const isIntroduced = first > 0 && introducedBy(passage, first - 1) !== null && short(first - 1, last);
      return { first: isIntroduced ? first - 1 : first, last };
    }
  }
  return { first: sentence, last: sentence };
}

/** Where the sentence is the last of its block, the next sentence, if that belongs to the block; in a chat, the reply. */
function repliesAfter({ document, blockOf }: Passage, sentence: number): number | null {
  const next = blockOf[sentence + 1];
  if (next === undefined) return null;
  const own = blockOf[sentence] as number;
  if (document.blocks[own]?.kind === "line") {
    // Whoever asked may say more before somebody replies.
    const reply = blockOf.findIndex((block, i) => i > sentence && document.blocks[block]?.parent === own);
    return reply === -1 ? null : reply;
  }
  // "Can I? Yes, you can.": the question and its answer in one paragraph, or in an item of a list of questions.
  if (next === own) {
    const opensItem = document.blocks[own]?.kind === "item" && blockOf[sentence - 1] !== own;
    return document.blocks[own]?.asks || opensItem ? sentence + 1 : null;
  }
  return lineage(document.blocks, next).some((at) => at === own) ? sentence + 1 : null;
}

function firstAnswer(passage: Passage, first: number, short: (first: number, last: number) => boolean) {
  const { document, blockOf, sentences } = passage;
  const block = document.blocks[blockOf[first] as number] as Block;
  if (block.kind === "item" || block.kind === "row") {
    const list = extentOf(passage, first, (other) => isOfList(document.blocks, blockOf[other] as number, block.group));
    return short(first, list.last) ? { first, last: list.last } : { first, last: first };
  }
  let last = first;
  const start = (sentences[first] as Span).start;
  while ((sentences[last] as Span).end - start < BRIEF && blockOf[last + 1] === blockOf[first]) last++;
  const introduced = introducedBy(passage, last);
  return introduced !== null && short(first, introduced.last) ? { first, last: introduced.last } : { first, last };
}

/** The list or code right after a sentence that its block introduces; null where there is none. */
function introducedBy(passage: Passage, sentence: number): { first: number; last: number } | null {
  const { document, blockOf } = passage;
  const next = document.blocks[blockOf[sentence + 1] ?? -1];
  if (next === undefined || next.parent !== blockOf[sentence]) return null;
  if (next.kind === "code") return extentOf(passage, sentence + 1, (i) => blockOf[i] === blockOf[sentence + 1]);
  if (next.group === -1) return null;
  const whole = extentOf(passage, sentence + 1, (i) => isOfList(document.blocks, blockOf[i] as number, next.group));
  return isWhole(passage, whole.first, whole.last) ? whole : null;
}

/** The run of sentences around one that are of its kind. */
function extentOf({ sentences }: Passage, sentence: number, isKin: (sentence: number) => boolean) {
  let [first, last] = [sentence, sentence];
  while (first > 0 && isKin(first - 1)) first--;
  while (last < sentences.length - 1 && isKin(last + 1)) last++;
  return { first, last };
}

/** Whether the list does not go on beyond these sentences, before or after the passage. */
function isWhole({ document, blockOf }: Passage, first: number, last: number): boolean {
  const { blocks } = document;
  const { group } = blocks[blockOf[first] as number] as Block;
  const isOther = (block: number) => !isOfList(blocks, block, group);
  return isOther((blockOf[first] as number) - 1) && isOther((blockOf[last] as number) + 1);
}

/** Whether a block is an item of the list, or stands inside one. */
function isOfList(blocks: readonly Block[], block: number, group: number): boolean {
  return lineage(blocks, block).some((at) => blocks[at]?.group === group);
}

/** Terms that the item of a sentence holds, in all of its sentences. */
function heldIn(passage: Passage, sentence: number, heldBy: (sentence: number) => ReadonlySet<number>) {
  const { blockOf } = passage;
  const { first, last } = extentOf(passage, sentence, (other) => blockOf[other] === blockOf[sentence]);
  const held = new Set<number>();
  for (let i = first; i <= last; i++) for (const term of heldBy(i)) held.add(term);
  return held;
}

/** Terms that the line above a list holds. */
function heldAbove({ blockOf, document }: Passage, first: number, heldBy: (sentence: number) => ReadonlySet<number>) {
  const above = first > 0 && document.blocks[blockOf[first] as number]?.parent === blockOf[first - 1];
  return above ? heldBy(first - 1) : new Set<number>();
}
