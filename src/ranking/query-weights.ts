import type { Hit } from "../search/candidates.ts";
import type { Match, QueryTerm } from "../search/expanded-query.ts";
import type { Question } from "../search/question.ts";
import type { SentenceTable } from "../search/sentence-table.ts";

const SPEECH =
  /\b(?:sa(?:id|ys?)|call(?:ed|s)?|tweet(?:ed|s)?|describe[ds]?|words?|promised?|quote[ds]?|claim(?:ed|s)?|argue[ds]?|wrote|stated?)\b/i;

/** A question made ready to be compared with many sentences. */
export interface QueryWeights {
  readonly count: number;
  readonly terms: readonly QueryTerm[];
  readonly weight: Float64Array;
  readonly total: number;
  readonly nameTotal: number;
  readonly numberTotal: number;
  readonly pairTotal: number;
  readonly focus: number;
  readonly subject: number;
  /** It asks what somebody said. */
  readonly speech: boolean;
  /** For each term of the vocabulary the question's term it stands for, or -1, and how well. */
  readonly lexical: { readonly term: Int16Array; readonly similarity: Float32Array };
  readonly expansions: ExpansionPostings;
}

/** Words and phrases of like meaning: for each of the documents' terms and phrases, a list of what it may stand for. */
interface ExpansionPostings {
  /** First entry of each list, or -1. */
  readonly head: Int32Array;
  /** Next entry of the same list, or -1. */
  readonly next: readonly number[];
  readonly term: readonly number[];
  readonly match: readonly Match[];
  /** Whether the entry is a synonym; else it is a paraphrase. */
  readonly synonym: readonly boolean[];
}

export function prepareQuery(table: SentenceTable, question: Question, terms: readonly QueryTerm[]): QueryWeights {
  const weight = Float64Array.from(terms, ({ idf }) => idf);
  const sum = (chosen: (term: QueryTerm, t: number) => number) =>
    terms.reduce((total, term, t) => total + chosen(term, t), 0);
  return {
    count: terms.length,
    terms,
    weight,
    total: sum(({ idf }) => idf) || 1,
    nameTotal: sum(({ idf, name }) => (name ? idf : 0)),
    numberTotal: sum(({ idf, number }) => (number ? idf : 0)),
    pairTotal: sum((_, t) => (t === 0 ? 0 : pairWeight(weight, t))),
    focus: question.focus < terms.length ? question.focus : -1,
    subject: question.subject < terms.length ? question.subject : -1,
    speech: (question.type === "thing" || question.type === "manner") && SPEECH.test(question.text),
    lexical: lookUp(table.vocabulary.size, terms),
    expansions: listExpansions(table.vocabulary.size + table.phraseIds.size, terms),
  };
}

/** Weight of a term and the one before it, as a pair. */
function pairWeight(weight: Float64Array, t: number): number {
  return Math.min(weight[t] as number, weight[t - 1] as number);
}

function lookUp(size: number, terms: readonly QueryTerm[]): QueryWeights["lexical"] {
  const term = new Int16Array(size).fill(-1);
  const similarity = new Float32Array(size);
  for (const [t, { matches }] of terms.entries()) {
    for (const match of matches) {
      if (match.similarity <= (similarity[match.id] as number)) continue;
      term[match.id] = t;
      similarity[match.id] = match.similarity;
    }
  }
  return { term, similarity };
}

function listExpansions(size: number, terms: readonly QueryTerm[]): ExpansionPostings {
  const head = new Int32Array(size).fill(-1);
  const next: number[] = [];
  const term: number[] = [];
  const match: Match[] = [];
  const synonym: boolean[] = [];
  for (const [t, { synonyms, paraphrases }] of terms.entries()) {
    for (const list of [synonyms, paraphrases]) {
      for (const one of list) {
        next.push(head[one.id] as number);
        head[one.id] = term.length;
        term.push(t);
        match.push(one);
        synonym.push(list === synonyms);
      }
    }
  }
  return { head, next, term, match, synonym };
}

/** How the terms are spread over the passages found. */
export interface HitStatistics {
  /** How often passage h holds term t, at `h * count + t`. */
  readonly frequency: Float64Array;
  /** Words of each passage found, stop words aside. */
  readonly length: Float64Array;
  /** How likely each term is in the words of the passage's title and of all passages found, at `h * count + t`. */
  readonly background: Float64Array;
  /** idf of each term among the passages found. */
  readonly local: Float64Array;
  readonly localTotal: number;
  /** BM25 of all passages of one title, and of all. */
  readonly groupScore: Map<Int32Array, number>;
  readonly allScore: number;
}

/** Words of everyday English that the passages found are joined by: a word is not likely because two passages hold it. */
const ENGLISH_WORDS = 300;

