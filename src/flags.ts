import type { Command, Context, Option } from "./command.ts";
import { shorten } from "./replies/excerpt.ts";
import { isOneErrorAway } from "./search/spelling.ts";

/** A line as typed, taken apart: values by the options' names, or what is wrong with it and how to put it right. */
export type TypedLine = { readonly raw: Readonly<Record<string, unknown>> } | { readonly problem: string };

/** "--name", "--name=value", and "—name", which is what some keyboards make of it; "-name" is a slip. */
const FLAG = /^(--|[-–—])(\p{L}[\p{L}\p{N}_-]*)(?:=(\S*)|[,;:]*)$/u;
/** What begins a known flag, from so many letters on, is taken for a slip. */
const MIN_START = 3;

/**
 * Takes the flags out of a line that a person typed; the rest is the command's free text.
 *
 * A flag that the command knows counts wherever it stands. At the head of the line any other "--word" is refused;
 * further on only one that is hardly other than a known flag ("--privat"), so that a question may speak of flags. What
 * stands behind a "--" at the head is free text, whatever it holds.
 */
export function readTypedLine(command: Command, line: string, { formatCommand }: Calls): TypedLine {
  const shown = Object.entries(command.options).filter(([, { hidden }]) => hidden !== true);
  const flags = new Map(shown.filter(([, { kind }]) => kind !== "text"));
  const free = shown.find(([, { kind }]) => kind === "text")?.[0];
  const raw: Record<string, unknown> = {};
  const words = [...line.matchAll(/(\S+)\s*/g)].map(([whole, word = ""]) => ({ whole, word }));
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
    const flag = readFlag(word, head, flags);
    if (flag === null) {
      text += whole;
      continue;
    }
    if (!("option" in flag)) return { problem: refuse(flag.name, flag.near, [...flags.keys()], free !== undefined) };
    const { name, option, value } = flag;
    if (option.kind === "flag") {
      if (value !== undefined) return { problem: `Give --${name} alone, without “=${shorten(value, 20)}”.` };
      raw[name] = true;
    } else {
      raw[name] = value ?? words[++i]?.word ?? Number.NaN;
    }
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

type ReadFlag =
  | { readonly name: string; readonly option: Option; readonly value: string | undefined }
  | { readonly name: string; readonly near: string | null };

/** @returns null for a word of the free text */
function readFlag(word: string, head: boolean, flags: ReadonlyMap<string, Option>): ReadFlag | null {
  const [, dash = "", written = "", value] = FLAG.exec(word) ?? [];
  const exact = /[^,;:]$/.test(word);
  if (written === "" || !(head || (exact && dash !== "-"))) return null;
  const name = written.toLowerCase();
  const option = flags.get(name);
  if (option !== undefined && dash !== "-") return { name, option, value };
  const near = option === undefined ? nearest(name, [...flags.keys()]) : name;
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
