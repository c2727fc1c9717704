import type { Span } from "../../text/span.ts";

/** What is said in a stretch of a recording. */
export interface Cue {
  /** Seconds from its start. */
  readonly from: number;
  readonly to: number;
  /** Its lines in the file. */
  readonly lines: readonly Span[];
}

/** "00:14:05.200 --> 00:14:08.000 align:start" of WebVTT (4.1), "00:14:05,200 --> 00:14:08,000" of SubRip. */
const TIMING = /^\s*((?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\s*-->\s*((?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)/;

/** Goes through the cues of a file of captions: WebVTT's and SubRip's differ in nothing that matters here. */
export function* cuesOf(raw: string, start: number): Generator<Cue> {
  let cue: { from: number; to: number; lines: Span[] } | null = null;
  for (let at = start; at <= raw.length; ) {
    const newline = raw.indexOf("\n", at);
    const next = newline === -1 ? raw.length + 1 : newline + 1;
    let end = newline === -1 ? raw.length : newline;
    if (raw[end - 1] === "\r" && end > at) end--;
    const line = raw.slice(at, end);
    const timing = line.includes("-->") ? TIMING.exec(line) : null;
    if (timing !== null) {
      // A number, or a name, above the timing is no part of what was said before.
      if (cue !== null) yield cue;
      cue = { from: secondsOf(timing[1] ?? ""), to: secondsOf(timing[2] ?? ""), lines: [] };
    } else if (line.trim() === "") {
      if (cue !== null) yield cue;
      cue = null;
    } else cue?.lines.push({ start: at, end });
    at = next;
  }
  if (cue !== null) yield cue;
}

function secondsOf(time: string): number {
  return time.split(":").reduce((sum, part) => sum * 60 + Number(part.replace(",", ".")), 0);
}

/** "00:14:05" */
export function formatTime(seconds: number): string {
  const whole = Math.floor(seconds);
  return [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
