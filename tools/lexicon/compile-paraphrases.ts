import { readdirSync, readFileSync } from "node:fs";
import type { ParaphraseTables } from "../../src/lexicon/paraphrase-tables.ts";
import { keep } from "../../src/lexicon/paraphrases.ts";
import { intoBuckets } from "../../src/text/counting-sort.ts";
import { tokenize } from "../../src/text/tokens.ts";

interface Node {
  readonly next: Map<string, Node>;
  entry: number;
}

/** The lines of the files under src/lexicon/paraphrases/, comments aside. */
export function readParaphraseLines(): string[] {
  const folder = new URL("../../src/lexicon/paraphrases/", import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** @param lines a group ("resign, step down, quit"), or a word and what may stand for it ("soft: gentle, mild"), each */
export function compileParaphrases(lines: readonly string[]): ParaphraseTables {
  const root: Node = { next: new Map(), entry: -1 };
  const groups: (readonly number[])[] = [];
  const links: Set<number>[] = [];
  const entries = new Map<string, number>();
  const entryOf = (text: string): number => {
    const entry = entries.get(text) ?? addEntry(root, text, links);
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
    if (colon === -1) groups.push([...group]);
    else linkAll(entryOf(line.slice(0, colon)), group, links);
  }
  const lists = links.map((list) => [...list]);
  const groupStart = starts(groups);
  const grouped = Int32Array.from(groups.flat());
  return {
    ...flatten(root, links.length),
    groupStart,
    grouped,
    ...invert(groupStart, grouped, links.length),
    linkStart: starts(lists),
    links: Int32Array.from(lists.flat()),
  };
}

function addEntry(root: Node, text: string, links: Set<number>[]): number {
  const tokens = tokenize(text);
  let terms = keep(tokens).map(({ term }) => term);
  if (terms.length > 1 && terms[0] === "be") terms = terms.slice(1);
  if (terms.length === 0 || (terms.length === 1 && tokens.every(({ stop }) => stop))) return -1;
  let node = root;
  for (const term of terms) {
    let next = node.next.get(term);
    if (next === undefined) {
      next = { next: new Map(), entry: -1 };
      node.next.set(term, next);
    }
    node = next;
  }
  if (node.entry === -1) {
    node.entry = links.length;
    links.push(new Set());
  }
  return node.entry;
}

function linkAll(head: number, others: ReadonlySet<number>, links: readonly Set<number>[]): void {
  if (head === -1) return;
  for (const other of others) {
    if (other === head) continue;
    links[head]?.add(other);
    links[other]?.add(head);
  }
}

type TreeTables = Pick<ParaphraseTables, "words" | "childStart" | "wordOf" | "entryOf" | "parentOf" | "nodeOf">;

/** Numbers the nodes of the tree, those behind one in a row. @param entries how many there are */
function flatten(root: Node, entries: number): TreeTables {
  const words = new Map<string, number>();
  const nodes = [root];
  const wordOf = [-1];
  const parentOf = [0];
  const nodeOf = new Int32Array(entries);
  const childStart: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    childStart.push(nodes.length);
    const children = [...(nodes[i] as Node).next].map(([word, node]) => {
      const id = words.get(word) ?? words.size;
      words.set(word, id);
      return { id, node };
    });
    for (const { id, node } of children.sort((a, b) => a.id - b.id)) {
      nodes.push(node);
      wordOf.push(id);
      parentOf.push(i);
    }
  }
  childStart.push(nodes.length);
  for (const [i, { entry }] of nodes.entries()) if (entry !== -1) nodeOf[entry] = i;
  return {
    words: [...words.keys()],
    childStart: Int32Array.from(childStart),
    wordOf: Int32Array.from(wordOf),
    entryOf: Int32Array.from(nodes, ({ entry }) => entry),
    parentOf: Int32Array.from(parentOf),
    nodeOf,
  };
}

/** From the entries of each group to the groups of each entry, in order. @param entries how many there are */
function invert(
  start: Int32Array,
  grouped: Int32Array,
  entries: number,
): Pick<ParaphraseTables, "groupsStart" | "groups"> {
  const groupOf = new Int32Array(grouped.length);
  for (let group = 0; group + 1 < start.length; group++) groupOf.fill(group, start[group], start[group + 1]);
  const { start: groupsStart, order } = intoBuckets(grouped, entries);
  return { groupsStart, groups: order.map((i) => groupOf[i] as number) };
}

function starts(lists: readonly (readonly number[])[]): Int32Array {
  const start = new Int32Array(lists.length + 1);
  for (const [i, { length }] of lists.entries()) start[i + 1] = (start[i] as number) + length;
  return start;
}
