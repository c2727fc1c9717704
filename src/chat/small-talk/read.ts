import { fillers, kinds, phrases, type SmallTalkKind } from "./phrases.ts";

/** What is left of a message without its small talk. */
export interface Reading {
  /** The question, without greeting, thanks and the like around it; empty where there is none. */
  readonly question: string;
  /** What the message is, where it holds no question. */
  readonly smallTalk: SmallTalkKind | null;
}

/** A message of more words is never small talk alone; and so many of its first and last are looked at for some. */
const MAX_WORDS = 16;
const MAX_AROUND = 8;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Tells small talk ("hi", "ok thanks bye!", "who are you", "👍") from questions, and takes it off around one: "Thanks! And
 * when was the vote?" asks when the vote was. A message is small talk where phrases of the lists make it up to the last
 * word; one word more, and it is a question: "who said thanks to the volunteers".
 */
export function readSmallTalk(message: string): Reading {
  const words = wordsOf(message);
  if (words.length === 0) return { question: message, smallTalk: isEmoji(message) ? "reply" : null };
  const smallTalk = words.length <= MAX_WORDS ? (kindOf(join(words)) ?? kindOf(join(words).replace(HELD, "$1"))) : null;
  if (smallTalk !== null) return { question: "", smallTalk };
  const first = leading(message, words);
  const last = trailing(message, words, first);
  const start = words[first]?.start ?? 0;
  const end = last === words.length ? message.length : (words[last - 1]?.end ?? message.length);
  // What stands right before the first word, such as a quotation mark, belongs to it.
  const from =
    first === 0
      ? 0
      : start -
        (/[\p{P}\p{S}]*$/u.exec(message.slice(0, start))?.[0].replace(/^[,.!?:;)\]，。！？、；：]+/, "").length ?? 0);
  return { question: message.slice(from, end + closing(message, end, last === words.length)).trim(), smallTalk: null };
}

