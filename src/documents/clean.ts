import type { Aligned } from "./align.ts";
import { decodeRun } from "./decode.ts";

/** Emoji by their short names, none within a word, a time of day or a C++ name. */
const EMOJI = /(?<![\p{L}\p{N}_:])(?::[\w+-]+:)+(?![\p{L}\p{N}_:])/gu;
/** A link or image that Markdown does not take for one, mostly for a space in its address. */
const LINK = /(!?)\[([^[\]]*)\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|https?:[^\s()]*)/g;
/** What an address has and words in brackets have not: a scheme, a path, the ending of a file, a fragment, nothing. */
const ADDRESS =
  /^\s*(?:[<#)]|[a-z][\w+.-]*:\S|\.{0,2}\/|[^\s()]+\/|[^()]*\.[a-z][a-z\d]{1,4}(?=[#?>"')]|\s+["')]))|%20|^[^\s()]*\)/i;

/** A part of a text to be shown as something else, or not at all. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly emoji: string | null;
}

/** Takes out of a text node's runs what a reader is not meant to read as it stands: emoji names, broken links. */
export function clean(runs: readonly Aligned[]): readonly Aligned[] {
  const text = runs.length === 1 ? (runs[0] as Aligned).text : runs.map((run) => run.text).join("");
  if (!/:[\w+-]+:|\]\(/.test(text)) return runs;
  const changes = [...emojiIn(text), ...linksIn(text)].sort((a, b) => a.start - b.start);
  const cleaned: Aligned[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    let from = at;
    for (const change of changes) {
      if (change.start >= end || change.end <= from) continue;
      pushPart(cleaned, run, from - at, Math.max(change.start, from) - at);
      const whole = change.start >= at && change.end <= end && change.start >= from;
      if (change.emoji !== null && whole && run.kind === "copied") {
        const place = part(run, change.start - at, change.end - at);
        cleaned.push({ ...place, kind: "decoded", text: change.emoji });
      }
      from = Math.min(change.end, end);
    }
    pushPart(cleaned, run, from - at, run.text.length);
    at = end;
  }
  return cleaned;
}

function emojiIn(text: string): Change[] {
  return Array.from(text.matchAll(EMOJI)).flatMap(({ 0: names, index }) =>
    Array.from(names.matchAll(/:[\w+-]+(?=:)/g)).flatMap(({ 0: name, index: offset }) => {
      const start = index + offset;
      const emoji = decodeRun(`${name}:`);
      return emoji === `${name}:` ? [] : [{ start, end: start + name.length + 1, emoji }];
    }),
  );
}

/** All of an image, and of a link what stands before and behind its label. */
function linksIn(text: string): Change[] {
  return Array.from(text.matchAll(LINK)).flatMap(
    ({ 0: whole, 1: image = "", 2: label = "", 3: target = "", index }) => {
      if (image === "" && !ADDRESS.test(target)) return [];
      const end = index + whole.length;
      if (image !== "") return [{ start: index, end, emoji: null }];
      return [
        { start: index, end: index + 1, emoji: null },
        { start: index + 1 + label.length, end, emoji: null },
      ];
    },
  );
}

function pushPart(cleaned: Aligned[], run: Aligned, from: number, to: number): void {
  if (to <= from) return;
  if (from === 0 && to === run.text.length) cleaned.push(run);
  else if (run.kind === "copied") cleaned.push(part(run, from, to));
}

function part(run: Aligned, from: number, to: number): Aligned {
  return { kind: "copied", text: run.text.slice(from, to), start: run.start + from, end: run.start + to };
}
