import { readdirSync, readFileSync } from "node:fs";
import { type Token, tokenize } from "../text/tokens.ts";

/** A word or phrase of the groups, and which tokens of a text it is: a particle may stand apart from its verb. */
export interface Occurrence {
  readonly entry: number;
  readonly at: readonly number[];
}

interface Node {
  readonly next: Map<string, Node>;
  entry: number;
}

/** Words that a phrase may hold or lack: "took over (the) power", "lost (his) life". */
const SKIPPED = new Set("a an the his her their its my your our this that these those some any".split(" "));
/** Forms of the verbs that are stop words: "is in charge", "be in charge". */
const FORMS: ReadonlyMap<string, string> = new Map(
  ["be am is are was were been being", "have has had having", "do does did doing done"].flatMap((line) => {
    const [base = "", ...forms] = line.split(" ");
    return forms.map((form) => [form, base] as const);
  }),
);
/** Particles that may stand apart from their verb: "throw them out". */
const PARTICLES = new Set("up out off down away back over in on through aside apart together along around".split(" "));
/** How alike two of a group are, of entries that stand in no other. */
const SIMILARITY = 0.9;
/** Other entries that one may have before they count less. */
const LINKS = 10;
/** Words that may stand between a verb and its particle. */
const MAX_GAP = 3;

/**
 * Words and phrases that people use for one another, written for this project: what a thesaurus of words lacks, phrasal
 * verbs and idioms, and everyday words beside formal ones. In the files under paraphrases/ a line is either a group, any
 * two of which may stand for each other ("resign, step down, quit"), or a word and what may stand for it, each in a
 * sense of its own ("soft: gentle, mild, quiet").
 */
export class Paraphrases {
  readonly #root: Node = { next: new Map(), entry: -1 };
  /** Terms of each entry, joined by spaces. */
  readonly #entries: string[] = [];
  readonly #groupsOf: number[][] = [];
  readonly #groups: (readonly number[])[] = [];
  readonly #links = new Map<number, Set<number>>();

  constructor(lines: readonly string[] = readLines()) {
    const entries = new Map<string, number>();
    const entryOf = (text: string) => {
      const entry = entries.get(text) ?? this.#add(tokenize(text));
      entries.set(text, entry);
      return entry;
    };
    for (const line of lines) {
      const colon = line.indexOf(":");
      const group = new Set(
        line
          .slice(colon + 1)
          .split(",")
          .map((text) => entryOf(text.trim())),
      );
      group.delete(-1);
      if (colon === -1) this.#join([...group]);
      else this.#star(entryOf(line.slice(0, colon)), group);
    }
  }

  #star(head: number, others: ReadonlySet<number>): void {
    if (head === -1) return;
    for (const other of others) {
      this.#link(head, other);
      this.#link(other, head);
    }
  }

  #link(from: number, to: number): void {
    if (from === to) return;
    const links = this.#links.get(from) ?? new Set();
    this.#links.set(from, links.add(to));
  }

  #join(group: readonly number[]): void {
    for (const entry of group) this.#groupsOf[entry]?.push(this.#groups.length);
    this.#groups.push(group);
  }

  #add(tokens: readonly Token[]): number {
    let terms = keep(tokens).map(({ term }) => term);
    if (terms.length > 1 && terms[0] === "be") terms = terms.slice(1);
    if (terms.length === 0 || (terms.length === 1 && tokens.every(({ stop }) => stop))) return -1;
    let node = this.#root;
    for (const term of terms) {
      let next = node.next.get(term);
      if (next === undefined) {
        next = { next: new Map(), entry: -1 };
        node.next.set(term, next);
      }
      node = next;
    }
    if (node.entry === -1) {
      node.entry = this.#entries.length;
      this.#entries.push(terms.join(" "));
      this.#groupsOf.push([]);
    }
    return node.entry;
  }

  /** @returns the words and phrases of the groups that stand among the tokens, stop words included */
  occurrences(tokens: readonly Token[]): Occurrence[] {
    const found: Occurrence[] = [];
    const kept = keep(tokens);
    for (let i = 0; i < kept.length; i++) {
      const first = this.#root.next.get((kept[i] as Kept).term);
      if (first === undefined) continue;
      const note = (entry: number, words: readonly Kept[]) => {
        if (entry !== -1) found.push({ entry, at: words.map(({ at }) => at) });
      };
      if (!(kept[i] as Kept).stop) note(first.entry, kept.slice(i, i + 1));
      let node: Node | undefined = first;
      for (let j = i + 1; j < kept.length && node !== undefined; j++) {
        node = node.next.get((kept[j] as Kept).term);
        if (node !== undefined) note(node.entry, kept.slice(i, j + 1));
      }
      for (let j = i + 2; j < kept.length && j <= i + 1 + MAX_GAP; j++) {
        const { term } = kept[j] as Kept;
        if (PARTICLES.has(term)) note(first.next.get(term)?.entry ?? -1, [kept[i] as Kept, kept[j] as Kept]);
      }
    }
    return found;
  }

  /**
   * @returns the entries that people use for this one, and how alike they are, above 0 and under 1: less so for an
   *   entry of many groups, whose senses differ, and more so for two that several lines bring together
   */
  like(entry: number): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const add = (others: Iterable<number>, similarity: number) => {
      for (const other of others) {
        if (other !== entry) found.set(other, noisyOr(found.get(other) ?? 0, similarity));
      }
    };
    const groups = this.#groupsOf[entry] ?? [];
    for (const group of groups) add(this.#groups[group] as readonly number[], SIMILARITY / Math.sqrt(groups.length));
    const links = this.#links.get(entry) ?? new Set();
    add(links, SIMILARITY / Math.sqrt(Math.max(1, links.size / LINKS)));
    return found;
  }

  /** Whether the entry is of several words. */
  isPhrase(entry: number): boolean {
    return this.terms(entry).includes(" ");
  }

  /** The entry's terms, joined by spaces. */
  terms(entry: number): string {
    return this.#entries[entry] ?? "";
  }
}

interface Kept {
  readonly term: string;
  readonly stop: boolean;
  readonly at: number;
}

function keep(tokens: readonly Token[]): Kept[] {
  return [...tokens.entries()]
    .filter(([, { word }]) => !SKIPPED.has(word))
    .map(([at, { term, stop }]) => ({ term: FORMS.get(term) ?? term, stop, at }));
}

function readLines(): string[] {
  const folder = new URL("paraphrases/", import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** The likeness of two words, of two pieces of evidence for it. */
export function noisyOr(a: number, b: number): number {
  return 1 - (1 - a) * (1 - b);
}
