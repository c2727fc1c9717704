import { type Earlier, versionsOf } from "../documents/earlier.ts";
import type { FolderReport } from "../documents/report.ts";
import { type PackedDocument, packDocument } from "../documents/stored/packed-document.ts";
import { AttacheError } from "../errors.ts";
import { confidenceOf, measureSignals, PERHAPS } from "../ranking/confidence/calibration.ts";
import { rank } from "../ranking/rank.ts";
import type { RankedPassage, Ranking } from "../ranking/ranking.ts";
import type { Reranker } from "../ranking/rerank/rerank.ts";
import { fittedWeights, type Weights } from "../ranking/weights.ts";
import type { Index } from "../search/build-index.ts";
import { leansOnWholeAnswer, retrievingInConversation } from "../search/follow-up.ts";
import type { Retrieved } from "../search/retriever.ts";
import { inRuns, passagesFrom, passagesOf } from "../search/runs.ts";
import { type SentencePlace, toStored } from "../search/sentence-place.ts";
import { finish, type Steps } from "../search/steps.ts";
import type { QuestionsFile } from "../snapshot/questions-file.ts";
import { findAgreement } from "./agreement.ts";
import type { Answer, Excerpt, RankedSentence } from "./answer.ts";
import { readWholeAnswerFollowUp, type WholeAnswerFollowUp } from "./conversation.ts";
import { firstOfCopies } from "./copies.ts";
import { type Explanation, explainRanking } from "./explain.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { Glance } from "./glance.ts";
import { kept } from "./kept.ts";
import type { AskOptions, PinnedKnowledge, SourceSummary } from "./knowledge.ts";
import { createForeignQuestion, type ForeignQuestion } from "./language/foreign-question.ts";
import { findNearest } from "./nearest-questions.ts";
import { ofSources } from "./of-sources.ts";
import { OfferedQuestions } from "./offered-questions.ts";
import { type Part, readParts } from "./parts.ts";
import { positionsOf, toExcerpt } from "./quote.ts";
import { round } from "./round.ts";
import { SourceNames } from "./source-names.ts";
import { matchQuestions, type SuggestOptions, type Worded } from "./suggestions.ts";
import { widen } from "./surroundings.ts";

const DEFAULT_LIMIT = 3;
/** Passages that are ranked where only those of some sources are wanted. */
const MANY = 400;
/** Passages that stand for the nearest where nothing came near. */
const FIRST = 10;

/** What came of a question before it is shown. */
interface Judged {
  readonly query: Retrieved;
  readonly ranking: Ranking;
  readonly confidence: number;
  /** Confidence under which it counts as unanswered. */
  readonly threshold: number;
  readonly explain: (shown: readonly RankedPassage[]) => Explanation;
}

/** An index and weights in this thread, ready to be asked: a question is worked out where it is asked. */
export class LocalKnowledge extends Glance implements PinnedKnowledge {
  readonly fingerprint: string;
  readonly sources: readonly SourceSummary[];
  readonly report: FolderReport | null;
  readonly #index: Index;
  readonly #weights: Weights;
  readonly #reranker: Reranker | null;
  readonly #foreignQuestion: (question: string) => Promise<ForeignQuestion | null>;
  readonly #questions: OfferedQuestions;
  readonly #kept: QuestionsFile | null;
  readonly #sourceNames = kept(() => SourceNames.open(this.sources.map(({ source }) => source)));

  /**
   * @param weights other than the fitted ones, for an evaluation: several may share an index
   * @param reranker asks an encoder about the best sentences; suggestions and follow-ups do without
   * @param kept where the questions that these documents answer are kept; null for nowhere
   */
  constructor(
    index: Index,
    weights: Weights = fittedWeights(),
    report: FolderReport | null = null,
    reranker: Reranker | null = null,
    kept: QuestionsFile | null = null,
  ) {
    super(index);
    this.#kept = kept;
    this.report = report;
    this.#reranker = reranker;
    this.#index = index;
    this.#weights = weights;
    const counts = new Int32Array(index.documents.length);
    for (const document of index.store.documentOf) counts[document] = (counts[document] as number) + 1;
    const changed = new Map(report?.files.map((file) => [file.file, file.changed]));
    this.sources = index.documents.map(({ source, file, sha256 }, i) => {
      return { source, passageCount: counts[i] as number, file, sha256, changed: changed.get(file) ?? null };
    });
    this.fingerprint = fingerprintOf(index, weights, reranker);
    const isAnswered = (question: string) => this.#isAnswered(question);
    this.#questions = new OfferedQuestions(
      { passages: inRuns(index), isNoun: this.#isNoun, isAnswered },
      kept?.of(this.fingerprint) ?? null,
    );
    this.#foreignQuestion = createForeignQuestion(index.documents, (word) => index.thesaurus.knows(word));
  }

