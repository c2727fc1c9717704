import { monthOf } from "../../text/entities/dates.ts";
import { isGivenName } from "../../text/entities/given-names.ts";
import { comesBeforePlace } from "../../text/entities/names.ts";
import {
  isAcronym,
  isLoneNoun,
  isOtherCapitals,
  isWeakEnding,
  isWellKnownOrganisation,
} from "../../text/entities/organisations.ts";
import { isToldBefore, speaksBefore, speaksBehind } from "../../text/entities/speaking.ts";
import { isTitle } from "../../text/entities/titles.ts";
import type { Capitals } from "./capitals.ts";
import { type Description, describe } from "./description.ts";
import type { Mention } from "./mention.ts";
import type { Kind, Nouns } from "./nouns.ts";

/** Capitals in brackets behind what they stand for. */
export const EXPANDED = /^\s\(["“]?((?:\p{Lu}\.?){2,8}(?:\s(?:\p{Lu}\.?){2,8})?s?)["”]?[),;]/u;

/** A mention with what its sentence says of it. */
export interface Told {
  readonly mention: Mention;
  readonly description: Description | null;
  /** Whether it speaks in the sentence. */
  readonly speaks: boolean;
  readonly signs: readonly Sign[];
}

/** What speaks for a person, for an organisation or for neither, each named once however often it is found. */
type Sign = readonly [kind: Kind | "neither", what: string, weight: number];

