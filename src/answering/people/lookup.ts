import { isHonorific } from "../../text/entities/titles.ts";
import { fold } from "../../text/fold.ts";
import { stopWords } from "../../text/stop-words.ts";
import type { Entity } from "./entity.ts";
import type { Told } from "./evidence.ts";
import { isGivenNameVariant, isOneEdit, isSpelling } from "./variants.ts";

/** What is found of a name that somebody typed. */
export interface Found {
  /** Those it may mean, most told of first; one where it is clear. */
  readonly entities: readonly Entity[];
  /** Others of the same name, where one is meant before them. */
  readonly namesakes: readonly Entity[];
}

const SHORTEST = 4;
const MAX_NEAREST = 5;
const LIKE = 0.4;

/**
 * Finds whom a typed name means: by a full name, a part of it, another spelling, an office that a document gives them, at
 * last by a name that is a slip away.
 *
 * @param entities most told of first
 */
export function lookUp(typed: string, entities: readonly Entity[]): Found {
  const words = nameWords(typed);
  if (words.length === 0) return { entities: [], namesakes: [] };
  const key = words.join(" ");
  const named = entities.filter((entity) => hasAll(entity, words, (a, b) => a === b));
  const exact = named.filter((entity) => formsOf(entity).some((form) => form.join(" ") === key));
  const full = exact.filter(({ name }) => nameWords(name).join(" ") === key);
  for (const found of [full, exact, named]) {
    if (found.length === 1) return { entities: found, namesakes: named.filter((entity) => entity !== found[0]) };
    if (found.length > 1) return { entities: found, namesakes: [] };
  }
  for (const find of [
    () => entities.filter((entity) => hasAll(entity, words, isSpelling)),
    () => entities.filter((entity) => isVariant(entity, words)),
    () => entities.filter((entity) => holdsOffice(entity, words)),
    () => entities.filter((entity) => hasAll(entity, words, isSlip)),
  ]) {
    const found = find();
    if (found.length > 0) return { entities: found, namesakes: [] };
  }
  return { entities: [], namesakes: [] };
}

/** The entities whose names look most like what was typed, if any does. */
export function nearestTo(typed: string, entities: readonly Entity[]): Entity[] {
  const words = nameWords(typed);
  const scored = entities.map((entity) => ({ entity, like: likeness(entity, words) }));
  const like = scored.filter((one) => one.like >= LIKE).sort((a, b) => b.like - a.like);
  return like.slice(0, MAX_NEAREST).map(({ entity }) => entity);
}

/** Words of a name as they are compared: folded, without forms of address, an article, an "'s". */
export function nameWords(name: string): string[] {
  const words = (name.match(/(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}&]+(?:[-'’.][\p{L}\p{M}\p{N}]+)*/gu) ?? [])
    .map((word) =>
      fold(word.replace(/['’]s$/, ""))
        .replaceAll(".", "")
        .replaceAll("'", ""),
    )
    .filter((word) => word !== "" && word !== "the");
  const bare = words.filter((word) => !isHonorific(word));
  return bare.length > 0 ? bare : words;
}

const forms = new WeakMap<Entity, readonly (readonly string[])[]>();

/** The words of each of its names: read once, since every name that is typed is compared with them. */
function formsOf(entity: Entity): readonly (readonly string[])[] {
  const known = forms.get(entity) ?? [entity.name, ...entity.otherNames].map(nameWords);
  forms.set(entity, known);
  return known;
}

function hasAll(entity: Entity, words: readonly string[], same: (typed: string, word: string) => boolean): boolean {
  return formsOf(entity).some((form) => words.every((typed) => form.some((word) => same(typed, word))));
}

/** "Bob Lind" for Robert Lind, "R. Lind". */
function isVariant(entity: Entity, words: readonly string[]): boolean {
  if (words.length < 2 || entity.kind !== "person") return false;
  return formsOf(entity).some(
    (form) =>
      form.length > 1 &&
      isGivenNameVariant(words[0] ?? "", form[0] ?? "") &&
      isSpelling(words.at(-1) ?? "", form.at(-1) ?? ""),
  );
}

function isSlip(typed: string, word: string): boolean {
  if (typed === word) return true;
  return Math.min(typed.length, word.length) >= SHORTEST && isOneEdit(typed, word);
}

/** "the foreign minister": all words stand in a description of the entity, its noun among them. */
function holdsOffice(entity: Entity, typed: readonly string[]): boolean {
  const words = typed.filter((word) => !stopWords.has(word));
  if (words.length === 0) return false;
  return officesOf(entity).some(({ said, all }) => {
    const isMeant = words.includes(said.at(-1) ?? "") || (words.length === 1 && said.includes(words[0] ?? ""));
    return isMeant && words.every((word) => all.includes(word));
  });
}

/** A description of somebody: "foreign minister", and with what it goes on: "foreign minister of Estonia". */
interface Office {
  readonly said: readonly string[];
  readonly all: readonly string[];
}

const offices = new WeakMap<Entity, readonly Office[]>();

function officesOf(entity: Entity): readonly Office[] {
  const known = offices.get(entity) ?? entity.told.flatMap(readOffice);
  offices.set(entity, known);
  return known;
}

function readOffice({ mention, description }: Told): Office[] {
  if (description === null || description.kind === null) return [];
  const { text } = mention.sentence;
  const said = nameWords(text.slice(description.start, description.end));
  const on = /^\s(?:of|for|at|in|from|with)\s[^,;:.()]{2,60}/.exec(text.slice(description.end))?.[0] ?? "";
  return [{ said, all: [...said, ...nameWords(on)] }];
}

function likeness(entity: Entity, words: readonly string[]): number {
  const all = new Set(formsOf(entity).flat());
  let sum = 0;
  for (const typed of words) {
    let best = 0;
    for (const word of all) best = Math.max(best, dice(typed, word));
    sum += best;
  }
  return sum / Math.max(1, words.length);
}

function dice(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  return (2 * left.intersection(right).size) / (left.size + right.size || 1);
}

function pairs(word: string): Set<string> {
  const padded = `^${word}$`;
  return new Set(Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2)));
}
