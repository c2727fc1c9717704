import type { Document } from "../../documents/document.ts";
import { isAcronym } from "../../text/entities/organisations.ts";
import { genderOfTitle } from "../../text/entities/titles.ts";
import { inTurns } from "../turns.ts";
import { EXPANDED, isInitials, type Told } from "./evidence.ts";
import { isGivenNameVariant, isShortened, isSpelling, Spellings } from "./variants.ts";

/** Mentions that name one and the same. */
export interface Group {
  /** Words of its fullest name, folded. */
  words: readonly string[];
  told: Told[];
}

/** Letters of a last name from which a slip is told from another name. */
const LONG = 7;
/** How many times as often somebody is named in full for a bare last name to be theirs. */
const FAR = 4;
const LEGAL = /^(?:inc|ltd|limited|llc|llp|corp|co|gmbh|ag|plc|sa|nv|bv|oy|ab|kg)$/;

/**
 * Puts together what names one: full names and their spellings, then last and first names, then capitals and what they
 * stand for. Whoever else asks something is answered in between.
 */
export async function groupMentions(all: readonly Told[]): Promise<Group[]> {
  const groups = new Map<string, Group>();
  const singles: Told[] = [];
  await inTurns(all, (told) => {
    const words = wordsOf(told);
    if (words.length === 1 && !isAcronym(rawOf(told))) singles.push(told);
    else addTo(groups, words, told);
  });
  const full = mergeTails(await mergeSpellings([...groups.values()]));
  const rest = new Map<string, Group>();
  const home = findHomes(full);
  await inTurns(singles, (told) => {
    const owner = home(told);
    if (owner === null) addTo(rest, wordsOf(told), told);
    else owner.told.push(told);
  });
  const joined = await mergeExpansions([...full, ...rest.values()]);
  await inTurns(joined, ({ told }) => told.sort((a, b) => order(a) - order(b)));
  return joined;
}

function addTo(groups: Map<string, Group>, words: readonly string[], told: Told): void {
  const key = words.join(" ");
  const group = groups.get(key);
  if (group === undefined) groups.set(key, { words, told: [told] });
  else group.told.push(told);
}

function order({ mention }: Told): number {
  return mention.sentence.position * 2_000 + Math.min(mention.start, 1_999);
}

/** Words of a name as they are compared: without a legal form. */
function wordsOf({ mention }: Told): string[] {
  const words = mention.words.map(({ word }) => word);
  while (words.length > 1 && LEGAL.test(words.at(-1) ?? "")) words.pop();
  return words;
}

function rawOf({ mention }: Told): string {
  return mention.sentence.text.slice(mention.start, mention.end);
}

function documentsOf({ told }: Group): Set<Document> {
  return new Set(told.map(({ mention }) => mention.sentence.document));
}

/** Full names that are one: with and without a middle name, of two spellings, where no document tells them apart. */
async function mergeSpellings(groups: readonly Group[]): Promise<Group[]> {
  const merged: Group[] = [];
  // Names that are one have their last word in common, or the first and the last one's letter: no others are compared.
  const near = new Map<string, { readonly group: Group; readonly at: number }[]>();
  const ordered = groups.toSorted(
    (a, b) => b.told.length - a.told.length || order(a.told[0] as Told) - order(b.told[0] as Told),
  );
  await inTurns(ordered, (group) => {
    const words = withoutGeneration(group.words);
    const last = words.at(-1) ?? "";
    const keys = [`… ${last}`, `${words[0]} ${last.slice(0, 1)}…`];
    const found = keys.flatMap((key) => near.get(key)?.find((other) => areOne(other.group, group)) ?? []);
    const same = found.toSorted((a, b) => a.at - b.at)[0]?.group;
    if (same === undefined) {
      for (const key of keys) {
        const list = near.get(key) ?? [];
        list.push({ group, at: merged.length });
        near.set(key, list);
      }
      merged.push(group);
    } else {
      same.told.push(...group.told);
      if (group.words.length > same.words.length && isShortened(group.words, same.words)) same.words = group.words;
    }
  });
  return merged;
}

