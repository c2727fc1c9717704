import type { Hit } from "../retrieval/passage-index.ts";
import type { AnswerType, Question } from "./question.ts";
import type { Match, SoughtTerm } from "./seek.ts";
import {
  CALENDAR,
  DEFINITION,
  DURATION,
  MANNER,
  NAME,
  NUMBER,
  PLACED_NAME,
  PRONOUN_FIRST,
  QUOTE,
  REASON,
  type SentenceTable,
  YEAR,
} from "./sentence-table.ts";

/**
 * What is measured of a sentence for a question, in the order of a row, with what it means to a reader. "Weight" is
 * the idf of the question's terms; a share is of their sum.
 */
export const FEATURES = {
  exact: "share of the question's weight whose very terms the sentence holds",
  exactSum: "the same as a sum, not a share",
  partial: "share matched by another spelling or a word of the family alone",
  synonym: "share matched by a word of like meaning alone",
  countMatched: "share of the question's terms matched, each counting the same",
  maxMatched: "weight of the most telling term matched",
  missingMax: "weight of the most telling term not matched",
  names: "share of the question's names matched",
  numbers: "share of the question's numbers matched",
  focus: "the noun asked about is matched",
  subject: "what the question says something about is matched",
  subjectBefore: "it is matched in the sentence before alone",
  resolved: "share of names that stand in the sentence before, when this one starts with a pronoun",
  previous: "share that only the sentence before holds",
  previous2: "share that only the one before that holds",
  next: "share that only the next sentence holds",
  passage: "share that only the rest of the passage holds",
  synonymPassage: "share that only words of like meaning elsewhere in the passage match",
  heading: "share that only the headings or the title hold",
  headingAlso: "share that the headings or the title hold and the sentence does not",
  bigram: "neighbouring words of the question that stand side by side",
  nearBigram: "neighbouring words of the question that stand close by",
  passageBigram: "neighbouring words of the question side by side anywhere in the passage",
  bm25: "BM25 of the passage, as a share of the best passage's",
  bm25Sum: "BM25 of the passage",
  group: "share of all BM25 that falls on passages of this title",
  localExact: "share of weight matched, weighed by how few of the passages found hold a term",
  localPassage: "the same for the whole passage",
  localSum: "the same as a sum",
  likelihood: "likelihood of the question under the passage's words (Dirichlet smoothing)",
  likelihoodSentence: "likelihood of the question under the sentence's words",
  passageLength: "length of the passage",
  lead: "first sentence of the passage",
  length: "length of the sentence",
  short: "under five words",
  pronoun: "starts with a pronoun",
  novelty: "says anything beyond the question's words",
  typeNear: "what the question type wants stands close to a matched word",
  personType: "asked who, and it names somebody new",
  timeType: "asked when, and it holds a new date, year or span",
  timeMissing: "asked when, and it holds no number either",
  placeType: "asked where, and it names a new place",
  quantityType: "asked how many, and it holds a new number",
  quantityMissing: "asked how many, and it holds none",
  reasonType: "asked why, and it holds words of reason (asked how: of means)",
  reasonCovered: "asked why, words of reason, and the share matched here or just before",
  reasonMissing: "asked why, no words of reason, and the share matched",
  thingType: "asked what, and it defines something",
  factType: "asked yes or no, and it names somebody new",
  quote: "asked what was said, and it quotes",
  quoteCovered: "asked what was said, it quotes, and the share matched",
  speaker: "asked what was said, and the share of names matched",
} as const;

export type FeatureName = keyof typeof FEATURES;
export const featureNames = Object.keys(FEATURES) as FeatureName[];
export const featureCount = featureNames.length;

export interface Candidates {
  /** Sentence numbers, passage by passage in the order of the hits. */
  readonly sentences: Int32Array;
  /** Index into the hits, for each sentence. */
  readonly hitOf: Int32Array;
  /** `featureCount` numbers for each sentence. */
  readonly rows: Float64Array;
}

const F = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<FeatureName, number>;

const SPEECH =
  /\b(?:sa(?:id|ys?)|call(?:ed|s)?|tweet(?:ed|s)?|describe[ds]?|words?|promised?|quote[ds]?|claim(?:ed|s)?|argue[ds]?|wrote|stated?)\b/i;

/** Which words of a sentence are of the kind that a question wants. */
const WANTED: Readonly<Record<AnswerType, number>> = {
  person: NAME,
  time: YEAR | CALENDAR | DURATION,
  place: NAME,
  quantity: NUMBER,
  reason: 0,
  manner: 0,
  thing: 0,
  fact: 0,
};

