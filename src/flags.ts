import type { Command, Context, Option } from "./command.ts";
import { shorten } from "./replies/excerpt.ts";
import { isOneErrorAway } from "./search/spelling.ts";

/** A line as typed, taken apart: values by the options' names, or what is wrong with it and how to put it right. */
export type TypedLine = { readonly raw: Readonly<Record<string, unknown>> } | { readonly problem: string };

/** What keyboards make of a hyphen, and two of them. */
const HYPHEN = "[-\u2010\u2011]";
const LONG_DASH = "[\u2012-\u2015\u2212\ufe58\uff0d]";
const DASH = `(?:${HYPHEN}|${LONG_DASH})`;
/** "--name", "--name=value", "—name"; "-name" counts at either end of the line. */
const FLAG = new RegExp(`^(${DASH}{1,3})(\\p{L}[\\p{L}\\p{N}_-]*)(?:[=:\uff1a](\\S+)|[,;:.!?]*)$`, "u");
const YES = "(?:true|yes|on|1)";
const isYes = new RegExp(`^${YES}[,;.!]*$`, "i");
/** What begins a known flag, from so many letters on, is taken for a slip. */
const MIN_START = 3;

/**
 * Takes the flags out of a line that a person typed; the rest is the command's free text.
 *
 * A flag that the command knows counts wherever it stands. At the head of the line any other "--word" is refused;
 * further on only one that is hardly other than a known flag ("--privat"), so that a question may speak of flags. What
 * stands behind a "--" at the head is free text, whatever it holds.
 *
 * Where it is in doubt whether a flag is meant ("is it --private?"), it is set, and its words stay in the text: what was
 * to be for one person alone cannot be taken back once everybody has seen it.
 */
export function readTypedLine(command: Command, line: string, { formatCommand }: Calls): TypedLine {
  const shown = Object.entries(command.options).filter(([, { hidden }]) => hidden !== true);
  const flags = new Map(shown.filter(([, { kind }]) => kind !== "text"));
  const free = shown.find(([, { kind }]) => kind === "text")?.[0];
  const raw: Record<string, unknown> = {};
  const left = takeWorded(line, flags, raw);
  const words = [...left.matchAll(/(\S+)\s*/g)].map(([whole, word = ""]) => ({ whole, word }));
  let text = "";
  for (let i = 0; i < words.length; i++) {
    const { whole, word } = words[i] as (typeof words)[number];
    const head = text === "";
    if (head && word === "--") {
      text = words
        .slice(i + 1)
        .map((rest) => rest.whole)
        .join("");
      break;
    }
    const flag = readFlag(word, head, i === words.length - 1, flags);
    if (flag === null) {
      text += whole;
      continue;
    }
    if (!("option" in flag)) return { problem: refuse(flag.name, flag.near, [...flags.keys()], free !== undefined) };
    const { name, option, value, sure } = flag;
    if (option.kind !== "flag") {
      raw[name] = value ?? words[++i]?.word ?? Number.NaN;
      continue;
    }
    if (value !== undefined && !isYes.test(value)) {
      return { problem: `Give --${name} alone, without “=${shorten(value, 20)}”.` };
    }
    raw[name] = true;
    if (!sure) text += whole;
    else if (value === undefined && words[i + 1]?.word.toLowerCase() === "true") i++;
  }
  text = text.trim();
  if (free === undefined && text !== "") {
    return { problem: `${formatCommand(command.name)} takes no words: leave out “${shorten(text, 40)}”.` };
  }
  if (free !== undefined && text !== "") raw[free] = text;
  return { raw };
}

/** How commands are called where the line was typed. */
export type Calls = Pick<Context, "formatCommand">;

/**
 * Takes a flag out that is written in several words, or on to one: "private: true" at either end of the line, and
 * "… — private" or "…—private" at its end.
 *
 * @param raw gets its value
 * @returns the line without it
 */
function takeWorded(line: string, flags: ReadonlyMap<string, Option>, raw: Record<string, unknown>): string {
  let left = line;
  for (const [name, { kind }] of flags) {
    if (kind !== "flag") continue;
    const worded = `${name}\\s*[:=\uff1a]\\s*${YES}`;
    const forms = [
      new RegExp(`^\\s*${worded}(?:[,;.]|(?=\\s)|$)`, "iu"),
      new RegExp(`(?:^|\\s)${DASH}*\\s*${worded}[.!]*\\s*$`, "iu"),
      new RegExp(`(?<=\\S)\\s*(?:\\s${DASH}+\\s+|${LONG_DASH})${name}[.!]*\\s*$`, "iu"),
    ];
    for (const form of forms) {
      if (!form.test(left)) continue;
      left = left.replace(form, " ");
      raw[name] = true;
    }
    // The first word of the text behind a dash, or the last part of a word: either may be meant.
    const doubtful = new RegExp(`^\\s*${DASH}+\\s+${name}(?!\\p{L})|\\S${HYPHEN}{2,3}${name}[.!?]*\\s*$`, "iu");
    if (doubtful.test(left)) raw[name] = true;
  }
  return left;
}

type ReadFlag =
  | {
      readonly name: string;
      readonly option: Option;
      readonly value: string | undefined;
      /** Whether it can be meant as nothing else. */
      readonly sure: boolean;
    }
  | { readonly name: string; readonly near: string | null };

/** @returns null for a word of the free text */
function readFlag(word: string, head: boolean, last: boolean, flags: ReadonlyMap<string, Option>): ReadFlag | null {
  const [, dash = "", written = "", value] = FLAG.exec(word) ?? [];
  if (written === "") return null;
  const name = written.normalize("NFKC").toLowerCase();
  const option = flags.get(name);
  const single = new RegExp(`^${HYPHEN}$`).test(dash);
  const atEnd = head || last;
  if (option !== undefined) {
    const clear = value !== undefined || !(head ? /[?]$/ : last ? /[,;:?]$/ : /[,;:.!?]$/).test(word);
    return { name, option, value, sure: clear && (atEnd || !single) };
  }
  const exact = /[^,;:.!?]$/.test(word);
  if (!(head || (exact && (last || !single)))) return null;
  const near = nearest(name, [...flags.keys()]);
  return near !== null || (head && dash === "--") ? { name: `${dash}${written}`, near } : null;
}

function nearest(name: string, known: readonly string[]): string | null {
  const alike = known.find((flag) => isOneErrorAway(name, flag));
  return alike ?? known.find((flag) => name.length >= MIN_START && flag.startsWith(name)) ?? null;
}

function refuse(written: string, near: string | null, known: readonly string[], free: boolean): string {
  const name = shorten(written, 40);
  const all = known.map((flag) => `--${flag}`).join(", ");
  const fix = near !== null ? `Did you mean --${near}?` : all === "" ? "Leave it out." : `There is: ${all}.`;
  return `There is no flag ${name}. ${fix}${free ? " If it is part of your text, begin the text with “-- ”." : ""}`;
}