/** A question mark right behind the question is the question's. */
function closing(message: string, end: number, isEnd: boolean): number {
  return isEnd ? 0 : (/^[?!"”’)\]]*/.exec(message.slice(end))?.[0].length ?? 0);
}

/** Words after which a greeting before them cannot be a name or a thing ("hello kitty"): what begins a question. */
const STARTS =
  "who|whom|whose|what|whats|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|shall|may|has|have|had|am|isn|aren|wasn|don|doesn|didn|tell|show|give|find|explain|list|i|we|my|in|wer|wie|was|wann|wo|warum|welche[rsn]?|qui|que|quoi|quand|ou|pourquoi|comment|quel(?:le)?s?|est|quien|como|cuando|donde|cual|por|chi|che|cosa|quando|dove|perche|come|quem|onde|qual|wat|wanneer|waar|kto|co|kiedy|gdzie|кто|что|когда|где|как|почему|сколько";
const startsQuestion = new RegExp(`^(?:(?:and|but|so|then|also|now|please|pls) )*(?:${STARTS})(?: |$)`, "u");

/** @returns the number of words at the beginning that are small talk */
function leading(message: string, words: readonly Word[]): number {
  for (let count = Math.min(MAX_AROUND, words.length - 1); count > 0; count--) {
    const [last, next] = [words[count - 1] as Word, words[count] as Word];
    // "What is", "and when", "hey there is no wifi": these words are the question's.
    if (OF_QUESTION.test(last.text) || (last.text === "there" && /^(?:is|are|was|were)$/.test(next.text))) continue;
    if (!isParted(message, last, next) && !startsQuestion.test(join(words.slice(count)))) continue;
    if (isAround(join(words.slice(0, count)))) return count;
  }
  return 0;
}

/** @returns the position behind the last word that is not small talk at the end */
function trailing(message: string, words: readonly Word[], first: number): number {
  for (let count = Math.min(MAX_AROUND, words.length - first - 1); count > 0; count--) {
    const at = words.length - count;
    const [last, next] = [words[at - 1] as Word, words[at] as Word];
    const said = join(words.slice(at));
    const isCourtesy = at - first > 2 && !SPEAKS.test(last.text) && COURTESY.test(said);
    if (isParted(message, last, next) ? isAround(said) : isCourtesy) return at;
  }
  return words.length;
}

/** Words that are a reply by themselves, and at the head of a question its own. */
const OF_QUESTION = /^(?:what|whats|wat|who|how|and|but|or|this|that|up|first|question|y|e|et|und|i)$/;
/** What ends a question without a sign before it. */
const COURTESY =
  /^(?:(?:please|pls|plz|and|many) )*(?:thanks?|thank you|thx|ty|tia|lol|haha|pls|plz|please)(?: in advance| a lot| so much)?$/;

/** "Who said thanks": what is said is no courtesy. */
const SPEAKS = /^(?:sa(?:y|ys|id|ying)|means?|meant|writes?|wrote|with|word|words|the|an?)$/;

/** Whether more than a space stands between two words. */
function isParted(message: string, { end }: Word, { start }: Word): boolean {
  return /[,.!?:;–—\n，。！？、\p{Extended_Pictographic}]|\s-\s/u.test(message.slice(end, start));
}

const word = (alternatives: readonly string[]) => `(?:${alternatives.join("|")})(?: |$)`;
/** Beside the phrases of a kind any others may stand: "ok thanks bye" is a farewell with more. */
const anything = word([...Object.values(phrases).flat(), ...fillers]);
const whole = new RegExp(`^(?:${anything})+$`, "u");
const only = kinds.map((kind) => ({ kind, pattern: new RegExp(`(?:^| )${word(phrases[kind])}`, "u") }));
/** Around a question: not what is a question itself. */
const AROUND: readonly SmallTalkKind[] = ["thanks", "farewell", "greeting", "praise", "laughter", "reply", "scolding"];
const around = new RegExp(`^(?:${word([...AROUND.flatMap((kind) => phrases[kind]), ...fillers])})+$`, "u");
const saying = new RegExp(`(?:^| )${word(AROUND.flatMap((kind) => phrases[kind]))}`, "u");

/** Those of the patterns here that are long. */
export const smallTalkPatterns: readonly RegExp[] = [
  startsQuestion,
  whole,
  ...only.map(({ pattern }) => pattern),
  around,
  saying,
];

function kindOf(text: string): SmallTalkKind | null {
  if (!whole.test(text)) return null;
  return only.find(({ pattern }) => pattern.test(text))?.kind ?? null;
}

function isAround(text: string): boolean {
  return around.test(text) && saying.test(text);
}

function join(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(" ");
}

/** A letter that is held, as far as `wordsOf` leaves it: "heelp" is "help", but "good" is "good". */
const HELD = /(\p{L})\1/gu;

/** Emoticons, emoji by their names, mentions: none of them is a word. */
const SIGNS =
  /<[@#!][^>]*>|:[a-z0-9_+-]{2,}:|<3+|[:;=8xX]-?[)(DPpoO3|/\\]+(?![\p{L}\p{N}])|\\_\(\S*\)_\/|\p{Extended_Pictographic}/gu;

/** The message's words in lower case, without accents, a letter that is held ("heyyyy") at most twice. */
function wordsOf(message: string): Word[] {
  const plain = message.replace(SIGNS, (sign) => " ".repeat(sign.length));
  return Array.from(plain.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}+]*/gu), ({ 0: raw, index }) => ({
    text: raw
      .normalize("NFD")
      .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "")
      .normalize("NFC")
      .toLowerCase()
      .replaceAll("ß", "ss")
      .replaceAll("ł", "l")
      .replaceAll("ı", "i")
      .replace(/(\p{L})\1{2,}/gu, "$1$1"),
    start: index,
    end: index + raw.length,
  }));
}

function isEmoji(message: string): boolean {
  return message.replace(SIGNS, "") !== message || /\^\^|\+1/.test(message);
}
