import { monthOf } from "../../text/entities/dates.ts";
import { isGivenName } from "../../text/entities/given-names.ts";
import { findNameRuns, type NameRun, type NameWord } from "../../text/entities/name-runs.ts";
import {
  endsOrganisation,
  headsOrganisation,
  isAcronym,
  isOtherCapitals,
  isWellKnownOrganisation,
} from "../../text/entities/organisations.ts";
import { isHonorific, isTitle } from "../../text/entities/titles.ts";
import type { Span } from "../../text/span.ts";
import { stopWords } from "../../text/stop-words.ts";
import type { Capitals } from "./capitals.ts";
import type { Nouns } from "./nouns.ts";
import type { Label, Sentence } from "./sentences.ts";

/** A name where it stands. Its span is of the name itself, in the sentence's text. */
export interface Mention extends Span {
  readonly sentence: Sentence;
  /** Words of the name, particles among them. */
  readonly words: readonly NameWord[];
  /** Where its titles begin, or the name itself. */
  readonly from: number;
  /** "mr", "dr": words before it that go with the name. */
  readonly honorifics: readonly string[];
  /** Words before it that say what office it is, folded: "foreign", "minister". */
  readonly offices: readonly string[];
  /** Whether an "'s" follows: what comes then is another's. */
  readonly possessive: boolean;
  /** Whether it opens its sentence, so that its capital may be due to that. */
  readonly opens: boolean;
  readonly label: Label | null;
  /** Whether its form says that it is an organisation: "Peat Board", "Reed & Co". */
  readonly organisation: boolean;
}

const MAX_WORDS = 9;
/** What no name begins with, and WordNet does not tell. */
const OPENERS =
  /^(?:beside|besides|despite|near|amid|among|amongst|alongside|along|via|per|versus|unlike|like|meanwhile|yesterday|today|tomorrow|tonight|however|earlier|later|dear|hi|hello|hey|thanks|across|around|behind|inside|outside|opposite|whereas)$/;
/** Small words that end a name, with a capital too. */
const CUTS = /^(?:from|for|we|and|of|in|on|at|with|by|to|the|is|was|or|if|who)$/;

/** The names of a sentence, in order. */
export function findMentions(sentence: Sentence, capitals: Capitals, nouns: Nouns): Mention[] {
  return sentence.parts.flatMap(({ start, end, label }) => {
    const text = sentence.text.slice(start, end);
    const runs = joinOrganisations(findNameRuns(text), text);
    return runs.flatMap((run) =>
      takeApart(run, text, capitals, nouns)
        .filter(isNamed)
        .map((piece): Mention => {
          const { words, titles, organisation } = piece;
          const first = words[0] as NameWord;
          const last = words.at(-1) as NameWord;
          return {
            sentence,
            words: words.map((word) => ({ ...word, start: word.start + start, end: word.end + start })),
            start: first.start + start,
            end: last.end + start,
            from: (titles[0] ?? first).start + start,
            honorifics: titles.map(({ word }) => word).filter(isHonorific),
            offices: titles.map(({ word }) => word).filter((word) => !isHonorific(word)),
            possessive: run.possessive && last === run.words.at(-1),
            opens: run.opens && (titles[0] ?? first) === run.words[0],
            label,
            organisation,
          };
        }),
    );
  });
}

/** Joins "Ministry of Peat", "Centers for Disease Control and Prevention", "Reed & Sons". */
function joinOrganisations(runs: readonly NameRun[], text: string): NameRun[] {
  const joined: NameRun[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const head = before?.words.at(-1)?.word ?? "";
    const gap = before === undefined ? "" : text.slice(before.end, run.start);
    const goesOn =
      before !== undefined &&
      !before.possessive &&
      (/^ & $/.test(gap) ||
        (before.words.some(({ word }) => headsOrganisation(word)) &&
          (/^ (?:of|for)(?: the)? $/.test(gap)
            ? headsOrganisation(head) || / (?:of|for) /.test(text.slice(before.start, before.end))
            : / (?:of|for) /.test(text.slice(before.start, before.end)) &&
              /^ and $/.test(gap) &&
              run.words.length === 1 &&
              /^(?:Centers?|Centres?|Department|Ministry|Bureau|Office|Agency|Society) (?:of|for) /.test(
                text.slice(before.start, before.end),
              ))));
    if (before !== undefined && goesOn && !run.words.some(({ word }) => isTitle(word) || isGivenName(word))) {
      joined[joined.length - 1] = {
        ...run,
        words: [...before.words, ...run.words],
        start: before.start,
        opens: before.opens,
      };
    } else joined.push(run);
  }
  return joined;
}

interface Piece {
  readonly words: readonly NameWord[];
  readonly titles: readonly NameWord[];
  readonly organisation: boolean;
}