  /** The same documents, asked with another confidence under which a question counts as unanswered. */
  withThreshold(threshold: number): LocalKnowledge {
    const weights = { ...this.#weights, threshold };
    const reranker = this.#reranker?.withThreshold(threshold) ?? null;
    return new LocalKnowledge(this.#index, weights, this.report, reranker, this.#kept);
  }

  example(): Promise<string> {
    return this.#questions.example();
  }

  suggest(typed: string, room: SuggestOptions): readonly string[] {
    return matchQuestions(this.#questions.known, typed, room);
  }

  /** The documents of these files, as far as there are any, for another thread. */
  async packDocuments(files: readonly string[]): Promise<readonly PackedDocument[]> {
    const wanted = new Set(files);
    return this.#index.documents.filter(({ file }) => wanted.has(file)).map(packDocument);
  }

  /** The documents as they are, for a later reading of their folder. */
  earlier(): Earlier {
    const { documents } = this.#index;
    const hashes = new Map(documents.map(({ file, sha256 }) => [file, sha256]));
    return {
      versions: this.report === null ? [] : versionsOf(this.report, hashes),
      documents: async (files) => documents.filter(({ file }) => files.includes(file)),
    };
  }

  /** @param tell told of each question that `suggest` offers, once it is known */
  onOffered(tell: (question: string) => void): void {
    this.#questions.onFound(tell);
  }

  answeredQuestions(): Promise<readonly string[]> {
    return this.#questions.all();
  }

  async nearestQuestions({ question, excerpts }: Answer, limit: number): Promise<readonly string[]> {
    const passages = excerpts.length > 0 ? excerpts.map(toWorded) : await passagesFrom(this.#index, 0, FIRST);
    const isAnswered = (near: string) => this.#isAnswered(near);
    return findNearest(question, passages, limit, { isNoun: this.#isNoun, isAnswered });
  }

  #isNoun = (word: string) => this.#index.thesaurus.usualPart(word) === "noun";

  async #isAnswered(question: string): Promise<boolean> {
    return (await finish(this.#answer(question, { limit: 1 }))).status === "answered";
  }

  async widen(excerpt: Excerpt): Promise<Excerpt> {
    const { documents, store } = this.#index;
    const document = documents.findIndex(({ file }) => file === excerpt.location.file);
    return widen(await store.load(passagesOf(store, document)), excerpt);
  }

  /** It stays as it is. */
  pin(): PinnedKnowledge {
    return this;
  }

  [Symbol.dispose](): void {}

  /** It is as free as this thread. */
  async whenFree(): Promise<void> {}

  foreignQuestion(question: string): Promise<ForeignQuestion | null> {
    return this.#foreignQuestion(question);
  }

  async ask(text: string, options: AskOptions = {}): Promise<Answer> {
    const before = await finish(this.#readFollowUp(text, options.history));
    if (before !== null) {
      const { question, history } = before;
      return { ...(await this.ask(question, { ...options, history })), question: text, leansOn: question };
    }
    const isOfAll = options.sources === undefined;
    const overview = isOfAll ? await finish(this.tell(text, limitOf(options), this.fingerprint)) : null;
    if (overview !== null) return overview;
    const judged = await finish(this.#judge(text, options));
    const reranker = this.#reranker;
    return this.#toAnswer(text, reranker === null ? judged : await this.#judgeAnew(judged, reranker), options);
  }

  async readFollowUp(text: string, history: readonly string[] = []): Promise<WholeAnswerFollowUp | null> {
    return finish(this.#readFollowUp(text, history));
  }

  #readFollowUp(text: string, history: readonly string[] = []): Steps<WholeAnswerFollowUp | null> {
    const answer = (question: string, earlier: readonly string[]) =>
      this.#answer(question, { limit: 1, history: earlier });
    return readWholeAnswerFollowUp(text, history, this.#index.thesaurus, function* (question, earlier) {
      return (yield* answer(question, earlier)).status === "answered";
    });
  }

  async leansOnAnswer(text: string): Promise<boolean> {
    return leansOnWholeAnswer(text, this.#index.thesaurus) !== null;
  }

  async readParts(question: string, history: readonly string[]): Promise<readonly Part[] | null> {
    return readParts(question, history, this.#sourceNames);
  }

  *#answer(text: string, options: AskOptions): Steps<Answer> {
    const told = yield* this.tell(text, limitOf(options), this.fingerprint);
    return told ?? this.#toAnswer(text, yield* this.#judge(text, options), options);
  }

  *#judge(text: string, options: AskOptions): Steps<Judged> {
    const { history = [], sources } = options;
    // What the other sources say takes up places too.
    const limit = sources === undefined ? limitOf(options) : Math.max(limitOf(options), MANY);
    const weights = this.#weights;
    const findAnswer = (earlier: Retrieved) => this.#findAnswer(earlier);
    const query = yield* retrievingInConversation(this.#index, text, { history, limit, findAnswer });
    const { index } = query;
    const ranking = ofSources(index, rank(index, query, weights), sources);
    const confidence = confidenceOf(index, query, ranking, weights);
    const explain = (shown: readonly RankedPassage[]) =>
      explainRanking(shown, measureSignals(index, query, ranking), weights, index.table.vocabulary.passages);
    return { query, ranking, confidence, threshold: weights.threshold, explain };
  }

  /** A follow-up says too little for an encoder, and what nothing was found for is left as it is. */
  async #judgeAnew(judged: Judged, reranker: Reranker): Promise<Judged> {
    const { query, ranking, confidence } = judged;
    if (query.question.isFollowUp || ranking.sentences.length === 0) return judged;
    const reranked = await reranker.rerank(query.index, query, ranking, confidence);
    const { explainReranking } = await import("./explain-reranking.ts");
    const explain = (shown: readonly RankedPassage[]) => explainReranking(shown, reranked, reranker.weights);
    return { ...judged, ...reranked, threshold: reranker.weights.threshold, explain };
  }

  #toAnswer(text: string, judged: Judged, options: AskOptions): Answer {
    const limit = limitOf(options);
    const { query, ranking, confidence, threshold } = judged;
    const { index } = query;
    const shown = firstOfCopies(index, ranking.passages, limit);
    const { terms, missing, corrections } = query.expanded;
    const positions = positionsOf(terms);
    const excerpts = shown.map((passage) => toExcerpt(index, passage, positions));
    const status = confidence >= threshold && excerpts.length > 0 ? "answered" : "unanswered";
    return {
      question: text,
      ...(query.question.lean === null ? {} : { leansOn: query.question.lean.question }),
      kind: "answer",
      status,
      confidence: round(confidence),
      excerpts,
      sentences: rankedSentences(ranking, shown, excerpts, limit),
      agreement: status === "answered" ? findAgreement(index, query, ranking) : [],
      missingTerms: missing,
      corrections,
      fingerprint: this.fingerprint,
      ...(options.explain ? { explanation: judged.explain(shown) } : {}),
    };
  }

  /** What a refusal shows as a likely answer is seen by the reader too, and may be leant on. */
  *#findAnswer(query: Retrieved): Steps<SentencePlace | null> {
    const told = yield* this.lead(query.question.text);
    if (told !== null) return told;
    const { index } = query;
    const ranking = rank(index, query, this.#weights);
    const confidence = confidenceOf(index, query, ranking, this.#weights);
    const best = ranking.passages[0]?.best;
    return confidence < PERHAPS || best === undefined ? null : toStored(index, best);
  }
}

function toWorded(excerpt: Excerpt): Worded {
  return { ...excerpt, document: excerpt };
}

/** @throws AttacheError "usage" for one that is no whole number from 1 */
function limitOf({ limit = DEFAULT_LIMIT }: AskOptions): number {
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new AttacheError("usage", `limit is to be a whole number from 1: ${limit}`);
}

function rankedSentences(
  ranking: Ranking,
  shown: readonly RankedPassage[],
  excerpts: readonly Excerpt[],
  limit: number,
): RankedSentence[] {
  const position = new Map(shown.map(({ passage }, i) => [passage, i]));
  const ranked: RankedSentence[] = [];
  for (const { passage, sentence, score } of ranking.sentences) {
    if (ranked.length >= limit) break;
    const excerpt = position.get(passage);
    const span = excerpt === undefined ? undefined : excerpts[excerpt]?.sentences[sentence];
    if (excerpt !== undefined && span !== undefined) ranked.push({ excerpt, ...span, score: round(score) });
  }
  return ranked;
}