/** Smoothing of the likelihoods (Zhai & Lafferty, 2004), in words: of a passage by its title's passages, and so on. */
const PASSAGE_PRIOR = 60;
const SENTENCE_PRIOR = 15;
/** Below this many words a passage is short, and how short tells nothing more of it. */
const SHORT_PASSAGE = 60;
/** Words between two that still stand close by. */
const NEAR = 4;

/** Works out the features of every sentence of the given passages. */
export function extractFeatures(
  table: SentenceTable,
  question: Question,
  sought: readonly SoughtTerm[],
  hits: readonly Hit[],
): Candidates {
  const asked = ask(table, question, sought);
  const found = countFound(table, asked, hits);
  const sizes = hits.map(({ passage }) => sentencesOf(table, passage));
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const candidates = {
    sentences: new Int32Array(count),
    hitOf: new Int32Array(count),
    rows: new Float64Array(count * featureCount),
  };
  const room = Math.max(0, ...sizes) * asked.count;
  const best = new Float64Array(room);
  const alike = new Float64Array(room);
  let at = 0;
  for (const h of hits.keys()) {
    const passage = matchPassage(table, asked, hits, h, best, alike);
    for (let s = passage.first; s < passage.last; s++) {
      candidates.sentences[at] = s;
      candidates.hitOf[at] = h;
      const row = candidates.rows.subarray(at * featureCount, (at + 1) * featureCount);
      measureCoverage(row, asked, found, passage, s, h, table);
      measurePassage(row, table, asked, found, passage, hits, h);
      measureWords(row, table, asked, question, s);
      at++;
    }
  }
  return candidates;
}

function sentencesOf({ passageStart }: SentenceTable, passage: number): number {
  return (passageStart[passage + 1] as number) - (passageStart[passage] as number);
}

/** A question made ready to be compared with many sentences. */
interface Asked {
  readonly count: number;
  readonly sought: readonly SoughtTerm[];
  readonly weight: Float64Array;
  readonly total: number;
  readonly nameTotal: number;
  readonly numberTotal: number;
  readonly pairTotal: number;
  readonly focus: number;
  readonly subject: number;
  readonly speech: boolean;
  /** For each term of the vocabulary the question's term it stands for, or -1, and how well. */
  readonly lexical: Lookup;
  readonly synonymous: Lookup;
}

interface Lookup {
  readonly term: Int16Array;
  readonly similarity: Float32Array;
}

function ask(table: SentenceTable, question: Question, sought: readonly SoughtTerm[]): Asked {
  const weight = Float64Array.from(sought, ({ idf }) => idf);
  const sum = (chosen: (term: SoughtTerm, t: number) => number) =>
    sought.reduce((total, term, t) => total + chosen(term, t), 0);
  return {
    count: sought.length,
    sought,
    weight,
    total: sum(({ idf }) => idf) || 1,
    nameTotal: sum(({ idf, name }) => (name ? idf : 0)),
    numberTotal: sum(({ idf, number }) => (number ? idf : 0)),
    pairTotal: sum((_, t) => (t === 0 ? 0 : pairWeight(weight, t))),
    focus: question.focus < sought.length ? question.focus : -1,
    subject: question.subject < sought.length ? question.subject : -1,
    speech: SPEECH.test(question.text),
    lexical: lookup(table.vocabulary.size, sought, ({ matches }) => matches),
    synonymous: lookup(table.vocabulary.size, sought, ({ synonyms }) => synonyms),
  };
}

/** Weight of a term and the one before it, as a pair. */
function pairWeight(weight: Float64Array, t: number): number {
  return Math.min(weight[t] as number, weight[t - 1] as number);
}

function lookup(size: number, sought: readonly SoughtTerm[], of: (term: SoughtTerm) => readonly Match[]): Lookup {
  const term = new Int16Array(size).fill(-1);
  const similarity = new Float32Array(size);
  for (const [t, wanted] of sought.entries()) {
    for (const match of of(wanted)) {
      if (match.similarity <= (similarity[match.id] as number)) continue;
      term[match.id] = t;
      similarity[match.id] = match.similarity;
    }
  }
  return { term, similarity };
}