function takeApart(run: NameRun, text: string, capitals: Capitals, nouns: Nouns): Piece[] {
  let words = [...run.words];
  if (words.length > MAX_WORDS) return [];
  const isOrganisation = () => isOrganisationName(words, run);
  while (
    words.length > 1 &&
    isNoPart(words, run.opens && words[0] === run.words[0], isOrganisation(), capitals, nouns)
  ) {
    words = words.slice(1);
  }
  while (words[0]?.particle) words = words.slice(1);
  const [first] = words;
  if (first === undefined) return [];
  // "Anna Berg, Tom Lind\nApologies:"
  const label = words.at(-1)?.word ?? "";
  const labels = /^(?:apologies|present|absent|guests|minutes|agenda|actions?|attendees|members|date|time|place)$/.test(
    label,
  );
  if (/^\s?:/.test(text.slice(run.end)) && (words.length > 2 ? nouns.isCommon(label) : words.length === 2 && labels))
    words = words.slice(0, -1);
  // "Amir From", "TEAL FOR KESSRICK"
  const stop = words.findIndex(({ word, particle }, i) => i > 0 && !particle && CUTS.test(word));
  if (stop !== -1 && !isOrganisation()) words = words.slice(0, stop);
  if (isNone(words, run, capitals, nouns)) return [];
  if (
    words.length === 1 &&
    (/^(?:jr|sr|i{2,3}|iv)$/.test(first.word) || (stopWords.has(first.word) && !isAcronym(first.raw)))
  )
    return [];
  if (isOrganisation()) return [{ words, titles: [], organisation: true }];
  let cut = 0;
  for (let i = 0; i < words.length; i++) {
    const { word, particle } = words[i] as NameWord;
    if (!particle && i > cut && isGivenName(word) && !isTitle(word)) break;
    if (!particle && isTitle(word) && !(i > 0 && i === words.length - 1 && isGivenName(words[cut]?.word ?? "")))
      cut = i + 1;
  }
  if (cut === 0) return [{ words, titles: [], organisation: false }];
  const firstTitle = words.findIndex(({ word }) => isTitle(word));
  const owner = words.slice(0, firstTitle);
  const pieces: Piece[] = [];
  if (owner.length > 0 && (isOrganisationName(owner, run) || isAcronym(owner[0]?.raw ?? ""))) {
    pieces.push({ words: owner, titles: [], organisation: owner.length > 1 });
  }
  let name = words.slice(cut);
  while (name[0]?.particle) name = name.slice(1);
  if (name.length > 0) pieces.push({ words: name, titles: words.slice(firstTitle, cut), organisation: false });
  return pieces;
}

/** Whether more is left than a letter: "Generation X" names nobody called X. */
function isNamed({ words }: Piece): boolean {
  return words.length > 1 || (words[0]?.raw.replaceAll(".", "").length ?? 0) > 1;
}

/** What is nobody's name, whatever is said of it. */
function isNone(words: readonly NameWord[], run: NameRun, capitals: Capitals, nouns: Nouns): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return true;
  const given = words.some(({ word }) => isGivenName(word));
  if (words.length === 1) {
    if (first.raw.length === 1 || /\d|\.\p{L}{2}/u.test(first.raw) || isOtherCapitals(first.raw)) return true;
    return (
      run.opens &&
      first === run.words[0] &&
      capitals.inside(first.word) === 0 &&
      nouns.isWord(first.word) &&
      !given &&
      nouns.isCommon(first.word)
    );
  }
  // "Data Scientist", "A SHORT NOTICE"
  if (!given && isTitle(last.word)) return true;
  return (
    !given &&
    words.length > 2 &&
    words.every(({ raw }) => /^\p{Lu}{2,}$/u.test(raw)) &&
    words.some(({ raw }) => raw.length > 6)
  );
}

/** A word at the start of a run that belongs to the sentence, or to what follows as its description. */
function isNoPart(
  words: readonly NameWord[],
  opens: boolean,
  organisation: boolean,
  capitals: Capitals,
  nouns: Nouns,
): boolean {
  const { word, raw } = words[0] as NameWord;
  if (OPENERS.test(word)) return true;
  if (stopWords.has(word)) return !/^\p{Lu}{2,}$/u.test(raw);
  if (isTitle(word) || isGivenName(word) || raw.endsWith(".")) return false;
  if (opens && capitals.isMostlyLower(word) && !(organisation && capitals.isKnown(words)))
    return !organisation || nouns.isModifier(word);
  if (organisation || isAcronym(raw)) return false;
  const next = words[1]?.word ?? "";
  // "Next-10 Michael", "November Bob Haskett"
  if (isGivenName(next) && (/\d/.test(raw) || monthOf(word) !== -1 || (nouns.isCommon(word) && words.length > 2)))
    return true;
  if (nouns.isModifier(word) && nouns.isWord(word) && !capitals.isKnown(words))
    return opens || isGivenName(next) || isTitle(next);
  return false;
}

function isOrganisationName(words: readonly NameWord[], { words: all }: NameRun): boolean {
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return false;
  if (isWellKnownOrganisation(words.map(({ word }) => word).join(" "))) return true;
  // "John Church": a last name that is a noun, behind a given name.
  if (
    words.length === 2 &&
    isGivenName(words[0]?.word ?? "") &&
    !/^(?:ltd|inc|co|gmbh|ag|plc|llc|sons)$/.test(last.word)
  )
    return false;
  if (endsOrganisation(last.word) && !isTitle(last.word)) return true;
  const head = words.findIndex(({ word }, i) => i < words.length - 1 && headsOrganisation(word));
  if (head === -1) return false;
  const gap = (words[head + 1]?.start ?? 0) - (words[head]?.end ?? 0);
  return gap > 1 && all.length >= words.length;
}
