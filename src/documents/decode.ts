import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { gemoji } from "gemoji";

const emoji = new Map(gemoji.flatMap(({ names, emoji }) => names.map((name) => [name, emoji])));

/** White space, or a line break with the marks of a quotation that the next line starts with. */
const WHITE_SPACE = /^(?:[\s\u0085]+|[^\S\n\r]*(?:\r\n?|\n)[\s>]*)$/;
const LINE_BREAK = /^<br\b[^>]*>$/i;
const ENTITY = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([\da-zA-Z]+));?$/;
const TASK_BOX = /^\[([ \txX])\]$/;
const CHECKBOX = /^<input\b[^>]*\btype\s*=\s*["']?checkbox\b[^>]*>$/i;
const SUPERSCRIPT = /^<sup>(\d{1,3})<\/sup>$/i;
const EMOJI = /^:([\w+-]+):$/;
/** Escapes of quoted strings in YAML 1.2 (5.7) and TOML 1.0 that stand for a character of their own. */
const ESCAPES: Readonly<Record<string, string>> = { "0": "\0", a: "\x07", b: "\b", e: "\x1b", _: " ", N: " " };
const ESCAPE = /^\\(?:([0abe_N])|[tnvfrLP \t]|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(["/\\']))$/;

/**
 * What a run of a file stands for, from its own characters alone.
 *
 * @param raw a run of white space, a line break and the quotation marks (`>`) after it, `<br>`, a character reference
 *   of HTML (decimal and hexadecimal as in CommonMark 0.31, 2.5), an emoji's short name, an escape of a quoted string, the
 *   box of a task, digits as `<sup>`
 * @returns the text that is shown for it, white space as one space and `<br>` as a line break; the run itself when it
 *   stands for nothing else
 */
export function decodeRun(raw: string): string {
  if (WHITE_SPACE.test(raw)) return " ";
  if (LINE_BREAK.test(raw)) return "\n";
  const box = TASK_BOX.exec(raw)?.[1];
  if (box !== undefined) return /x/i.test(box) ? "☑" : "☐";
  if (raw.startsWith("<")) return decodeElement(raw);
  if (raw.startsWith("&")) return decodeEntity(raw);
  if (raw === "''") return "'";
  if (raw.startsWith("\\")) return decodeEscape(raw);
  return emoji.get(EMOJI.exec(raw)?.[1] ?? "") ?? raw;
}

function decodeElement(raw: string): string {
  if (CHECKBOX.test(raw)) return /\schecked\b/i.test(raw) ? "☑" : "☐";
  return SUPERSCRIPT.exec(raw)?.[1]?.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit) ?? raw;
}

function decodeEntity(raw: string): string {
  const [, decimal, hexadecimal, name] = ENTITY.exec(raw) ?? [];
  let text = raw;
  if (name !== undefined) text = decodeNamedCharacterReference(name) || raw;
  else if (decimal !== undefined) text = character(Number.parseInt(decimal, 10));
  else if (hexadecimal !== undefined) text = character(Number.parseInt(hexadecimal, 16));
  return WHITE_SPACE.test(text) ? " " : text;
}

function decodeEscape(raw: string): string {
  const match = ESCAPE.exec(raw);
  if (match === null) return raw;
  const [, named, x, u, long, same] = match;
  if (same !== undefined) return same;
  if (named !== undefined) return ESCAPES[named] ?? raw;
  const code = x ?? u ?? long;
  if (code === undefined) return " ";
  const text = character(Number.parseInt(code, 16));
  return WHITE_SPACE.test(text) ? " " : text;
}

/** Windows-1252's characters at 128–159, which HTML (13.2.5.80) reads numeric references to as. */
const windows = new TextDecoder("windows-1252");

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows.decode(Uint8Array.of(code));
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : "\ufffd";
}