/** How the terms are spread over the passages found. */
interface Found {
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

function countFound(table: SentenceTable, { count, lexical, sought }: Asked, hits: readonly Hit[]): Found {
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
  const share = (counts: Float64Array, t: number) => ((counts[t] as number) + 0.1) / ((counts[count] as number) + 1);
  for (const [h, { passage }] of hits.entries()) {
    const group = groups.get(titleTerms[passage] as Int32Array) as Float64Array;
    for (let t = 0; t < count; t++) background[h * count + t] = (share(group, t) + share(all, t)) / 2;
  }
  const local = Float64Array.from(held, (df, t) =>
    sought[t]?.matches.length === 0 ? 0 : Math.log(1 + (hits.length - df + 0.5) / (df + 0.5)),
  );
  const localTotal = local.reduce((sum, value) => sum + value, 0) || 1;
  return { frequency, length, background, local, localTotal, groupScore, allScore: allScore || 1 };
}

/** What a passage matches, sentence by sentence. */
interface MatchedPassage {
  readonly first: number;
  readonly last: number;
  /** How well sentence s matches term t, at `(s - first) * count + t`. */
  readonly best: Float64Array;
  /** The same by words of like meaning. */
  readonly alike: Float64Array;
  /** How well the whole passage, and its headings with the title, match each term. */
  readonly whole: Float64Array;
  readonly wholeAlike: Float64Array;
  readonly heading: Float64Array;
  /** How well its headings alone match each term. */
  readonly above: Float64Array;
  /** Weight of the question's neighbouring words that stand side by side. */
  readonly pairs: number;
  readonly words: number;
}

function matchPassage(
  table: SentenceTable,
  { count, weight, lexical, synonymous }: Asked,
  hits: readonly Hit[],
  h: number,
  best: Float64Array,
  alike: Float64Array,
): MatchedPassage {
  const { passageStart, tokenStart, tokens, sentenceLength, headingTerms, titleTerms } = table;
  const { passage } = hits[h] as Hit;
  const first = passageStart[passage] as number;
  const last = passageStart[passage + 1] as number;
  best.fill(0, 0, (last - first) * count);
  alike.fill(0, 0, (last - first) * count);
  const whole = new Float64Array(count);
  const wholeAlike = new Float64Array(count);
  const paired = new Uint8Array(count);
  let words = 0;
  for (let s = first; s < last; s++) {
    const base = (s - first) * count;
    words += sentenceLength[s] as number;
    let before = -1;
    for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
      const id = tokens[i] as number;
      raise(alike, base, wholeAlike, synonymous, id);
      const t = raise(best, base, whole, lexical, id);
      if (before !== -1 && t === before + 1) paired[t] = 1;
      before = t;
    }
  }
  const above = new Float64Array(count);
  for (const id of headingTerms[passage] as Int32Array) raise(above, 0, above, lexical, id);
  const heading = above.slice();
  for (const id of titleTerms[passage] as Int32Array) raise(heading, 0, heading, lexical, id);
  let pairs = 0;
  for (let t = 1; t < count; t++) if (paired[t] === 1) pairs += pairWeight(weight, t);
  return { first, last, best, alike, whole, wholeAlike, above, heading, pairs, words };
}

/** Notes a word's match in its sentence and in the whole. @returns the question's term, or -1 */
function raise(inSentence: Float64Array, base: number, inWhole: Float64Array, lookup: Lookup, id: number): number {
  const t = lookup.term[id] as number;
  if (t === -1) return -1;
  const similarity = lookup.similarity[id] as number;
  if (similarity > (inSentence[base + t] as number)) inSentence[base + t] = similarity;
  if (similarity > (inWhole[t] as number)) inWhole[t] = similarity;
  return t;
}

