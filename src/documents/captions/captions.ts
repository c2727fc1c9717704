import { readMessage } from "../chat-lines.ts";
import { markChats } from "../chats.ts";
import { decodeRun } from "../decode.ts";
import { DisplayBuilder } from "../display-builder.ts";
import { collapse, isReadable, textOf } from "../display-text.ts";
import { inserted, type Piece } from "../pieces.ts";
import type { PlaceMark } from "../place.ts";
import type { ReadDocument, Reader } from "../reader.ts";
import { cuesOf, formatTime } from "./cues.ts";

/** Captions and transcripts of recordings, the time and the speaker a place. */
export const captions: Reader = { read: readCaptions };

/** What somebody says in one go is divided where a sentence ends, once it has so many characters. */
const LONG = 240;
/** Where sentences have no ends, as in captions made by a program, at a cue's end. */
const TOO_LONG = 480;
/** Seconds of silence that part what is said. */
const PAUSE = 3;
/** Captions that roll up repeat the lines of the cue before, this many seconds behind it at the most. */
const ROLLING = 1;

/** Markup of a cue: tags of WebVTT (4.2.2) and SubRip, codes of its editors, references. */
const MARKUP = /<v(?:\.[^\s<>]*)?[ \t]+([^<>]*)>|<[^<>]*>|\{\\[^{}]*\}|&(?:[a-zA-Z]+|#\d+|#x[\da-fA-F]+);/g;
/** What stands before another speaker's words. */
const TURN = /^(?:>{2,}|[-–—])\s*/;
const TITLE = /^WEBVTT[ \t]+[-–—]?[ \t]*([^\r\n]+)/;

function readCaptions(raw: string): ReadDocument {
  const start = raw.startsWith("\ufeff") ? 1 : 0;
  const reader = new CaptionReader();
  for (const { from, to, lines } of cuesOf(raw, start)) {
    reader.cue(
      from,
      to,
      lines.map(({ start, end }) => piecesOf(raw, start, end)),
    );
  }
  const { places, ...document } = reader.finish();
  const title = TITLE.exec(raw.slice(start, start + 200))?.[1]?.trim();
  const source = title === undefined || title.includes(":") ? {} : { title };
  return { ...document, places, source, remarks: [], withheld: null };
}

/** A line of a cue: its words, and who says them where it is told by a tag. */
interface CueLine {
  readonly pieces: readonly Piece[];
  readonly voice: readonly Piece[] | null;
}

function piecesOf(raw: string, start: number, end: number): CueLine {
  const line = raw.slice(start, end);
  const copied = (from: number, to: number): Piece => {
    return { kind: "copied", text: line.slice(from, to), from: start + from, to: start + to, borrowed: false };
  };
  const pieces: Piece[] = [];
  let voice: Piece[] | null = null;
  let at = 0;
  for (const { 0: markup, 1: name, index } of line.matchAll(MARKUP)) {
    if (index > at) pieces.push(copied(at, index));
    at = index + markup.length;
    if (name !== undefined) voice = collapse([copied(at - 1 - name.length, at - 1)]);
    if (!markup.startsWith("&")) continue;
    const shown = decodeRun(markup);
    const piece = copied(index, at);
    pieces.push(shown === markup ? piece : { ...piece, kind: "decoded", text: shown });
  }
  if (line.length > at) pieces.push(copied(at, line.length));
  return { pieces: collapse(pieces), voice: voice !== null && voice.length > 0 ? voice : null };
}

/** Puts together what is said, turn by turn. */
class CaptionReader {
  readonly #builder = new DisplayBuilder();
  readonly #places: PlaceMark[] = [];
  /** What the speaker has said that is not yet a block. */
  #said: Piece[] = [];
  #speaker: readonly Piece[] = [];
  /** Texts of the lines of the cue before, and when it ended. */
  #before: readonly string[] = [];
  #ended = Number.NEGATIVE_INFINITY;

  cue(from: number, to: number, lines: readonly CueLine[]): void {
    const rolls = from - this.#ended < ROLLING;
    if (from - this.#ended > PAUSE) this.#close();
    const texts = lines.map(({ pieces }) => textOf(pieces));
    for (const [i, { voice, pieces }] of lines.entries()) {
      if (voice !== null) this.#speak(voice);
      if (isReadable(pieces) && !(rolls && this.#before.includes(texts[i] ?? ""))) this.#say(pieces, from);
    }
    if (texts.some((text) => text !== "")) this.#before = texts;
    this.#ended = to;
  }

  finish(): Pick<ReadDocument, "text" | "origin" | "blocks"> & { readonly places: readonly PlaceMark[] } {
    this.#close();
    const { text, origin, blocks } = this.#builder.finish();
    return { text, origin, blocks: markChats(blocks, text), places: this.#places };
  }

  /** Somebody speaks: who spoke before goes on, or is done. */
  #speak(speaker: readonly Piece[]): void {
    if (textOf(speaker) === textOf(this.#speaker)) return;
    this.#close();
    this.#speaker = speaker;
  }

  #say(line: readonly Piece[], seconds: number): void {
    let pieces = line;
    const turn = TURN.exec(textOf(pieces))?.[0].length ?? 0;
    if (turn > 0) {
      this.#close();
      this.#speaker = [];
      pieces = part(pieces, turn);
    }
    const text = textOf(pieces);
    const { speaker, said } = readMessage(text);
    if (speaker?.endsWith(":") === true && said !== "") {
      this.#speak(part(pieces, 0, text.indexOf(":")));
      pieces = part(pieces, text.length - said.length);
    }
    const [first] = pieces;
    if (first === undefined) return;
    const sender = textOf(this.#speaker);
    this.#places.push({ from: first.from, time: formatTime(seconds), ...(sender === "" ? {} : { sender }) });
    if (this.#said.length > 0) this.#said.push(inserted(" ", this.#said.at(-1)?.to ?? 0));
    // Spread as arguments, the pieces of a huge line would overflow the stack.
    for (const piece of pieces) this.#said.push(piece);
    const length = this.#said.reduce((sum, { text }) => sum + text.length, 0);
    if (length > TOO_LONG || (length > LONG && /[.!?…]["”’»)]*$/.test(text))) this.#close();
  }

  #close(): void {
    const said = this.#said;
    this.#said = [];
    if (said.length === 0) return;
    const label = this.#speaker.length === 0 ? [] : [...this.#speaker, inserted(": ", this.#speaker.at(-1)?.to ?? 0)];
    const about = { parent: -1, asks: false, depth: 0, group: -1, ordinal: null };
    // The name does not say where the words stand.
    const borrowed = label.map((piece) => ({ ...piece, borrowed: true }));
    this.#builder.add({ kind: "paragraph", headings: NO_HEADINGS, ...about }, [...borrowed, ...said]);
  }
}

const NO_HEADINGS: readonly string[] = [];

/** @returns what is shown of pieces from a character on, up to another */
function part(pieces: readonly Piece[], start: number, end = Number.POSITIVE_INFINITY): Piece[] {
  const kept: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const [from, to] = [Math.max(0, start - at), Math.min(piece.text.length, end - at)];
    at += piece.text.length;
    if (to <= from) continue;
    if (piece.kind !== "copied") kept.push(piece);
    else kept.push({ ...piece, text: piece.text.slice(from, to), from: piece.from + from, to: piece.from + to });
  }
  return collapse(kept);
}
