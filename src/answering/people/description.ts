import { speaksBehind } from "../../text/entities/speaking.ts";
import type { Span } from "../../text/span.ts";
import type { Mention } from "./mention.ts";
import type { Kind, Nouns } from "./nouns.ts";

/** Words beside a name that say who or what it is. */
export interface Description extends Span {
  /** What the noun in it says; null where no noun does ("of Reed College"). */
  readonly kind: Kind | null;
  /** How well such words introduce, from 1 to 10. */
  readonly strength: number;
}

const DETERMINER =
  "(?:the|an?|his|her|its|their|our|my|your|one of (?:the|his|her|its|their|our|my)|this|another|some|both|former|then|longtime|\\p{L}+['’]s|\\p{L}+s['’])";
/** What ends the noun and goes on to tell more. */
const GOES_ON =
  /^(?:of|for|at|in|from|with|on|to|and|or|who|whose|that|which|since|under|near|based|as|by|during|until|whom|where|when|but|behind|responsible|leading|representing|serving|working|living|specialising|specializing|covering|called|named|charged|accused|known)$/i;
/** What stands in no noun phrase: "it is possible". */
const NO_PART =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|it|he|she|they|we|you|i|there|not|if|what|how|let|do|does|did|said|says)$/i;
const MAX_WORDS = 9;
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[-'’.&/][\p{L}\p{M}\p{N}]+)*(?:\.(?=\s?\p{Lu}))?['’]?|[,;:()–—"“”!?.·|]|-(?=\s)/gu;
/** A sentence that begins so may go on with another subject behind its first comma. */
const SUBORDINATE =
  /^[\s"“‘'(]*(?:when|after|as|while|if|since|because|before|although|though|unlike|like|with|without|for|until|once|according|in|at|on|during|by|from|to|despite|besides|under|thanks|instead|given|beside|next|near|behind|opposite|among|alongside|across|above|below|outside|inside|around)\b/i;

/** @returns the best of what describes a name in its sentence, or null */
export function describe(mention: Mention, nouns: Nouns): Description | null {
  const found = [
    apposition(mention, nouns),
    complement(mention, nouns),
    officeBefore(mention, nouns),
    appositionBefore(mention, nouns),
    identified(mention, nouns),
    labelled(mention, nouns),
    inBrackets(mention, nouns),
    belonging(mention),
  ].filter((one) => one !== null);
  return found.reduce<Description | null>(
    (best, one) => (best === null || one.strength > best.strength ? one : best),
    null,
  );
}

interface NounPhrase extends Span {
  readonly kind: Kind;
  /** The noun that says what it is. */
  readonly head: string;
  readonly plural: boolean;
  readonly determined: boolean;
  readonly words: number;
  /** What comes behind the noun: punctuation, a word that goes on, another word, nothing. */
  readonly next: string;
}

/** Reads the noun and what stands before it, from a place on: "the deputy district chief". */
function readNounPhrase(text: string, from: number, nouns: Nouns): NounPhrase | null {
  const rest = text.slice(from, from + 160);
  const start =
    /^\s*(?:(?:then|now|once|still|also|currently|formerly|\d{1,3}|aged \d+),?\s)*/.exec(rest)?.[0].length ?? 0;
  const determined = new RegExp(`^${DETERMINER}(?!\\p{L})`, "iu").test(rest.slice(start));
  TOKEN.lastIndex = start;
  if (/^(?:on|in|at|by|to|with|from|for|of|as|and|or|but)\b/i.test(rest.slice(start))) return null;
  const words: { readonly raw: string; readonly end: number }[] = [];
  let next = "";
  for (let found = TOKEN.exec(rest); found !== null; found = TOKEN.exec(rest)) {
    const [raw] = found;
    const isPart = words.length === 0 && /^(?:one|both|some|all)$/i.test(raw);
    if (!/^[\p{L}\p{N}]/u.test(raw) || (GOES_ON.test(raw) && !isPart && words.length > 0)) {
      // "one of the"
      if (raw === "of" && words.length === 1 && /^(?:one|some|both|all)$/i.test(words[0]?.raw ?? "")) continue;
      next = raw;
      break;
    }
    if (words.length >= 1 && speaksBehind(` ${rest.slice(found.index)}`)) {
      next = raw;
      break;
    }
    if (NO_PART.test(raw)) return null;
    words.push({ raw, end: from + found.index + raw.length });
    if (words.length > MAX_WORDS) return null;
  }
  const last = words.at(-1);
  if (last === undefined) return null;
  const kind = nouns.kindOf(last.raw.replace(/['’]$/, ""));
  if (words.length === 1 && determined) return null;
  if (kind === null) return null;
  // "treasurer Tom Lind": another's name.
  const lower = /^\p{Ll}/u.test(last.raw);
  const offices = words.slice(0, -1).findIndex(({ raw }) => /^\p{Ll}/u.test(raw) && nouns.kindOf(raw) === "person");
  if (!lower && offices !== -1 && words.slice(offices + 1).every(({ raw }) => /^\p{Lu}/u.test(raw))) return null;
  if (!lower && !determined && !/^(?:of|for|at|and|in|to)$/.test(next) && !/^\p{Lu}{2,4}$/u.test(last.raw)) return null;
  const plural = /(?<!s)s$/.test(last.raw) && nouns.kindOf(last.raw.replace(/s$/, "")) !== null;
  return { start: from + start, end: last.end, kind, head: last.raw, plural, determined, words: words.length, next };
}

/** More is said by more words, up to a point. */
function richness({ words, next }: NounPhrase): number {
  return Math.min(words, 6) * 0.12 + (/^(?:of|for|at|in|from|on|with|who)$/i.test(next) ? 0.4 : 0);
}

/** "Ilse Korhammer, a judge", "Tom Lind (34), Reed's former chief", "Anna Berg – the treasurer –". */
function apposition({ sentence, start, end, possessive }: Mention, nouns: Nouns): Description | null {
  if (possessive) return null;
  const { text } = sentence;
  const mark =
    /^(?:\s\(?\d{1,3}\)?|\s(?:of|from|at)\s(?:the\s)?\p{Lu}[\p{L}.'’-]*(?:\s(?:of\s)?\p{Lu}[\p{L}.'’-]*){0,5})?\s?(?:,|\s[–—-](?=\s)|[–—](?=\p{L}))\s?(?:\(?\d{1,3}\)?,\s)?/u.exec(
      text.slice(end),
    );
  if (mark === null) return null;
  const phrase = readNounPhrase(text, end + mark[0].length, nouns);
  if (phrase === null || (phrase.plural && !phrase.determined)) return null;
  const behind = text.slice(phrase.end);
  // "Anna Berg, Peat Board,": whose she is, not what.
  if (phrase.kind === "organisation" && !phrase.determined) return null;
  const closes = /^\s?(?:[,;:.)–—!?"”]|-\s|$)/.test(behind) || GOES_ON.test(phrase.next) || speaksBehind(behind);
  if (!closes || /^\s(?:who|that)\s\w+\s[^,]*\bsaid\b/.test(behind)) return null;
  const opened = text.slice(0, start);
  if (SUBORDINATE.test(opened) && !opened.includes(",") && !/^[^.;!?]*[,–—]/.test(behind)) return null;
  const belongs = /\b(?:son|daughter|brother|sister|wife|husband|friend|death|home|house) of\s$/.test(opened) ? -2 : 0;
  return { ...spanOf(phrase), kind: phrase.kind, strength: 9 + richness(phrase) - (phrase.plural ? 4 : 0) + belongs };
}

const OF_ANOTHER = /\b(?:of|with|by|to|from|for|than|like|about|between|without|against|near|behind|and|or)\s$/i;

/** "Tom Lind is a judge", "Tom Lind chairs the board". */
function complement({ sentence, start, end, possessive, from }: Mention, nouns: Nouns): Description | null {
  const behind = sentence.text.slice(end);
  const before = sentence.text.slice(0, from);
  if (possessive || (OF_ANOTHER.test(before) && start > 0)) return null;
  const copula =
    /^\s(?:is|was|became|remains|has been|had been|has become|(?:works|worked|serves|served|acts|acted) as)\s(?:also\s|now\s|then\s|currently\s|still\s|once\s|both\s)?(?!not\b)/.exec(
      behind,
    );
  if (copula !== null) {
    const phrase = readNounPhrase(sentence.text, end + copula[0].length, nouns);
    if (phrase !== null && !phrase.plural && (phrase.determined || GOES_ON.test(phrase.next))) {
      return { ...spanOf(phrase), kind: phrase.kind, strength: 9.2 + richness(phrase) };
    }
  }
  const work =
    /^(?:,\swho)?\s(?:chairs|heads|leads|runs|directs|manages|edits|teaches|coaches|owns|founded|chaired|headed|led|ran|managed|edited|taught|coached|represents|represented|commands|studies|works (?:at|for|in|with)|worked (?:at|for|in|with)|looks after|is responsible for|is in charge of)\s/.exec(
      behind,
    );
  if (work === null) return null;
  return { start: end + 1, end: end + work[0].trimEnd().length, kind: null, strength: 7.6 };
}

/** "Foreign Minister Ana Cruz", "the agency's spokesman Tom Lind". */
function officeBefore({ sentence, from, start, end, offices }: Mention, nouns: Nouns): Description | null {
  const { text } = sentence;
  if (offices.length > 0) {
    const reach = phraseBefore(text, start);
    return { start: reach, end: start - 1, kind: "person", strength: 8.2 + richnessBefore(text.slice(reach, start)) };
  }
  const before = text.slice(0, from);
  const last = /(?<![\p{L}\p{N}])(\p{Ll}[\p{L}-]*|CEO|CFO|CTO|COO|CIO|MP|MEP)\s$/u.exec(before)?.[1];
  if (last === undefined || /(?<!s)s$/.test(last)) return null;
  const kind = nouns.kindOf(last);
  if (kind === null) return null;
  const reach = phraseBefore(text, from);
  const words = text.slice(reach, from);
  // "the lawyer Ann hired", "a man Ann met"
  const plainArticle =
    /^(?:the|an?)\s\S+\s$/i.test(words) &&
    /^\s\p{Ll}+(?:ed)?\s?(?:[.,;]|for|to|in|on|at|with|is|was|are|were|has|had|will|would)/u.test(text.slice(end));
  if (plainArticle || (kind === "organisation" && !/^(?:the|an?|its|his|\p{L}+['’]s)\s/iu.test(words))) return null;
  return { start: reach, end: from - 1, kind, strength: 8 + richnessBefore(words) };
}

/** Where the words begin that describe the name behind them: at their article, or behind the last other word. */
function phraseBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 90), at);
  const found = new RegExp(
    `(?:(?:^|(?<=[\\s"“(]))${DETERMINER}\\s)?(?:(?!(?:of|for|at|in|from|with|on|to|and|or|by|said|told|that|as|when|while|but|is|was|were|are|asked|the|an?|says|added)\\s)[\\p{L}\\p{N}.'’-]+\\s){1,6}$`,
    "iu",
  ).exec(before);
  return found === null ? at : at - found[0].length;
}

function richnessBefore(words: string): number {
  return Math.min(words.trim().split(/\s+/).length, 6) * 0.18;
}

/** "his oldest adviser, Tom Lind, left": not "he met the president, Lind said". */
function appositionBefore({ sentence, from, end }: Mention, nouns: Nouns): Description | null {
  const { text } = sentence;
  const before = text.slice(Math.max(0, from - 100), from);
  const found = new RegExp(
    `(?:^|(?<=[\\s"“(]))(${DETERMINER}\\s(?:[^\\s,;:.()]+\\s){0,7}?)([\\p{L}-]+)(?:\\s(?:of|for|at|in)\\s[^,;:.()]{2,40})?,\\s$`,
    "iu",
  ).exec(before);
  const head = found?.[2];
  if (found === null || head === undefined || !/^\p{Ll}/u.test(head) || /(?<!s)s$/.test(head)) return null;
  const kind = nouns.kindOf(head);
  const behind = text.slice(end);
  if (kind === null || speaksBehind(behind)) return null;
  const start = from - (before.length - found.index);
  const closes = /^\s?(?:[,;:.)–—!?"”]|$|\s(?:of|and|who|to|in|at|on|for|from|with)\b)/.test(behind);
  if (SUBORDINATE.test(text.slice(0, start + 1)) || SUBORDINATE.test(text.slice(start))) {
    if (!/^\s?[,.;)]/.test(behind)) return null;
  }
  return { start, end: from - 2, kind, strength: (closes ? 8.6 : 7.4) + richnessBefore(found[0]) };
}

/** "The treasurer is Ann Rudd", "a man called Tom Lind". */
function identified({ sentence, from }: Mention, nouns: Nouns): Description | null {
  const before = sentence.text.slice(0, from);
  const found = new RegExp(
    `(?:^|(?<=[\\s"“(,;]))((?:${DETERMINER}|new|current)\\s(?:[^\\s,;:.()]+\\s){0,5}?)([\\p{Ll}-]+)((?:\\s(?:of|for|at|in)\\s[^,;:.()]{2,40})?\\s(?:is|was|will be|remains|named|called|,\\scalled|by the name of))\\s$`,
    "iu",
  ).exec(before);
  const head = found?.[2];
  const kind = head === undefined ? null : nouns.kindOf(head);
  if (found === null || kind === null || /(?<!s)s$/.test(head ?? "")) return null;
  return { start: found.index, end: found.index + (found[1] ?? "").length + (head ?? "").length, kind, strength: 8.8 };
}

/** "Treasurer: Ann Rudd", "Ann Rudd: treasurer", a row or a field that has the name. */
function labelled({ sentence, from, start, end, label, words }: Mention, nouns: Nouns): Description | null {
  const { text } = sentence;
  if (words.length === 1 && nouns.isCommon(words[0]?.word ?? "")) return null;
  if (label !== null && label.kind === "role") return { ...label, kind: "person", strength: 8 };
  const before = /(?:^|[.;]\s)\s*((?:\p{L}[\p{L}'’&-]*\s){0,4}?)(\p{L}[\p{L}-]+)(?:\s\([^)]*\))?:\s$/u.exec(
    text.slice(0, from),
  );
  if (before !== null && nouns.kindOf(before[2] ?? "") === "person" && !/(?<!s)s$/.test(before[2] ?? "")) {
    return { start: before.index, end: from - 2, kind: "person", strength: 8.3 };
  }
  if (/^\s*$/.test(text.slice(0, start)) && /^:\s/.test(text.slice(end))) {
    const phrase = readNounPhrase(text, end + 2, nouns);
    if (phrase !== null) return { ...spanOf(phrase), kind: phrase.kind, strength: 7.8 };
  }
  if (label?.kind === "name" && words.length > 1)
    return { start: label.start, end: label.end, kind: "person", strength: 7 };
  return null;
}

/** "Tom Lind (treasurer)". */
function inBrackets({ sentence, end }: Mention, nouns: Nouns): Description | null {
  const found = /^\s\(([^()]{2,80})\)/.exec(sentence.text.slice(end));
  if (found === null) return null;
  const phrase = readNounPhrase(sentence.text, end + 2, nouns);
  if (phrase === null || phrase.end > end + found[0].length) return null;
  return { ...spanOf(phrase), kind: phrase.kind, strength: 7.9 + richness(phrase) };
}

/** "Ann Rudd of Reed College", "Ann Rudd, from Delft", "Ann Rudd, who". */
function belonging({ sentence, end, possessive, words }: Mention): Description | null {
  if (possessive || words.length < 2) return null;
  const behind = sentence.text.slice(end);
  const of = /^,?\s(?:of|from|at|with)\s(?:the\s)?\p{Lu}[\p{L}.'’-]*(?:\s(?:of\s)?\p{Lu}[\p{L}.'’-]*)*/u.exec(behind);
  if (of !== null) return { start: end + 1, end: end + of[0].length, kind: null, strength: 6.5 };
  const who = /^,\s(?:who|whose)\s/.exec(behind);
  return who === null ? null : { start: end + 2, end: end + who[0].length - 1, kind: "person", strength: 5.5 };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
