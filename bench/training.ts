import { markSentence, positionsOf } from "../src/answering/quote.ts";
import type { Passage } from "../src/documents/document.ts";
import { toDocuments } from "../src/documents/given-documents.ts";
import { openLexicon } from "../src/lexicon/lexicon.ts";
import { extractFeatures } from "../src/ranking/extract.ts";
import { F, featureCount } from "../src/ranking/features/features.ts";
import { buildIndex, type Index } from "../src/search/build-index.ts";
import { analyseQuestion } from "../src/search/question.ts";
import { type Retrieved, retrieve } from "../src/search/retriever.ts";
import { splitSentences } from "../src/text/sentences.ts";
import type { Span } from "../src/text/span.ts";
import { loadSquad, type Paragraph, type SquadQuestion } from "./data.ts";
import { markedIn, type PracticeQuestion, practiceFolders } from "./practice.ts";

/**
 * How a question was asked. With an answer in the index: of all paragraphs, of its article alone, of that with every
 * sentence a document of its own, of a practice folder. Without: of a practice folder, of another article's folder, and
 * of a practice folder on another matter, and with the question's paragraph or its article taken out. One document of a
 * practice folder may answer or not.
 */
export type Regime =
  | "all"
  | "folder"
  | "sentences"
  | "practice"
  | "practice, no answer"
  | "practice, another folder"
  | "practice, one document"
  | "another folder"
  | "folder, paragraph out"
  | "all, paragraph out"
  | "all, article out";

/** Of a practice folder, in the documents' own words or others, or without an answer; of prose, with one or without. */
export type Kind = "own" | "other" | "none" | "prose" | "prose, none";

/** A question asked of an index, with what was found and which of it is right. */
export interface TrainingExample {
  /** The article or the practice folder of the question: what cross-validation holds apart. */
  readonly group: string;
  readonly regime: Regime;
  readonly kind: Kind;
  readonly answerable: boolean;
  /** What was asked, and what it found. */
  readonly index: Index;
  readonly retrieved: Retrieved;
  /** Of an answerable question, rows of features, one a sentence; else none. */
  readonly rows: Float32Array;
  /** 1 for a sentence that holds the answer, and for one of a passage that does. */
  readonly right: Uint8Array;
  readonly rightPassage: Uint8Array;
  /** Whether this sentence of this passage holds the answer. */
  isRight(passage: number, sentence: number): boolean;
}

export interface TrainingData {
  readonly articles: readonly string[];
  readonly folders: readonly string[];
  readonly examples: readonly TrainingExample[];
}

/** Groups of paragraphs taken out together, so that each is missing from one index. */
const GROUPS = 10;

/** Sentences kept of each question, and the features by whose sum they are chosen. */
const KEPT = 120;
const PROMISING = [F.broad, F.aligned, F.bm25, F.cosineContext, F.broadParent, F.broadPrevious];

/** Whether a sentence of what was found holds the answer, and whether its passage does. */
type Verdict = (passage: number, sentence: number) => readonly [boolean, boolean];
type Judge = (index: Index, retrieved: Retrieved) => Verdict;

/**
 * Asks SQuAD's questions and those of the practice folders in every regime. No question of TREC-QA, none on the event,
 * no trick question.
 */
export function loadTrainingData(onProgress: (text: string) => void = () => {}): TrainingData {
  const { passages, answerable, articles } = loadSquad();
  const lexicon = openLexicon();
  const build = (paragraphs: readonly Paragraph[]) => buildIndex(toDocuments(paragraphs), lexicon);
  const examples: TrainingExample[] = [];
  const askAll = (regime: Regime, index: Index, questions: readonly SquadQuestion[], hasAnswer: boolean) => {
    for (const question of questions) {
      const judge: Judge | null = hasAnswer
        ? (index) =>
            (...where) =>
              isAnswer(question, index, ...where)
        : null;
      const kind = judge === null ? "prose, none" : "prose";
      examples.push(askOne(regime, question.article, kind, index, question.question, judge));
    }
  };
  onProgress("all paragraphs");
  askAll("all", build(passages), answerable, true);
  for (const [i, article] of articles.entries()) {
    onProgress(article);
    const own = answerable.filter((question) => question.article === article);
    const paragraphs = passages.filter(({ title }) => title === article.replaceAll("_", " "));
    const folder = build(paragraphs);
    askAll("folder", folder, own, true);
    askAll("sentences", build(toSentenceDocuments(paragraphs)), every(2, own), true);
    const other = articles[(i + 1) % articles.length] as string;
    const strangers = answerable.filter((question) => question.article === other);
    askAll("another folder", folder, every(3, strangers), false);
    for (const [rest, orphans] of withoutSome(paragraphs, own)) {
      askAll("folder, paragraph out", build(rest), every(2, orphans), false);
    }
    askAll("all, article out", build(passages.filter((paragraph) => !paragraphs.includes(paragraph))), own, false);
  }
  for (const [rest, orphans] of withoutSome(passages, answerable)) {
    onProgress("some paragraphs taken out");
    askAll("all, paragraph out", build(rest), every(2, orphans), false);
  }
  for (const [i, { name, documents, answerable: asked, unanswerable }] of practiceFolders.entries()) {
    onProgress(name);
    const index = buildIndex(documents, lexicon);
    const askOthers = (regime: Regime, others: readonly string[]) => {
      for (const question of others) examples.push(askOne(regime, name, "none", index, question, null));
    };
    for (const one of asked) {
      examples.push(askOne("practice", name, one.wording, index, one.question, judgeOf(one)));
    }
    askOthers("practice, no answer", unanswerable);
    const alone = documents.slice(0, asked.length).map((document) => buildIndex([document], lexicon));
    for (const [q, one] of asked.entries()) {
      const own = alone[q % alone.length] as Index;
      const answers = [...own.passages].some(({ document, sentences }) =>
        sentences.some((s) => one.isRight(markedIn(document, s))),
      );
      const judge = answers ? judgeOf(one) : null;
      const kind = answers ? one.wording : "none";
      examples.push(askOne("practice, one document", name, kind, own, one.question, judge));
    }
    // The questions of others are of the same fold, so that none is learnt from that a fold is judged by.
    const article = articles[i % articles.length] as string;
    const mates = practiceFolders.filter((_, k) => k !== i && (k - i) % articles.length === 0);
    const other = mates[Math.floor(i / articles.length) % mates.length];
    const ofArticle = answerable.filter((question) => question.article === article);
    askOthers("practice, another folder", [
      ...(other?.answerable ?? []).map(({ question }) => question),
      ...every(4, ofArticle).map(({ question }) => question),
    ]);
  }
  return { articles, folders: practiceFolders.map(({ name }) => name), examples };
}

