import type { Document } from "../documents/document.ts";
import { TokenizedText } from "../text/tokenized-text.ts";
import { splitHumps, type Token, tokenize } from "../text/tokens.ts";
import { type Compound, type DocumentWords, toWords } from "./document-words.ts";

/** Between the parts of a word. */
const JOINT = /^[-‐‑_./@:&]?$/;
/** Parts of a compound that is read as one word; a longer run is an address. */
const MAX_PARTS = 6;
/** How well a part stands for a name written as one word ("Hub" for "GitHub"), and for one such as "Vue.js". */
const PART = 0.5;
const STEM_OF_NAME = 0.7;

/** Takes documents one by one, in their order, and collects their words. */
export class WordCollector {
  readonly #counts = new Map<string, number>();
  readonly #termOf = new Map<string, string>();
  readonly #wordOf = new Map<string, string>();
  readonly #termCounts = new Map<string, number>();
  readonly #compounds = new Map<string, Compound>();
  readonly #wholes = new Map<string, Map<string, number>>();
  readonly #standing = new Set<string>();

  /** @param whole the document's text */
  add({ file, source }: Document, whole: TokenizedText): void {
    this.#read(whole);
    for (const { word, term, stop } of whole.tokens) {
      if (stop) continue;
      const count = (this.#counts.get(word) ?? 0) + 1;
      this.#counts.set(word, count);
      if (count === 1) this.#termOf.set(word, term);
      this.#termCounts.set(term, (this.#termCounts.get(term) ?? 0) + 1);
      if (count > (this.#counts.get(this.#wordOf.get(term) ?? "") ?? 0)) this.#wordOf.set(term, word);
    }
    for (const outer of [file, source.id, source.title, source.publisher, source.author, source.url, source.note]) {
      if (outer !== null) this.#read(new TokenizedText(outer));
    }
  }

  #read({ text, tokens }: TokenizedText): void {
    for (const { word, term } of tokens) this.#standing.add(word).add(term);
    for (const token of tokens) this.#noteParts(text.slice(token.start, token.end), token.term);
    for (const parts of compoundsIn(text, tokens)) this.#noteCompound(parts);
  }

  #noteParts(raw: string, term: string): void {
    for (const { part, similarity } of partsOf(raw)) {
      this.#standing.add(part.word).add(part.term);
      if (!part.stop && part.term !== term) add(this.#wholes, part.term, term, similarity);
    }
  }

  #noteCompound(tokens: readonly Token[]): void {
    const joined = termOfJoined(tokens.map(({ word }) => word).join(""));
    const parts = tokens.filter(({ stop }) => !stop).map(({ term }) => term);
    if (joined === null || parts.length === 0) return;
    this.#standing.add(joined);
    this.#compounds.set(joined, { parts, count: (this.#compounds.get(joined)?.count ?? 0) + 1 });
  }

  finish(): DocumentWords {
    return toWords({
      counts: this.#counts,
      termOf: this.#termOf,
      wordOf: this.#wordOf,
      termCounts: this.#termCounts,
      compounds: this.#compounds,
      wholes: this.#wholes,
      standing: this.#standing,
    });
  }
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
