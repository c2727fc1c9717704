import { fold } from "../fold.ts";
import type { Span } from "../span.ts";

/** A word of a run of words with capitals. */
export interface NameWord extends Span {
  /** As it stands, without the "'s" of a possessive. */
  readonly raw: string;
  /** Folded, without full stops. */
  readonly word: string;
  /** Whether it is a word of a name in lower case: "van", "de la". */
  readonly particle: boolean;
}

/** Words with capitals, one beside the other: "Meanwhile Foreign Minister Ana de la Cruz". */
export interface NameRun extends Span {
  readonly words: readonly NameWord[];
  /** Whether no other word stands before it in the sentence. */
  readonly opens: boolean;
  /** Whether an "'s" stands behind it. */
  readonly possessive: boolean;
}

const ABBREVIATED =
  "(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Maj|Capt|Lt|Sgt|Rev|Hon|St|Jr|Sr|Fr|Sra?|Mme|Mlle|Hr|Fra)\\.";
const WORD = new RegExp(
  [
    `(?:\\p{Lu}\\.){2,}`,
    `${ABBREVIATED}(?![\\p{L}\\p{N}])`,
    "\\p{Lu}\\.(?=\\s)",
    "(?:al|el|bin|ibn|d|l)[-'’]\\p{Lu}[\\p{L}\\p{M}]+(?:[-'’]\\p{Lu}[\\p{L}\\p{M}]+)*",
    "[\\p{L}\\p{M}\\p{N}]+(?:[-'’.][\\p{L}\\p{M}\\p{N}]+)*",
  ].join("|"),
  "gu",
);
const PARTICLE =
  /^(?:van|von|vom|der|den|de|del|dell[ao]|di|da|do|dos|das|du|la|le|los|las|ter|ten|te|zu|zum|zur|bin|ibn|bint|al|el|af|av|ap|y)$/;
const POSSESSIVE = /['’]s$/;

/** Every run of words with capitals in a sentence, in order. White space and particles join its words, nothing else. */
export function findNameRuns(text: string): NameRun[] {
  const runs: NameRun[] = [];
  let words: NameWord[] = [];
  let particles: NameWord[] = [];
  let opens = true;
  let seen = false;
  let possessive = false;
  const close = () => {
    const last = words.at(-1);
    const first = words[0];
    if (first !== undefined && last !== undefined) {
      runs.push({ words, start: first.start, end: last.end, opens, possessive });
    }
    words = [];
    particles = [];
    possessive = false;
  };
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    const { 0: raw, index: start } = found;
    // "the Ferry Workers' Union"
    const joined = /^\s+$/.test(text.slice(end, start)) || isPlural(text, end, start);
    if (words.length > 0 && !joined) close();
    end = start + raw.length;
    const isHandle = text[start - 1] === "@" || text[start - 1] === "/" || text[start - 1] === "#";
    const capital = !isHandle && /^(?:\p{Lu}|(?:al|el|bin|ibn|d|l)[-'’]\p{Lu})/u.test(raw);
    if (capital) {
      if (words.length === 0) opens = !seen;
      const owner = POSSESSIVE.test(raw);
      const bare = raw.replace(POSSESSIVE, "");
      words.push(...particles, { start, end: start + bare.length, raw: bare, word: wordOf(bare), particle: false });
      particles = [];
      // "the workers' union"
      if (owner || (/s$/i.test(bare) && /^['’](?=\s\p{Ll})/u.test(text.slice(end, end + 3)))) {
        possessive = true;
        close();
      }
    } else if (words.length > 0 && particles.length < 2 && PARTICLE.test(raw)) {
      particles.push({ start, end, raw, word: raw, particle: true });
    } else close();
    seen = true;
  }
  close();
  return runs;
}

function isPlural(text: string, end: number, start: number): boolean {
  return text[end - 1] === "s" && /^['’]\s$/.test(text.slice(end, start));
}

function wordOf(raw: string): string {
  return fold(raw).replaceAll(".", "").replaceAll("'", "");
}
