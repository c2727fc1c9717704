import { blockKinds } from "../../documents/document.ts";
import { SENTENCES_BEFORE } from "../../search/passage-store.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import { pairWeight, type QueryWeights } from "./query-weights.ts";

/** How well each sentence of a run matches each term, at `row * count + t`; and how well any of them does. */
export class Matrix {
  readonly cells: Float64Array;
  readonly whole: Float64Array;
  readonly #count: number;

  constructor(rows: number, count: number) {
    this.cells = new Float64Array(rows * count);
    this.whole = new Float64Array(count);
    this.#count = count;
  }

  /** Forgets the first rows, all that were read. */
  clear(rows: number): void {
    this.cells.fill(0, 0, rows * this.#count);
    this.whole.fill(0);
  }

  /** Makes a row, still empty, like the one before. */
  repeat(row: number): void {
    this.cells.copyWithin(row * this.#count, (row - 1) * this.#count, row * this.#count);
  }

  at(row: number, t: number): number {
    return this.cells[row * this.#count + t] as number;
  }

  keepMax(row: number, t: number, value: number, inPassage: boolean): void {
    const i = row * this.#count + t;
    if (value > (this.cells[i] as number)) this.cells[i] = value;
    if (inPassage && value > (this.whole[t] as number)) this.whole[t] = value;
  }
}

const FIELD = blockKinds.indexOf("field");

/** What a passage matches, sentence by sentence. */
export class PassageMatch {
  /** Sentence of row 0. */
  first = 0;
  /** Row of the passage's first sentence: those above are of the passage before. */
  start = 0;
  /** Row after its last sentence. */
  end = 0;
  /** By the terms themselves, other spellings and their word families. */
  readonly lexical: Matrix;
  /** By synonyms alone. */
  readonly synonym: Matrix;
  /** The same, less so for words that tell less than the question's. */
  readonly idfScaled: Matrix;
  /** By paraphrases alone. */
  readonly paraphrase: Matrix;
  /** By any of them, less so for words that tell less than the question's. */
  readonly broad: Matrix;
  /** What each sentence belongs to, by the terms themselves and broadly. */
  readonly parent: Matrix;
  readonly broadParent: Matrix;
  /** Of the terms of what each sentence belongs to, the share that the question matches. */
  readonly parentShare: Float64Array;
  /** 1 for each row that is a field of the front matter. */
  readonly isField: Uint8Array;
  /** How well the headings with the title match each term. */
  readonly heading: Float64Array;
  /** How well the headings alone do. */
  readonly above: Float64Array;
  /** Weight of the question's neighbouring words that stand side by side. */
  pairs = 0;
  words = 0;
  readonly #matrices: readonly Matrix[];
  readonly #table: SentenceTable;
  readonly #query: QueryWeights;

  /** @param room sentences of the longest passage to come */
  constructor(table: SentenceTable, query: QueryWeights, room: number) {
    this.#table = table;
    this.#query = query;
    const { count } = query;
    const matrix = () => new Matrix(room + SENTENCES_BEFORE, count);
    this.lexical = matrix();
    this.synonym = matrix();
    this.idfScaled = matrix();
    this.paraphrase = matrix();
    this.broad = matrix();
    this.parent = matrix();
    this.broadParent = matrix();
    this.parentShare = new Float64Array(room + SENTENCES_BEFORE);
    this.isField = new Uint8Array(room + SENTENCES_BEFORE);
    this.#matrices = [
      this.lexical,
      this.synonym,
      this.idfScaled,
      this.paraphrase,
      this.broad,
      this.parent,
      this.broadParent,
    ];
    this.heading = new Float64Array(count);
    this.above = new Float64Array(count);
  }

  /** Reads a passage; what was read before is forgotten. */
  read(passage: number): void {
    const { passageStart, sentenceLength, above, headingsOf, titleOf, documentOf, kindOf } = this.#table;
    const first = passageStart[passage] as number;
    const last = passageStart[passage + 1] as number;
    let from = first;
    for (let p = passage - 1; p >= 0 && documentOf[p] === documentOf[passage] && from > first - SENTENCES_BEFORE; p--) {
      from = Math.max(first - SENTENCES_BEFORE, passageStart[p] as number);
    }
    for (const matrix of this.#matrices) matrix.clear(Math.max(this.end, last - from));
    this.first = from;
    this.start = first - from;
    this.end = last - from;
    this.words = 0;
    const paired = new Uint8Array(this.#query.count);
    for (let s = from; s < last; s++) {
      this.#readSentence(s, s - from, s >= first ? paired : null);
      this.isField[s - from] = kindOf[s] === FIELD ? 1 : 0;
      if (s < first) continue;
      this.#readParent(s, s - from);
      this.words += sentenceLength[s] as number;
    }
    this.pairs = 0;
    for (let t = 1; t < paired.length; t++) if (paired[t] === 1) this.pairs += pairWeight(this.#query.weight, t);
    this.above.fill(0);
    this.#keepAll(this.above, above.get(headingsOf[passage] as number));
    this.heading.set(this.above);
    this.#keepAll(this.heading, above.get(titleOf[passage] as number));
  }

  #readSentence(s: number, row: number, paired: Uint8Array | null): void {
    const { tokenStart, tokens, phraseStart, phrases } = this.#table;
    const { slotOf, lexical } = this.#query;
    let before = -1;
    for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
      const slot = slotOf[tokens[i] as number] as number;
      if (slot === -1) {
        before = -1;
        continue;
      }
      this.#keepExpansions(slot, row, paired !== null);
      const t = lexical.term[slot] as number;
      if (t !== -1) {
        const similarity = lexical.similarity[slot] as number;
        this.lexical.keepMax(row, t, similarity, paired !== null);
        this.broad.keepMax(row, t, similarity, paired !== null);
        if (before !== -1 && t === before + 1 && paired !== null) paired[t] = 1;
      }
      before = t;
    }
    for (let i = phraseStart[s] as number; i < (phraseStart[s + 1] as number); i++) {
      const slot = slotOf[phrases[i] as number] as number;
      if (slot !== -1) this.#keepExpansions(slot, row, paired !== null);
    }
  }

  #readParent(s: number, row: number): void {
    const { above, parentsOf } = this.#table;
    const { slotOf, lexical, expansions } = this.#query;
    const list = parentsOf[s] as number;
    if (row > this.start && list === parentsOf[s - 1]) {
      this.parent.repeat(row);
      this.broadParent.repeat(row);
      this.parentShare[row] = this.parentShare[row - 1] as number;
      return;
    }
    let matched = 0;
    const terms = above.get(list);
    for (const id of terms) {
      const slot = slotOf[id] as number;
      if (slot === -1) continue;
      const t = lexical.term[slot] as number;
      let best = 0;
      if (t !== -1) {
        best = lexical.similarity[slot] as number;
        this.parent.keepMax(row, t, best, false);
        this.broadParent.keepMax(row, t, best, false);
      }
      for (let e = expansions.head[slot] as number; e !== -1; e = expansions.next[e] as number) {
        const idfScaled = expansions.idfScaled[e] as number;
        this.broadParent.keepMax(row, expansions.term[e] as number, idfScaled, false);
        best = Math.max(best, idfScaled);
      }
      matched += best;
    }
    this.parentShare[row] = terms.length === 0 ? 0 : matched / terms.length;
  }

  #keepExpansions(slot: number, row: number, inPassage: boolean): void {
    const { head, next, term, similarity, idfScaled, synonym } = this.#query.expansions;
    for (let e = head[slot] as number; e !== -1; e = next[e] as number) {
      const t = term[e] as number;
      const scaled = idfScaled[e] as number;
      if (synonym[e] === 1) {
        this.synonym.keepMax(row, t, similarity[e] as number, inPassage);
        this.idfScaled.keepMax(row, t, scaled, inPassage);
      } else this.paraphrase.keepMax(row, t, scaled, inPassage);
      this.broad.keepMax(row, t, scaled, inPassage);
    }
  }

  #keepAll(values: Float64Array, ids: Int32Array): void {
    const { slotOf } = this.#query;
    const { term, similarity } = this.#query.lexical;
    for (const id of ids) {
      const slot = slotOf[id] as number;
      if (slot === -1) continue;
      const t = term[slot] as number;
      if (t !== -1 && (similarity[slot] as number) > (values[t] as number)) values[t] = similarity[slot] as number;
    }
  }
}
