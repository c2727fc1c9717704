import { extractFeatures } from "../src/answering/features.ts";
import { Finder, type Findings } from "../src/answering/finder.ts";
import { toDocuments } from "../src/knowledge/folder.ts";
import { toPassages } from "../src/knowledge/passages.ts";
import { splitSentences } from "../src/knowledge/sentences.ts";
import { Thesaurus } from "../src/retrieval/thesaurus.ts";
import { loadSquad, type Paragraph, type SquadQuestion } from "./data.ts";

/** A question asked of an index, with what was found and which of it is right. */
export interface Asked {
  /** The article of the question: what cross-validation holds apart. */
  readonly article: string;
  /** Whether the index holds the answer. */
  readonly answerable: boolean;
  /** What was asked, and what it found. */
  readonly finder: Finder;
  readonly findings: Findings;
  /** Rows of features, one a sentence. */
  readonly rows: Float32Array;
  /** 1 for a sentence that holds the answer, and for one of a passage of the right paragraph. */
  readonly right: Uint8Array;
  readonly rightPassage: Uint8Array;
}

export interface TrainingData {
  readonly articles: readonly string[];
  readonly asked: readonly Asked[];
}

/** Groups of paragraphs taken out together, so that each is missing from one index. */
const GROUPS = 10;

/**
 * Asks SQuAD's questions of several kinds of index. All paragraphs; those of the question's article alone, as in a
 * small folder; that folder with every sentence a document of its own; and, where there is then no answer, the same without the question's paragraph, without its article, and of
 * another article's folder. No question of TREC-QA, none on the event, no trick question.
 */
export function loadTrainingData(onProgress: (text: string) => void = () => {}): TrainingData {
  const { passages, answerable, articles } = loadSquad();
  const thesaurus = new Thesaurus();
  const build = (paragraphs: readonly Paragraph[]) =>
    new Finder(
      toDocuments(paragraphs).flatMap((document) => toPassages(document)),
      thesaurus,
    );
  const asked: Asked[] = [];
  const askAll = (finder: Finder, questions: readonly SquadQuestion[], hasAnswer: boolean) => {
    for (const question of questions) asked.push(askOne(finder, question, hasAnswer));
  };
  onProgress("all paragraphs");
  askAll(build(passages), answerable, true);
  const ofArticle = (article: string) => passages.filter(({ title }) => title === article.replaceAll("_", " "));
  for (const [i, article] of articles.entries()) {
    onProgress(article);
    const own = answerable.filter((question) => question.article === article);
    const folder = build(ofArticle(article));
    askAll(folder, own, true);
    askAll(build(toSentenceDocuments(ofArticle(article))), every(2, own), true);
    const other = articles[(i + 1) % articles.length] as string;
    const strangers = answerable.filter((question) => question.article === other);
    askAll(folder, every(3, strangers), false);
    const paragraphs = ofArticle(article);
    for (let group = 0; group < GROUPS; group++) {
      const removed = new Set(every(GROUPS, paragraphs.slice(group)).map(({ id }) => id));
      const orphans = own.filter(({ passage }) => removed.has(passage));
      askAll(build(paragraphs.filter(({ id }) => !removed.has(id))), every(2, orphans), false);
    }
    askAll(build(passages.filter((paragraph) => !paragraphs.includes(paragraph))), every(3, own), false);
  }
  for (let group = 0; group < GROUPS; group++) {
    onProgress(`paragraphs taken out, ${group + 1} of ${GROUPS}`);
    const removed = new Set(every(GROUPS, passages.slice(group)).map(({ id }) => id));
    const orphans = answerable.filter(({ passage }) => removed.has(passage));
    askAll(build(passages.filter(({ id }) => !removed.has(id))), every(2, orphans), false);
  }
  return { articles, asked };
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

function askOne(finder: Finder, { question, passage, answers, article }: SquadQuestion, answerable: boolean): Asked {
  const findings = finder.find(question, 0);
  const { sentences, hitOf, rows } = extractFeatures(
    finder.table,
    findings.question,
    findings.sought.terms,
    findings.hits,
  );
  const right = new Uint8Array(sentences.length);
  const rightPassage = new Uint8Array(sentences.length);
  for (const [i, sentence] of sentences.entries()) {
    const index = findings.hits[hitOf[i] as number]?.passage ?? -1;
    const found = finder.passages[index];
    const [id, offset] = found?.document.source.id.split("#") ?? [];
    if (found === undefined || id !== passage) continue;
    const span = found.sentences[sentence - (finder.table.passageStart[index] as number)];
    const isIn = (start: number) => span !== undefined && start >= span.start && start < span.end;
    if (answers.some(({ start }) => isIn(start - Number(offset ?? 0)))) right[i] = 1;
    // Of a paragraph's sentences as documents, only the right one is the right passage.
    rightPassage[i] = offset === undefined ? 1 : (right[i] as number);
  }
  return { article, answerable, finder, findings, rows: Float32Array.from(rows), right, rightPassage };
}