export function collectStatistics(
  table: SentenceTable,
  { count, lexical, terms }: QueryWeights,
  hits: readonly Hit[],
): HitStatistics {
  const { passageStart, tokenStart, tokens, titleTerms } = table;
  const frequency = new Float64Array(hits.length * count);
  const length = new Float64Array(hits.length);
  const held = new Float64Array(count);
  // The last number of each is the count of words.
  const all = new Float64Array(count + 1);
  const groups = new Map<Int32Array, Float64Array>();
  const groupScore = new Map<Int32Array, number>();
  let allScore = 0;
  for (const [h, { passage, score }] of hits.entries()) {
    const title = titleTerms[passage] as Int32Array;
    groupScore.set(title, (groupScore.get(title) ?? 0) + score);
    allScore += score;
    const group = groups.get(title) ?? new Float64Array(count + 1);
    groups.set(title, group);
    const from = tokenStart[passageStart[passage] as number] as number;
    const to = tokenStart[passageStart[passage + 1] as number] as number;
    for (let i = from; i < to; i++) {
      const id = tokens[i] as number;
      const t = lexical.term[id] as number;
      if (t === -1) continue;
      frequency[h * count + t] = (frequency[h * count + t] as number) + (lexical.similarity[id] as number);
    }
    for (let t = 0; t < count; t++) {
      const times = frequency[h * count + t] as number;
      if (times > 0) held[t] = (held[t] as number) + 1;
      group[t] = (group[t] as number) + times;
      all[t] = (all[t] as number) + times;
    }
    length[h] = to - from;
    group[count] = (group[count] as number) + to - from;
    all[count] = (all[count] as number) + to - from;
  }
  const background = new Float64Array(hits.length * count);
  const share = (counts: Float64Array, t: number) => {
    const english = ENGLISH_WORDS * (terms[t]?.english ?? 0);
    return ((counts[t] as number) + english + 0.1) / ((counts[count] as number) + ENGLISH_WORDS);
  };
  for (const [h, { passage }] of hits.entries()) {
    const group = groups.get(titleTerms[passage] as Int32Array) as Float64Array;
    for (let t = 0; t < count; t++) background[h * count + t] = (share(group, t) + share(all, t)) / 2;
  }
  const local = Float64Array.from(held, (df, t) =>
    terms[t]?.matches.length === 0 ? 0 : Math.log(1 + (hits.length - df + 0.5) / (df + 0.5)),
  );
  const localTotal = local.reduce((sum, value) => sum + value, 0) || 1;
  return { frequency, length, background, local, localTotal, groupScore, allScore: allScore || 1 };
}

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

  at(row: number, t: number): number {
    return this.cells[row * this.#count + t] as number;
  }

  keepMax(row: number, t: number, value: number, inPassage: boolean): void {
    const i = row * this.#count + t;
    if (value > (this.cells[i] as number)) this.cells[i] = value;
    if (inPassage && value > (this.whole[t] as number)) this.whole[t] = value;
  }
}

/** Sentences before the passage that its first ones are read with. */
const BEFORE = 2;

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
    const matrix = () => new Matrix(room + BEFORE, count);
    this.lexical = matrix();
    this.synonym = matrix();
    this.idfScaled = matrix();
    this.paraphrase = matrix();
    this.broad = matrix();
    this.#matrices = [this.lexical, this.synonym, this.idfScaled, this.paraphrase, this.broad];
    this.heading = new Float64Array(count);
    this.above = new Float64Array(count);
  }

  /** Reads a passage; what was read before is forgotten. */
  read(passage: number): void {
    const { passageStart, sentenceLength, headingTerms, titleTerms, documentOf } = this.#table;
    const first = passageStart[passage] as number;
    const last = passageStart[passage + 1] as number;
    let from = first;
    for (let p = passage - 1; p >= 0 && documentOf[p] === documentOf[passage] && from > first - BEFORE; p--) {
      from = Math.max(first - BEFORE, passageStart[p] as number);
    }
    for (const matrix of this.#matrices) matrix.clear(Math.max(this.end, last - from));
    this.first = from;
    this.start = first - from;
    this.end = last - from;
    this.words = 0;
    const paired = new Uint8Array(this.#query.count);
    for (let s = from; s < last; s++) {
      this.#readSentence(s, s - from, s >= first ? paired : null);
      if (s >= first) this.words += sentenceLength[s] as number;
    }
    this.pairs = 0;
    for (let t = 1; t < paired.length; t++) if (paired[t] === 1) this.pairs += pairWeight(this.#query.weight, t);
    this.above.fill(0);
    this.#keepAll(this.above, headingTerms[passage] as Int32Array);
    this.heading.set(this.above);
    this.#keepAll(this.heading, titleTerms[passage] as Int32Array);
  }

  #readSentence(s: number, row: number, paired: Uint8Array | null): void {
    const { tokenStart, tokens, phraseStart, phrases } = this.#table;
    const { lexical } = this.#query;
    let before = -1;
    for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
      const id = tokens[i] as number;
      this.#keepExpansions(id, row, paired !== null);
      const t = lexical.term[id] as number;
      if (t !== -1) {
        const similarity = lexical.similarity[id] as number;
        this.lexical.keepMax(row, t, similarity, paired !== null);
        this.broad.keepMax(row, t, similarity, paired !== null);
        if (before !== -1 && t === before + 1 && paired !== null) paired[t] = 1;
      }
      before = t;
    }
    for (let i = phraseStart[s] as number; i < (phraseStart[s + 1] as number); i++) {
      this.#keepExpansions(phrases[i] as number, row, paired !== null);
    }
  }

  #keepExpansions(id: number, row: number, inPassage: boolean): void {
    const { head, next, term, match, synonym } = this.#query.expansions;
    for (let e = head[id] as number; e !== -1; e = next[e] as number) {
      const t = term[e] as number;
      const { similarity, idfScaled } = match[e] as Match;
      if (synonym[e]) {
        this.synonym.keepMax(row, t, similarity, inPassage);
        this.idfScaled.keepMax(row, t, idfScaled, inPassage);
      } else this.paraphrase.keepMax(row, t, idfScaled, inPassage);
      this.broad.keepMax(row, t, idfScaled, inPassage);
    }
  }

  #keepAll(values: Float64Array, ids: Int32Array): void {
    const { term, similarity } = this.#query.lexical;
    for (const id of ids) {
      const t = term[id] as number;
      if (t !== -1 && (similarity[id] as number) > (values[t] as number)) values[t] = similarity[id] as number;
    }
  }
}