/** The paragraphs without a tenth of them, ten times, each with the questions that then have no answer. */
function* withoutSome(
  paragraphs: readonly Paragraph[],
  questions: readonly SquadQuestion[],
): Generator<[Paragraph[], SquadQuestion[]]> {
  for (let group = 0; group < GROUPS; group++) {
    const removed = new Set(every(GROUPS, paragraphs.slice(group)).map(({ id }) => id));
    yield [paragraphs.filter(({ id }) => !removed.has(id)), questions.filter(({ passage }) => removed.has(passage))];
  }
}

function every<T>(step: number, list: readonly T[]): T[] {
  return list.filter((_, i) => i % step === 0);
}

/** Every sentence as a document of its own, named by its paragraph and its place there. */
function toSentenceDocuments(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.flatMap(({ id, title, text }) =>
    splitSentences(text).map(({ start, end }) => ({ id: `${id}#${start}`, title, text: text.slice(start, end) })),
  );
}

/** @param judge null where the index holds no answer */
function askOne(
  regime: Regime,
  group: string,
  kind: Kind,
  index: Index,
  text: string,
  judge: Judge | null,
): TrainingExample {
  const retrieved = retrieve(index, analyseQuestion(text, index.thesaurus), 0);
  const verdict = judge?.(index, retrieved) ?? null;
  const isRight = (passage: number, sentence: number) => verdict?.(passage, sentence)[0] ?? false;
  const example = { regime, group, kind, index, retrieved, answerable: verdict !== null, isRight };
  if (verdict === null)
    return { ...example, rows: new Float32Array(), right: new Uint8Array(), rightPassage: new Uint8Array() };
  const { table } = index;
  const { hits } = retrieved;
  const { sentences, hitOf, rows } = extractFeatures(index, retrieved);
  const right = new Uint8Array(sentences.length);
  const rightPassage = new Uint8Array(sentences.length);
  for (const [i, sentence] of sentences.entries()) {
    const passage = hits[hitOf[i] as number]?.passage ?? -1;
    const [isSentence, isPassage] = verdict(passage, sentence - (table.passageStart[passage] as number));
    if (isSentence) right[i] = 1;
    if (isPassage) rightPassage[i] = 1;
  }
  const kept = likely(rows, right);
  return {
    ...example,
    rows: Float32Array.from(kept.flatMap((i) => [...rows.subarray(i * featureCount, (i + 1) * featureCount)])),
    right: Uint8Array.from(kept, (i) => right[i] as number),
    rightPassage: Uint8Array.from(kept, (i) => rightPassage[i] as number),
  };
}

/** The sentences that may come first by any weights, and the right ones: all of them would not fit into memory. */
function likely(rows: Float64Array, right: Uint8Array): number[] {
  const promise = Array.from(right, (_, i) =>
    PROMISING.reduce((sum, k) => sum + (rows[i * featureCount + k] as number), 0),
  );
  const best = Array.from(right.keys())
    .sort((a, b) => (promise[b] as number) - (promise[a] as number))
    .slice(0, KEPT);
  const kept = new Set(best);
  return Array.from(right.keys()).filter((i) => kept.has(i) || right[i] === 1);
}

function isAnswer({ passage: wanted, answers }: SquadQuestion, index: Index, passage: number, sentence: number) {
  const { document, sentences } = index.passages.get(passage);
  const [id, offset] = document.source.id.split("#");
  const span = sentences[sentence];
  if (span === undefined || id !== wanted) return [false, false] as const;
  const holds = answers
    .map(({ start }) => start - Number(offset ?? 0))
    .some((start) => start >= span.start && start < span.end);
  // Of a paragraph's sentences as documents, only the right one is the right passage.
  return [holds, offset === undefined || holds] as const;
}

/** Of a practice folder what is marked for a sentence is judged, as a reader would. */
function judgeOf({ isRight }: PracticeQuestion): Judge {
  return (index, { expanded }) => {
    const terms = positionsOf(expanded.terms);
    const known = new Map<number, boolean>();
    const isPassage = (number: number, { document, sentences }: Passage) => {
      const holds = known.get(number) ?? sentences.some((span) => isRight(markedIn(document, span)));
      known.set(number, holds);
      return holds;
    };
    return (number, sentence) => {
      const passage = index.passages.get(number);
      const { document, sentences } = passage;
      const { first, last } = markSentence(index, number, sentence, terms);
      const marked = { start: (sentences[first] as Span).start, end: (sentences[last] as Span).end };
      return [isRight(markedIn(document, marked)), isPassage(number, passage)];
    };
  };
}