const ACTS =
  /^(?:['’]s)?\s(?:will|has|have|had|plans?|agreed|acquired|bought|sued|offers?|released?|launched|published|filed|hired|owns?|wants?|expects?|declined|refused)\b/;
/** What may follow who spoke: "said Tom Lind, who", not "according to the Lind campaign". */
const BEHIND_SPEAKER = /^\s?(?:[,.;:!?)"”–—]|$)|^\s(?:and|who|in|on|at|of|from|to|after|during|while|when|as)\b/;
/** Titles that stand before things too. */
const LOOSE =
  /^(?:pilot|speaker|general|reps?|private|chief|head|lead|major|count|host|author|editor|owner|developer|volunteer|researcher|moderator|maintainer|member|user|driver|guard|collector|administrator|admin|assistant|analyst|agent|officer|teacher|committee|council|crew|police|secretary|director|chair|manager|engineer|architect|painter|baker|father|mother|sister|brother)s?$/;
/** Who belongs to an organisation, not to a thing: "HP executives", not "PHP users". */
const OFFICIAL =
  /^(?:CEO|CFO|CTO|president|chair(?:man|woman)?|chief|director|spokes\w+|executives?|officials?|officers?|employees|staff|agents?|operatives?|lawyers?|leaders?|correspondents?|reporters?|representatives?|delegates?|headquarters)$/;
const CALENDAR = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|easter|new year)s?$/;
const PLACE_BEHIND =
  /^(?:,\s\p{Lu}\p{L}+)?\s(?:district|province|city|village|county|region|river|street|island|area|state|town|valley|mountains?|lake|beach|bay|peninsula|coast|border|airport|square|road|hall|bridge|park)\b/u;
const OTHER_THING =
  /^\s?(?:\d|v\d|\(v?\d)|^\s(?:version|edition|model|server|software|app|plugin|library|framework|API|file|files|button|menu|tab|page|option|event|operator|function|method|class)\b/;

/** @param cited kinds of the names whom the documents are by, folded */
export function tell(mention: Mention, nouns: Nouns, capitals: Capitals, cited: ReadonlyMap<string, Kind>): Told {
  const { sentence, words, start, end, from, honorifics, offices, possessive, label, organisation } = mention;
  const behind = sentence.text.slice(end);
  const before = sentence.text.slice(0, from);
  const found = describe(mention, nouns);
  // "of Columbia University, an expert": another's.
  const names = words.filter(({ particle }) => !particle);
  const given = names.some(({ word }) => isGivenName(word));
  // "Pilot Program", "Speaker Resources"
  const ordinary =
    !given && names.every(({ word }) => nouns.isCommon(word)) && offices.every((office) => LOOSE.test(office));
  const named = sentence.kind === "field" && label?.kind === "name" && !given;
  const isNone = found?.kind === "person" && (organisation || named || (ordinary && offices.length > 0));
  const description = isNone ? null : found;
  const [first] = names;
  const name = words.map(({ word }) => word).join(" ");
  const raw = sentence.text.slice(start, end);
  const article = /\b(?:the|The)\s$/.test(before);
  const speaks =
    !possessive &&
    (label?.kind === "speaker" || speaksBehind(behind) || (speaksBefore(before) && BEHIND_SPEAKER.test(behind)));
  const signs: Sign[] = [];
  const add = (kind: Sign[0], what: string, weight: number) => signs.push([kind, what, weight]);
  if (honorifics.length > 0) add("person", "honorific", 4);
  if (offices.length > 0 && !ordinary) add("person", "office", 3);
  if (description?.kind === "person") add("person", "described", description.strength >= 7.5 ? 3 : 2);
  if (description?.kind === "organisation") add("organisation", "described", 3);
  if (!named && (label?.kind === "name" || label?.kind === "role")) {
    if (names.length > 1 || !nouns.isCommon(first?.word ?? ""))
      add("person", "label", names.length > 1 ? 3 : label.kind === "role" ? 2 : 1);
  }
  if (label?.kind === "speaker") add("person", "speaker", 3);
  const inList =
    /(?:^|[.;]\s)(?:present|attending|attendees|participants|apologies|absent|guests|speakers|in attendance|signed)\b[^:]{0,30}:/i.test(
      before,
    );
  if (inList && names.length > 1) add("person", "list", 3);
  if (names.length > 1 && names.length <= 5 && !organisation && first !== undefined && isGivenName(first.word)) {
    add("person", "given name", 2);
    const last = names.at(-1)?.word ?? "";
    if (!nouns.isWord(last) || capitals.lower(last) === 0) add("person", "last name", 0.6);
  }
  const author = cited.get(name);
  if (author !== undefined) add(author, "cited", 3);
  if (names.length > 1 && names.slice(0, -1).some(({ raw }) => /^\p{Lu}\.$/u.test(raw))) add("person", "initial", 2);
  if (/^\s\(?@\w/.test(behind) && names.length > 1) add("person", "handle", 3);
  if (/^,\s(?:\d{1,3}|aged\s\d+)[,.]/.test(behind)) add("person", "age", 3);
  if (/^,\swhose?\b|^\sand\s(?:his|her)\b|^,\s(?:his|her)\b/.test(behind)) add("person", "who", 1.5);
  if (/\b(?:he|she|him|herself|himself)\b/.test(behind)) add("person", "pronoun", 0.7);
  if (speaks && !article && label?.kind !== "speaker") add("person", "speaks", 1.5);
  if (isToldBefore(before) && !article) add("person", "told", 0.6);
  if (names.length === 1 && !nouns.isWord(first?.word ?? "")) add("person", "no word", 0.6);
  organisationSigns();
  placeSigns();
  return { mention, description, speaks, signs };

  function organisationSigns(): void {
    if (organisation) {
      const weak = isWeakEnding(names.at(-1)?.word ?? "") || sentence.kind === "row" || sentence.kind === "field";
      add("organisation", "form", weak ? 2 : 4);
      if (article) add("organisation", "article", 0.6);
      if (speaks) add("organisation", "speaks", 2);
    }
    if (isWellKnownOrganisation(name)) add("organisation", "known", 4);
    const acronym = isAcronym(raw) || (names.length > 1 && names.every(({ raw }) => isAcronym(raw)));
    const coined = /^\p{Lu}\p{Ll}+\p{Lu}/u.test(raw) && !/^(?:Mc|Mac|De|La|Le|Van|Di|Du|Fitz|O)\p{Lu}/u.test(raw);
    if (acronym || coined) {
      add("person", "capitals", -4);
      const ofPerson = /^(?:['’]s)?\s(\p{L}+)/u.exec(behind)?.[1] ?? "";
      if (speaks || isToldBefore(before)) add("organisation", "speaks", 3);
      else if (acronym && ACTS.test(behind)) add("organisation", "acts", 1);
      if (acronym && OFFICIAL.test(ofPerson)) add("organisation", "has people", 2);
      if (/\b(?:joined|works? (?:for|at)|hired by|acquired by|employed by|founded)\s(?:the\s)?$/.test(before))
        add("organisation", "has people", 2);
    }
    if (article && speaks) add("organisation", "speaks", 2);
    if (article && names.length === 1) add("person", "article", -1.5);
    const expansion = EXPANDED.exec(behind)?.[1];
    if (
      expansion !== undefined &&
      isInitials(
        expansion,
        names.map(({ word }) => word),
      )
    )
      add("organisation", "expansion", 1);
  }

  function placeSigns(): void {
    if (names.length > 1 && !organisation && !given && names.every(({ word }) => nouns.isCommon(word)))
      add("neither", "common words", 3);
    if (
      names.length > 1 &&
      isOtherCapitals(names.at(-1)?.raw ?? "") &&
      !/^(?:jr|sr|i{2,3}|iv)$/.test(names.at(-1)?.word ?? "")
    )
      add("neither", "capitals", 3);
    if (
      names.length > 1 &&
      /^(?:road|street|lane|avenue|square|way|town|hill|river|lake|island|ocean|sea|bay|park|hall|bridge|station|airport|valley|district|province|county|day|week|list|status|version|plan|act|prize|award|cup|guide|edition)$/.test(
        names.at(-1)?.word ?? "",
      )
    )
      add("neither", "place", 4);
    if (isOtherThing(behind, nouns)) add("neither", "other thing", 3);
    if (nouns.isPlace(name.replaceAll(".", ""))) add("neither", "place", 3);
    if (PLACE_BEHIND.test(behind)) add("neither", "place", 2.5);
    if (OTHER_THING.test(behind)) add("neither", "thing", 1);
    const word = /(\p{L}+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? "";
    if (!article && comesBeforePlace(word) && word !== "from" && word !== "to") add("neither", "place before", 1);
    if (names.length === 1) {
      const only = first?.word ?? "";
      if (CALENDAR.test(only) || monthOf(only) !== -1) add("neither", "calendar", 9);
      if (nouns.isGroup(only)) add("neither", "group", 9);
      const isNoun = isLoneNoun(only) || isTitle(only) || (capitals.lower(only) > 0 && nouns.kindOf(only) === "person");
      if (isNoun) add("neither", "noun", 4);
      if (
        /^(?:an?|some|many|most|all|every|these|those|other|few|\d+)\s$/i.test(
          before.slice(before.lastIndexOf(" ", before.length - 2) + 1),
        )
      )
        add("neither", "article", 3);
      const common = only.split("-").every((word) => nouns.isCommon(word));
      if (common && honorifics.length === 0 && !isGivenName(only)) add("neither", "common", speaks ? 2 : 6);
      // "Russian diplomats"
      if (nouns.isModifier(only) && /^\s\p{Ll}/u.test(behind) && !speaks) add("neither", "modifier", 3);
      if (mention.opens && capitals.inside(only) === 0 && nouns.isWord(only)) add("neither", "opens", 3);
    }
  }
}

/** " is a framework": neither somebody nor an organisation. */
function isOtherThing(behind: string, nouns: Nouns): boolean {
  const found =
    /^(?:\sis|,)\san?\s((?:[\p{Ll}\d-]+\s){0,3}?)([\p{Ll}-]+)(?=[.,;:)]|\s(?:for|of|that|which|with|to|in|on|from|built|written|based|used)\b|$)/u.exec(
      behind,
    );
  return found !== null && nouns.isWord(found[2] ?? "") && nouns.kindOf(found[2] ?? "") === null;
}

/** Whether letters are those that the words begin with, in order; a word may stand there whole: "HTC Peat Works" is "HTC PW". */
export function isInitials(letters: string, words: readonly string[]): boolean {
  const wanted = letters
    .replace(/[.\s]/g, "")
    .replace(/(?<=\p{Lu})s$/u, "")
    .toLowerCase();
  let at = 0;
  for (const word of words.flatMap((word) => word.split("-"))) {
    if (wanted.startsWith(word, at)) at += word.length;
    else if (wanted[at] === word[0]) at++;
    else return false;
  }
  return at === wanted.length;
}