function measureCoverage(
  row: Float64Array,
  asked: Asked,
  found: Found,
  passage: MatchedPassage,
  s: number,
  h: number,
  table: SentenceTable,
): void {
  const { count, sought, weight, total } = asked;
  const { first, last, best, alike, whole, wholeAlike, above, heading } = passage;
  const base = (s - first) * count;
  const length = (table.tokenStart[s + 1] as number) - (table.tokenStart[s] as number);
  let exact = 0;
  let partial = 0;
  let synonym = 0;
  let matched = 0;
  let maxMatched = 0;
  let missingMax = 0;
  let names = 0;
  let numbers = 0;
  let namesBefore = 0;
  let previous = 0;
  let previous2 = 0;
  let next = 0;
  let elsewhere = 0;
  let synonymPassage = 0;
  let inHeading = 0;
  let headingAlso = 0;
  let localExact = 0;
  let localPassage = 0;
  let likelihood = 0;
  let likelihoodSentence = 0;
  for (let t = 0; t < count; t++) {
    const w = weight[t] as number;
    // The heading belongs to the first sentence below it: "How do I get a plot?" and then the answer.
    const own = Math.max(best[base + t] as number, s === first ? (above[t] as number) : 0);
    const like = alike[base + t] as number;
    const inWhole = whole[t] as number;
    const aboveOrTitle = heading[t] as number;
    if (own === 1) exact += w;
    else partial += w * own;
    if (like > own) synonym += w * (like - own);
    if (own > 0) {
      matched++;
      if (w > maxMatched) maxMatched = w;
    }
    if (own < 0.5 && aboveOrTitle < 1 && w > missingMax) missingMax = w;
    if (sought[t]?.name) names += w * own;
    if (sought[t]?.number) numbers += w * own;
    let covered = own;
    if (s > first) {
      const before = best[base - count + t] as number;
      if (sought[t]?.name && before > own) namesBefore += w * (before - own);
      if (before > covered) {
        previous += w * (before - covered);
        covered = before;
      }
    }
    if (s > first + 1) {
      const before = best[base - 2 * count + t] as number;
      if (before > covered) {
        previous2 += w * (before - covered);
        covered = before;
      }
    }
    if (s < last - 1) {
      const after = best[base + count + t] as number;
      if (after > covered) {
        next += w * (after - covered);
        covered = after;
      }
    }
    if (inWhole > covered) {
      elsewhere += w * (inWhole - covered);
      covered = inWhole;
    }
    if (aboveOrTitle > covered) inHeading += w * (aboveOrTitle - covered);
    if (aboveOrTitle > own) headingAlso += w * (aboveOrTitle - own);
    const known = Math.max(inWhole, like);
    if ((wholeAlike[t] as number) > known) synonymPassage += w * ((wholeAlike[t] as number) - known);
    const local = found.local[t] as number;
    localExact += local * own;
    localPassage += local * inWhole;
    const background = found.background[h * count + t] as number;
    const inPassage =
      ((found.frequency[h * count + t] as number) + PASSAGE_PRIOR * background) /
      ((found.length[h] as number) + PASSAGE_PRIOR);
    likelihood += Math.log(inPassage / background);
    likelihoodSentence += Math.log((own + SENTENCE_PRIOR * inPassage) / (length + SENTENCE_PRIOR) / background);
  }
  row[F.exact] = exact / total;
  row[F.exactSum] = exact / 20;
  row[F.partial] = partial / total;
  row[F.synonym] = synonym / total;
  row[F.countMatched] = matched / Math.max(1, count);
  row[F.maxMatched] = maxMatched / 8;
  row[F.missingMax] = missingMax / total;
  row[F.names] = asked.nameTotal === 0 ? 0 : names / asked.nameTotal;
  row[F.numbers] = asked.numberTotal === 0 ? 0 : numbers / asked.numberTotal;
  row[F.focus] = asked.focus === -1 ? 0 : (best[base + asked.focus] as number);
  const { subject } = asked;
  row[F.subject] = subject === -1 ? 0 : (best[base + subject] as number);
  const subjectBefore = subject === -1 || s === first ? 0 : (best[base - count + subject] as number);
  row[F.subjectBefore] = Math.max(0, subjectBefore - (row[F.subject] as number));
  const pronoun = (table.sentenceBits[s] as number) & PRONOUN_FIRST;
  row[F.resolved] = pronoun === 0 || asked.nameTotal === 0 ? 0 : namesBefore / asked.nameTotal;
  row[F.previous] = previous / total;
  row[F.previous2] = previous2 / total;
  row[F.next] = next / total;
  row[F.passage] = elsewhere / total;
  row[F.synonymPassage] = synonymPassage / total;
  row[F.heading] = inHeading / total;
  row[F.headingAlso] = headingAlso / total;
  row[F.localExact] = localExact / found.localTotal;
  row[F.localPassage] = localPassage / found.localTotal;
  row[F.localSum] = localPassage / 10;
  row[F.likelihood] = likelihood / 10;
  row[F.likelihoodSentence] = likelihoodSentence / 10;
}

