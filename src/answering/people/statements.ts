import type { Document } from "../../documents/document.ts";
import { publishedOn } from "../../documents/publication-date.ts";
import { SPEAKING, speaksBefore } from "../../text/entities/speaking.ts";
import type { Entity } from "./entity.ts";
import type { Told } from "./evidence.ts";
import { tellSame, toldWords } from "./same-told.ts";

const SHORTEST = 4;
const AUXILIARY =
  /^(?:is|was|has|had|have|will|would|can|could|may|might|must|should|did|does|were|are|won|led|held|met|took|gave|made|went|came|left|sent|kept|ran|put|set|cut|wants?|chose|began|got|found|saw|sees|says|knows|knew|spoke|speaks|thinks|grew|became|brought|bought|built|fell|felt|lost|paid|sold|stood|wrote|won't|isn't|didn't|doesn't|hasn't|wasn't|won’t|isn’t|didn’t|doesn’t|hasn’t|wasn’t)$/;
const ADVERB = /^(?:also|then|now|later|still|never|always|first|again|only|even|just|once|reportedly|\p{Ll}+ly)$/u;
const SPEAKS = new RegExp(`^(?:${SPEAKING})$`);
const NOT_SUBJECT =
  /\b(?:of|with|by|to|from|for|than|like|about|between|without|against|near|at|in|on|into|over|under|after|before)\s$/i;

/**
 * Sentences in which an entity speaks or acts: one of each document in turn, the newest document first, each told once.
 *
 * @param without what is shown already
 * @param most sentences at the most
 */
export function statementsOf({ told }: Entity, without: readonly Told[], most: number): Told[] {
  const shown = new Set(without.map(({ mention }) => mention.sentence.position));
  const byDocument = new Map<Document, { readonly told: Told; readonly weight: number }[]>();
  for (const one of told) {
    const weight = weigh(one);
    const { document, position } = one.mention.sentence;
    if (weight === 0 || shown.has(position)) continue;
    const found = byDocument.get(document) ?? [];
    if (!found.some((other) => other.told.mention.sentence.position === position)) found.push({ told: one, weight });
    byDocument.set(document, found);
  }
  const documents = [...byDocument].sort(([a], [b]) =>
    (publishedOn(b) ?? "").localeCompare(publishedOn(a) ?? "", "en"),
  );
  const queues = documents.map(([, found]) => found.toSorted((a, b) => b.weight - a.weight).map((one) => one.told));
  const chosen: Told[] = [];
  const seen = without.map(toldWords);
  for (let round = 0; queues.some((queue) => queue.length > round); round++) {
    for (const queue of queues) {
      const one = queue[round];
      if (one === undefined) continue;
      const words = toldWords(one);
      if (seen.some((other) => tellSame(words, other))) continue;
      seen.push(words);
      chosen.push(one);
      if (chosen.length === most) return chosen;
    }
  }
  return chosen;
}

/** How much a sentence is about what the entity says or does; 0 where it is not. */
function weigh({ mention, speaks }: Told): number {
  const { sentence, start, end, from, possessive, opens, label } = mention;
  const { text } = sentence;
  if (possessive || text.split(" ").length < SHORTEST || text.endsWith("?")) return 0;
  if (label?.kind === "speaker") return text.length - end > 25 ? 2 : 0;
  const quotes = /["“”«»]/.test(text) ? 0.6 : 0;
  const lead = opens ? 0.4 : 0;
  if (speaks) return 3 + quotes + lead;
  if (/\b(?:that|which|whom|whose)\s$/.test(text.slice(0, from))) return 0;
  const before = text.slice(0, from);
  if (speaksBefore(before) && !belongsToNext(before, text.slice(end))) return 3 + quotes;
  if (NOT_SUBJECT.test(before) && start > 0) return 0;
  const behind = text.slice(end).replace(/^(?:,[^,]{2,90},|\s\([^)]*\))/, "");
  for (const word of behind.trim().split(/\s+/).slice(0, 4)) {
    if (ADVERB.test(word)) continue;
    const plain = word.replace(/[,.;:]$/, "");
    if (SPEAKS.test(plain)) return 3 + quotes + lead;
    return AUXILIARY.test(plain) || /^\p{Ll}{2,}(?:ed|(?<!s)s)$/u.test(plain) ? 2 + quotes + lead : 0;
  }
  return 0;
}

/** "according to the Trump administration's policies": it is not Trump who speaks. */
function belongsToNext(before: string, behind: string): boolean {
  return /^\s\p{Ll}+['’]s\b/u.test(behind) || (/\b(?:the|an?)\s$/i.test(before) && /^\s\p{Ll}/u.test(behind));
}
