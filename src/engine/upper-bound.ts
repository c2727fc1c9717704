import { weightOf } from "../search/bm25.ts";
import type { EngineWeights } from "./row-table.ts";

/**
 * An engine scores by BM25, and the passages wanted are those that are best by BM25+. So that its score is an upper bound
 * of ours, and close to it, each column is written with words of no meaning beside its own, which make it as long as its
 * own words come to weigh with the engine nearly what they weigh with us; and what is left is put into the boost.
 */
export interface Padding {
  /** Average length, as BM25+ counts it, of the passages that this was chosen for. */
  readonly average: number;
  /** Weight with the engine by that with us. */
  readonly share: number;
  /** Words of a column of average weight. */
  readonly words: number;
}

/** Words of a column on average, by its own: as many as make room for the shortest and the longest. */
const ROOM = 3;
/** And at the least, so that a word more or less tells little. */
const LEAST = 40;
/** The engine sums in numbers of 32 bits. */
const ROUNDING = 1e-5;

/**
 * Chooses a padding for a field, so that the lengths that it makes are 1 on average.
 *
 * @param lengths of the field in each passage, as BM25+ counts them
 */
export function choosePadding(lengths: Int32Array): Padding {
  const average = mean(lengths) || 1;
  const share = lengths.reduce((sum, length) => sum + 1 / weightOf(1, length, average), 0) / (lengths.length || 1) || 1;
  return { average, share, words: Math.max(ROOM * average, LEAST) };
}

/**
 * @param length as BM25+ counts it
 * @param own words that the column has of its own
 * @returns how many it is to have
 */
export function paddedLength(padding: Padding, { k, b }: EngineWeights, length: number, own: number): number {
  const { average, share, words } = padding;
  // With one occurrence the engine gives (k + 1) / (1 + k (1 - b + b y)): solved for y.
  const y = ((k + 1) / (share * weightOf(1, length, average)) - 1 - k * (1 - b)) / (k * b);
  return Math.max(own, 1, Math.round(words * y));
}

/** A field of all passages as it was written. */
export interface WrittenField {
  /** Lengths of the field in each passage, as BM25+ counts them, and how many words were written. */
  readonly lengths: Int32Array;
  readonly written: Int32Array;
  readonly averageLength: number;
  /** Every occurrence of a term in a passage, and how often it stands there. */
  readonly passages: Int32Array;
  readonly frequencies: Uint16Array;
}

/** @returns the most that a term weighs with us beside what it weighs with the engine, in any passage */
export function boundOf(field: WrittenField, weights: EngineWeights): number {
  const { lengths, written, averageLength, passages, frequencies } = field;
  const { k, b } = weights;
  const average = mean(written);
  let most = 0;
  for (const [i, passage] of passages.entries()) {
    const frequency = frequencies[i] as number;
    const ours = weightOf(frequency, lengths[passage] as number, averageLength);
    const long = (written[passage] as number) / average;
    most = Math.max(most, (ours * (frequency + k * (1 - b + b * long))) / (frequency * (k + 1)));
  }
  return most * (1 + ROUNDING);
}

function mean(numbers: Int32Array): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
