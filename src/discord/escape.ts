import { shorten } from "../replies/excerpt.ts";
import { oneLine } from "../replies/one-line.ts";

/** Hebrew, Arabic and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Escapes a text, so that Discord shows its very characters: no emphasis, mention, link, emoji, code, quote, list or
 * heading comes of it. Line breaks become spaces.
 */
export function escapeText(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\*_~`|<>@[\]]/g, "\\$&")
      // Discord's pattern for links takes a backslash within one for a character like any other.
      .replace(/\]\(/g, "]\\(")
      // Short names of emoji, and addresses, in which a backslash would be part of the link.
      .replace(/:(?=[\w+-]+:|\/\/)/g, "\\:")
      // What makes a heading, small text or a list stands at the start of a line only.
      .replace(/^(\s*)([#+-])/, "$1\\$2")
      .replace(/^(\s*\d+)([.)])/, "$1\\$2")
  );
}

/** Like `escapeText`, for words that stand in a line with others: right-to-left words do not reorder their neighbours. */
export function escapeInline(text: string): string {
  const escaped = escapeText(text);
  return RIGHT_TO_LEFT.test(escaped) ? `\u2068${escaped}\u2069` : escaped;
}

/** Escapes words of our own or a title, shortened so that at most `room` characters come of it. */
export function fit(text: string, room: number): string {
  const line = oneLine(text).replace(/^[\s\p{Cf}]+/u, "");
  let length = Math.min(line.length, room);
  for (;;) {
    const escaped = escapeInline(shorten(line, length));
    if (escaped.length <= room || length <= 1) return escaped;
    length = Math.max(1, Math.floor((length * room) / escaped.length) - 1);
  }
}

/** @returns the address as Discord takes it in a link or a button, or null when it would not */
export function linkOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, origin, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  // Parentheses would end a link of Discord's markdown; the rest has no place in an address as RFC 3986 has it.
  return origin + href.slice(origin.length).replace(/[^\w\-.~:/?#@!$&'*+,;=%]|%(?![\da-f]{2})/gi, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
