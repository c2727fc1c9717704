import { mayBeFirstName } from "../../text/entities/first-names.ts";
import { isOfficeWord, isTitleOfPerson } from "../../text/entities/roles.ts";
import type { Index } from "../build-index.ts";
import type { Question } from "../question.ts";
import { type SentencePlace, textOf } from "../sentence-place.ts";

/** Capitals side by side, with the particles of a name between them: "Anna Berg", "Maria de la Cruz", "J. R. Lind". */
const CAPITALS =
  /(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:de|del|della|da|dos|di|van|von|der|den|la|le|al|el|bin|ibn|ter)\s+){0,2}\p{Lu}[\p{L}\p{M}'’-]*)*/gu;
/** Verbs of one who speaks or thinks: what a person does, or somebody for a house. */
export const SPEAKS =
  "said|says|say|told|tells|tweeted|tweets|wrote|writes|added|adds|argued|argues|announced|announces|claimed|claims|warned|warns|insisted|insists|explained|explains|noted|notes|replied|replies|stated|states|asked|asks|believes|believed|thinks|thought|called|calls|denied|denies|admitted|admits|promised|promises|suggested|suggests|recommended|proposed|acknowledged|acknowledges|remarked|stressed|responded|predicted|confirmed|reported|recalled|described|praised|accused|dismissed|slammed|answered|tells|commented|vowed|declared|concluded|estimates|estimated|mentioned|complained|agreed|speculated|observed|demurred";
const ACTS = new RegExp(
  `^\\s+(?:also |later |then |once |had |has |who |is |was )*(?:${SPEAKS}|resigned|retweeted|posted|pinned|met|wants|hopes)\\b`,
  "u",
);
const TOLD_BY = new RegExp(`\\b(?:${SPEAKS})\\s+(?:\\p{Ll}+\\s+){0,3}$`, "u");
/** What stands behind a name and says what somebody is: "Anna Berg, a judge"; "Anna Berg, 22,". */
const APPOSITION = /^,\s+(?:(?:the|an?|who|his|her|its|our|their|former)\b|\d{1,2},)/u;
const OF_HOUSES =
  /\b(?:School|University|College|Department|Ministry|Party|House|Embassy|Consulate|Committee|Council|Agency|Administration|Company|Inc|Corp|Ltd|Church|Street|Road|Square|Press|News|Times|Post|Association|Federation|Union|Bank|Institute|Foundation|Group|Court|Congress|Senate|Kremlin|Team|Club|Center|Centre|Hotel|Museum|Survey|Act|Award|Bureau|Policy)\b/u;

/**
 * The people whom a sentence names, the one it is about first; where it begins with "he" or "she", those of the sentences
 * before it in the same passage too. A name is somebody's by what stands beside it: an office, a verb of saying, a
 * description, a first name.
 */
export function peopleIn(index: Index, place: SentencePlace): readonly string[] {
  const { passage } = place;
  const { text: whole } = index.passages.get(passage).document;
  for (let at = place.sentence; at >= Math.max(0, place.sentence - 2); at--) {
    const found = peopleOf(index, textOf(index, { passage, sentence: at }), whole);
    if (found.length > 0) return found;
  }
  return [];
}

/** @param whole the document's text, which tells names of houses and places from people's */
function peopleOf({ thesaurus }: Index, sentence: string, whole: string): string[] {
  const found: { readonly name: string; readonly rank: number; readonly at: number }[] = [];
  for (const { 0: raw, index: at } of sentence.matchAll(CAPITALS)) {
    const name = withoutTitle(raw.replace(/[.'’]s?$/u, ""));
    if (name === "" || OF_HOUSES.test(name)) continue;
    const [before, after] = [sentence.slice(0, at), sentence.slice(at + raw.length)];
    const last = wordsOf(name).at(-1) ?? "";
    const kinds = thesaurus.kindsOf(last.toLowerCase());
    if (kinds.has("time") || isOfficeWord(last.toLowerCase())) continue;
    const titled = name !== raw || isTitleOfPerson(wordsOf(before).at(-1)?.toLowerCase().replace(/\W/g, "") ?? "");
    const acts = ACTS.test(after) || TOLD_BY.test(before);
    const described = APPOSITION.test(after) && (wordsOf(name).length > 1 || !kinds.has("place"));
    const full = wordsOf(name).length > 1 && !kinds.has("place") && !isCommon(thesaurus, wordsOf(name)[0] ?? "");
    const known = wordsOf(name).length === 1 && isSurname(whole, name) && !kinds.has("place");
    if (!titled && !acts && !described && !full && !known) continue;
    if (kinds.has("place") && !titled && !described) continue;
    if (at === 0 && wordsOf(name).length === 1 && isCommon(thesaurus, name) && !acts) continue;
    // “Putin’s announcement” is not what Putin does.
    const opens = at === 0 && !/[’']s?$/u.test(raw);
    found.push({ name, rank: acts ? 2 : opens ? 1 : 0, at });
  }
  return found.sort((a, b) => b.rank - a.rank || a.at - b.at).map(({ name }) => name);
}

/** Whether somewhere a first name stands before it. */
function isSurname(whole: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}.])\\p{Lu}\\p{Ll}+\\s+${RegExp.escape(name)}(?!\\p{L})`, "u").test(whole);
}

/** Whether it is an English word that describes or names a thing: "Central", "Dozens". */
function isCommon(thesaurus: Index["thesaurus"], word: string): boolean {
  const lower = word.toLowerCase();
  return (
    thesaurus.usualPart(lower) === "modifier" || (thesaurus.knows(lower) && thesaurus.kindsOf(lower).has("quantity"))
  );
}

function withoutTitle(name: string): string {
  const words = wordsOf(name);
  while (words.length > 0 && isTitleOfPerson((words[0] as string).toLowerCase().replace(/\W/g, ""))) words.shift();
  return words.join(" ");
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** The names of a question, as far as the documents write them with a capital: "what did frye say". */
export function namesAsked(index: Index, { terms }: Question): readonly string[] {
  return terms.filter((term) => isNamed(index, term)).map(({ typed }) => typed.replace(/['’]s$/u, ""));
}

/** Whether somewhere a first name or a form of address stands before a name: not before that of a house or a place. */
export function isPersonsName({ documents, thesaurus }: Index, name: string): boolean {
  const pattern = new RegExp(
    `(?<![\\p{L}.])(\\p{Lu}\\p{Ll}+\\.?)\\s+(\\p{Lu}${RegExp.escape(name.slice(1))})(?!\\p{L})`,
    "u",
  );
  return documents.some(({ text }) => {
    const [, first = "", last = ""] = pattern.exec(text) ?? [];
    if (last.toLowerCase() !== name.toLowerCase() || OF_HOUSES.test(`${first} ${last}`)) return false;
    return /^(?:Mrs?|Ms|Mx)\.?$/.test(first) || (mayBeFirstName(first) && !isCommon(thesaurus, first));
  });
}

/** Whether a term is a name: it was typed as one, or the documents write it so. */
export function isNamed({ table: { vocabulary, names } }: Index, { term, name }: Question["terms"][number]): boolean {
  return name || names.has(vocabulary.id(term));
}

/** The word of a name by which the document calls somebody most: "Berg" of "Anna Berg". */
export function shortName(name: string, whole: string): string {
  const words = wordsOf(name);
  const count = (word: string) => whole.split(word).length;
  return words.reduce((best, word) => (count(word) >= count(best) ? word : best), words[0] ?? name);
}