function measurePassage(
  row: Float64Array,
  table: SentenceTable,
  { pairTotal }: Asked,
  { groupScore, allScore }: Found,
  { pairs, words }: MatchedPassage,
  hits: readonly Hit[],
  h: number,
): void {
  const { passage, score } = hits[h] as Hit;
  row[F.bm25] = score / ((hits[0] as Hit).score || 1);
  row[F.bm25Sum] = score / 40;
  row[F.group] = (groupScore.get(table.titleTerms[passage] as Int32Array) ?? 0) / allScore;
  row[F.passageBigram] = pairTotal === 0 ? 0 : pairs / pairTotal;
  row[F.passageLength] = Math.log(1 + Math.max(words, SHORT_PASSAGE)) / 5;
}

/** What depends on the order of a sentence's words, and on what they are. */
function measureWords(row: Float64Array, table: SentenceTable, asked: Asked, question: Question, s: number): void {
  const { tokenStart, tokens, positions, tokenBits, passageStart, passageOf } = table;
  const { lexical, weight, pairTotal } = asked;
  const wanted = WANTED[question.type];
  let pairs = 0;
  let near = 0;
  let lastTerm = -1;
  let lastMatch = -2;
  let lastPosition = -1;
  let wantedAt = -1;
  let typeNear = 0;
  let novel = 0;
  let novelNames = 0;
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const id = tokens[i] as number;
    const t = lexical.term[id] as number;
    const position = positions[i] as number;
    if (t === -1) {
      const bits = tokenBits[i] as number;
      novel |= bits | NEW;
      if (bits & NAME) novelNames++;
      if (bits & wanted) {
        wantedAt = position;
        if (lastPosition !== -1 && position - lastPosition <= NEAR + 1) typeNear = 1;
      }
      continue;
    }
    if (wantedAt !== -1 && position - wantedAt <= NEAR + 1) typeNear = 1;
    if (lastTerm !== -1) {
      const pair = Math.min(weight[t] as number, weight[lastTerm] as number) * (lexical.similarity[id] as number);
      if (t === lastTerm + 1 && lastMatch === i - 1) pairs += pair;
      else if (Math.abs(t - lastTerm) === 1 && position - lastPosition <= NEAR) near += pair;
    }
    lastTerm = t;
    lastMatch = i;
    lastPosition = position;
  }
  const length = table.sentenceLength[s] as number;
  const bits = table.sentenceBits[s] as number;
  row[F.bigram] = pairTotal === 0 ? 0 : Math.min(1, pairs / pairTotal);
  row[F.nearBigram] = pairTotal === 0 ? 0 : Math.min(1, near / pairTotal);
  row[F.lead] = s === passageStart[passageOf[s] as number] ? 1 : 0;
  row[F.length] = Math.log(1 + length) / 4;
  row[F.short] = length < 5 ? 1 : 0;
  row[F.pronoun] = bits & PRONOUN_FIRST ? 1 : 0;
  row[F.novelty] = novel & NEW ? 1 : 0;
  row[F.typeNear] = typeNear;
  const covered = (row[F.exact] as number) + (row[F.partial] as number) + (row[F.synonym] as number);
  switch (question.type) {
    case "person":
      row[F.personType] = novelNames > 0 ? 1 : 0;
      break;
    case "time":
      if (novel & WANTED.time) row[F.timeType] = 1;
      else row[F.timeMissing] = novel & NUMBER ? 0 : 1;
      break;
    case "place":
      row[F.placeType] = novel & PLACED_NAME ? 1 : novelNames > 0 ? 0.5 : 0;
      break;
    case "quantity":
      if (novel & NUMBER) row[F.quantityType] = 1;
      else row[F.quantityMissing] = 1;
      break;
    case "reason":
      if (bits & REASON) {
        row[F.reasonType] = 1;
        row[F.reasonCovered] = covered + (row[F.previous] as number);
      } else row[F.reasonMissing] = covered;
      break;
    case "manner":
      row[F.reasonType] = bits & MANNER ? 0.5 : 0;
      break;
    case "thing":
      row[F.thingType] = bits & DEFINITION ? 1 : 0;
      break;
    case "fact":
      row[F.factType] = novelNames > 0 ? 1 : 0;
      break;
    default:
      question.type satisfies never;
  }
  if (asked.speech) {
    row[F.quote] = bits & QUOTE ? 1 : 0;
    row[F.quoteCovered] = bits & QUOTE ? (row[F.exact] as number) : 0;
    row[F.speaker] = row[F.names] as number;
  }
}

/** A word that the question does not hold, beside the bits of a word. */
const NEW = 256;
