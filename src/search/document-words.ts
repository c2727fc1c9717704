import type { Document } from "../documents/document.ts";
import { splitHumps, type Token, tokenize } from "../text/tokens.ts";

/** Words written together in the documents as one ("wi-fi", `get_user`), by the term that they make without the sign. */
export interface Compound {
  /** The terms of its parts, without stop words. */
  readonly parts: readonly string[];
  /** How often it stands in the documents. */
  readonly count: number;
}

/** The words of the documents as they are written. */
export interface DocumentWords {
  /** Every word, folded, that is no stop word, with how often it stands there. */
  readonly counts: ReadonlyMap<string, number>;
  /** Term of each of these words, the most frequent word of each term, and how often each term stands there. */
  readonly termOf: ReadonlyMap<string, string>;
  readonly wordOf: ReadonlyMap<string, string>;
  readonly termCounts: ReadonlyMap<string, number>;
  readonly compounds: ReadonlyMap<string, Compound>;
  /** From the term of a part of a name to those of the names, and how well it stands for them: "hub" to "github". */
  readonly wholes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Everything that a reader could say stands there: stop words, titles, file names and citations too. */
  readonly standing: ReadonlySet<string>;
}

/** Between the parts of a word. */
const JOINT = /^[-‐‑_./@:&]?$/;
/** Parts of a compound that is read as one word; a longer run is an address. */
const MAX_PARTS = 6;
/** How well a part stands for a name written as one word ("Hub" for "GitHub"), and for one such as "Vue.js". */
const PART = 0.5;
const STEM_OF_NAME = 0.7;

export function collectWords(documents: readonly Document[]): DocumentWords {
  const counts = new Map<string, number>();
  const termOf = new Map<string, string>();
  const wordOf = new Map<string, string>();
  const termCounts = new Map<string, number>();
  const compounds = new Map<string, { parts: readonly string[]; count: number }>();
  const wholes = new Map<string, Map<string, number>>();
  const standing = new Set<string>();

  const read = (text: string) => {
    const tokens = tokenize(text);
    for (const { word, term } of tokens) standing.add(word).add(term);
    for (const token of tokens) noteParts(text.slice(token.start, token.end), token.term);
    for (const parts of compoundsIn(text, tokens)) noteCompound(parts);
    return tokens;
  };
  const noteParts = (raw: string, term: string) => {
    for (const { part, similarity } of partsOf(raw)) {
      standing.add(part.word).add(part.term);
      if (!part.stop && part.term !== term) add(wholes, part.term, term, similarity);
    }
  };
  const noteCompound = (tokens: readonly Token[]) => {
    const joined = termOfJoined(tokens.map(({ word }) => word).join(""));
    const parts = tokens.filter(({ stop }) => !stop).map(({ term }) => term);
    if (joined === null || parts.length === 0) return;
    standing.add(joined);
    compounds.set(joined, { parts, count: (compounds.get(joined)?.count ?? 0) + 1 });
  };

  for (const { text, file, source } of documents) {
    for (const { word, term, stop } of read(text)) {
      if (stop) continue;
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      termOf.set(word, term);
      termCounts.set(term, (termCounts.get(term) ?? 0) + 1);
      if (count > (counts.get(wordOf.get(term) ?? "") ?? 0)) wordOf.set(term, word);
    }
    for (const outer of [file, source.id, source.title, source.publisher, source.author, source.url, source.note]) {
      if (outer !== null) read(outer);
    }
  }
  return { counts, termOf, wordOf, termCounts, compounds, wholes, standing };
}

/** @returns the term of words written together, or null where they make no single word */
export function termOfJoined(word: string): string | null {
  const [token, more] = tokenize(word);
  return token === undefined || more !== undefined || token.stop ? null : token.term;
}

/** Runs of tokens that are written together, whole and each two neighbours of them. */
function* compoundsIn(text: string, tokens: readonly Token[]): Generator<readonly Token[]> {
  let first = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && areJoined(text, tokens[i - 1] as Token, tokens[i] as Token)) {
      yield tokens.slice(i - 1, i + 1);
      continue;
    }
    if (i - first > 2 && i - first <= MAX_PARTS) yield tokens.slice(first, i);
    first = i;
  }
}

/** Whether two neighbours are written together: "wi-fi", "getUser", "github.com". */
export function areJoined(text: string, left: Token, right: Token): boolean {
  return right.start - left.end <= 1 && text[left.end] !== " " && JOINT.test(text.slice(left.end, right.start));
}

/** The parts of a name that is one word: of "QueryExpander", "Vue.js", "C++" and ".NET". */
export function partsOf(raw: string): { readonly part: Token; readonly similarity: number }[] {
  if (/^[A-Z]?[a-z]*$/.test(raw)) return [];
  const dotted = /^(.+)\.(?:js|net|io)$/i.exec(raw)?.[1];
  if (dotted !== undefined) return tokenize(dotted).map((part) => ({ part, similarity: STEM_OF_NAME }));
  const plain = raw.replace(/^\.|[+#*]+$/g, "");
  const humps = /\p{Ll}\p{Lu}/u.test(plain) ? splitHumps(plain) : [];
  if (humps.length === 0 && plain === raw) return [];
  const parts = humps.length === 0 ? [plain] : humps.map(({ start, end }) => plain.slice(start, end));
  return parts.flatMap((part) => tokenize(part)).map((part) => ({ part, similarity: PART }));
}

function add(map: Map<string, Map<string, number>>, from: string, to: string, similarity: number): void {
  const known = map.get(from);
  if (known === undefined) map.set(from, new Map([[to, similarity]]));
  else known.set(to, Math.max(similarity, known.get(to) ?? 0));
}