function areOne(a: Group, b: Group): boolean {
  const [left, right] = [withoutGeneration(a.words), withoutGeneration(b.words)];
  if (!areAlike(left, right) || isForm(a) || isForm(b)) return false;
  const apart = !documentsOf(a).isDisjointFrom(documentsOf(b));
  // "Donald Trump Jr." is not his father, "Roger Stone" may be "Roger Stone Jr.".
  const generations = left.length - a.words.length !== right.length - b.words.length;
  if (apart && generations && [left, right].every(({ length }) => length === 2)) return false;
  if (isShortened(left, right)) return true;
  // "J. Lind" may be Jan and Julia.
  const shortened = left[0]?.length === 1 || right[0]?.length === 1;
  return !apart || (left.at(-1) === right.at(-1) && shortened);
}

/** Whether two full names look like one, whoever has them. */
function areAlike(left: readonly string[], right: readonly string[]): boolean {
  if (isShortened(left, right)) return true;
  const [first = "", last = ""] = [left[0], left.at(-1)];
  const [otherFirst = "", otherLast = ""] = [right[0], right.at(-1)];
  return last === otherLast
    ? isGivenNameVariant(first, otherFirst)
    : first === otherFirst && isSpelling(last, otherLast);
}

function withoutGeneration(words: readonly string[]): readonly string[] {
  return words.length > 2 && /^(?:jr|sr|i{2,3}|iv)$/.test(words.at(-1) ?? "") ? words.slice(0, -1) : words;
}

function isForm({ told }: Group): boolean {
  return told.some(({ mention }) => mention.organisation);
}

function isPersonLike({ told }: Group): boolean {
  return told.some(({ signs }) => signs.some(([kind, , weight]) => kind === "person" && weight >= 2));
}

/** "Purwo Nugroho", "van der Berg": the last words of a longer name. */
function mergeTails(groups: readonly Group[]): Group[] {
  const kept: Group[] = [];
  const byLast = Map.groupBy(groups, ({ words }) => words.at(-1));
  for (const group of groups) {
    if (isForm(group) || group.words.length < 2) {
      kept.push(group);
      continue;
    }
    const whole = (byLast.get(group.words.at(-1)) ?? []).filter(
      (other) =>
        other.words.length > group.words.length &&
        group.words.every((word, i) => other.words[other.words.length - group.words.length + i] === word) &&
        !isForm(other) &&
        isPersonLike(other),
    );
    const [only] = whole;
    if (only !== undefined && whole.length === 1) only.told.push(...group.told);
    else kept.push(group);
  }
  return kept;
}

/** Leads a single word to the full name that it is a part of. */
function findHomes(full: readonly Group[]): (told: Told) => Group | null {
  const byWord = new Map<string, Group[]>();
  for (const group of full) {
    if (isForm(group) || !isPersonLike(group)) continue;
    for (const word of new Set([group.words[0], withoutGeneration(group.words).at(-1)])) {
      if (word !== undefined) byWord.set(word, [...(byWord.get(word) ?? []), group]);
    }
  }
  const people = full.filter((group) => !isForm(group) && isPersonLike(group));
  const spellings = new Spellings(people.map(({ words }) => withoutGeneration(words).at(-1) ?? ""));
  const misspelt = (word: string) =>
    word.length < LONG ? [] : spellings.of(word).map((position) => people[position] as Group);
  return (told) => {
    const { sentence, honorifics, words } = told.mention;
    const word = words[0]?.word ?? "";
    let candidates = byWord.get(word) ?? misspelt(word);
    const asLast = candidates.filter((group) => isSpelling(withoutGeneration(group.words).at(-1) ?? "", word));
    if (honorifics.length > 0 || asLast.length > 0) candidates = asLast;
    const gender = genderOf([told]);
    if (gender !== null) candidates = candidates.filter((group) => (genderOf(group.told) ?? gender) === gender);
    // The last name alone is the elder's.
    const elder = candidates.filter(({ words }) => withoutGeneration(words) === words);
    if (elder.length > 0) candidates = elder;
    if (candidates.length <= 1) return candidates[0] ?? null;
    const here = candidates.filter((group) =>
      group.told.some(({ mention }) => mention.sentence.document === sentence.document),
    );
    if (here.length === 1) return here[0] ?? null;
    return (here.length > 1 ? nearest(here, told) : null) ?? foremost(here.length > 1 ? here : candidates);
  };
}

/** Of several of one last name, the one whose full name stands nearest before. */
function nearest(groups: readonly Group[], told: Told): Group | null {
  const { document } = told.mention.sentence;
  const at = order(told);
  let best: Group | null = null;
  let last = -1;
  for (const group of groups) {
    for (const other of group.told) {
      const there = order(other);
      const isFull = other.mention.words.length > 1;
      if (other.mention.sentence.document === document && isFull && there < at && there > last)
        [best, last] = [group, there];
    }
  }
  return best;
}

/** The one told of far more than the others of that name, or none. */
function foremost(groups: readonly Group[]): Group | null {
  const [first, second] = groups.toSorted((a, b) => b.told.length - a.told.length);
  return first !== undefined && first.told.length >= FAR * (second?.told.length ?? 0) ? first : null;
}

function genderOf(told: readonly Told[]): "male" | "female" | null {
  for (const { mention } of told) {
    for (const word of [...mention.honorifics, ...mention.offices]) {
      const gender = genderOfTitle(word);
      if (gender !== null) return gender;
    }
  }
  return null;
}

/** "EYP" for "EYP Peat Works", where that is the only one that begins so. */
function findStart(groups: readonly Group[], { words }: Group): Group | undefined {
  const whole = groups.filter(
    (group) => group.words.length > words.length && words.every((word, i) => group.words[i] === word),
  );
  return whole.length === 1 && whole[0] !== undefined && isForm(whole[0]) ? whole[0] : undefined;
}

/** "Democratic National Committee (DNC)" and "the DNC"; "Peat Board" and "PB" only where a document says so. */
async function mergeExpansions(groups: readonly Group[]): Promise<Group[]> {
  const capitals = groups.filter(({ told }) => told[0]?.mention.words.every(({ raw }) => isAcronym(raw)));
  const absorbed = new Set<Group>();
  const near = startsOf(groups);
  await inTurns(capitals, (acronym) => {
    const letters = acronym.words.join("");
    const starting = near.get(letters.slice(0, 2)) ?? [];
    const long = starting.filter(
      (group) => group !== acronym && group.words.join("").length > letters.length && isInitials(letters, group.words),
    );
    const said = long.find(({ told }) =>
      told.some(({ mention: { sentence, end } }) => {
        const written = EXPANDED.exec(sentence.text.slice(end))?.[1] ?? "";
        return written.replace(/[.\s]/g, "").toLowerCase() === letters;
      }),
    );
    const owner = said ?? (long.length === 1 && isForm(long[0] as Group) ? long[0] : findStart(starting, acronym));
    if (owner === undefined) return;
    for (const told of acronym.told) owner.told.push(told);
    absorbed.add(acronym);
  });
  return groups.filter((group) => !absorbed.has(group));
}

/** Groups by the first two letters of what may stand for them: "pb" and "pe" for Peat Board, in their order. */
function startsOf(groups: readonly Group[]): Map<string, Group[]> {
  const starts = new Map<string, Group[]>();
  for (const group of groups) {
    const [first = "", second = ""] = group.words.flatMap((word) => word.split("-"));
    for (const key of new Set([first.slice(0, 2), first.slice(0, 1) + second.slice(0, 1)])) {
      const list = starts.get(key);
      if (list === undefined) starts.set(key, [group]);
      else list.push(group);
    }
  }
  return starts;
}
