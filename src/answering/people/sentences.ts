import { readMessage } from "../../documents/chat-lines.ts";
import type { BlockKind, Document } from "../../documents/document.ts";
import type { Index } from "../../search/build-index.ts";
import type { SentencePlace } from "../../search/sentence-place.ts";
import { isTitle } from "../../text/entities/titles.ts";
import { type Span, slice } from "../../text/span.ts";
import { isShouted } from "./shouted.ts";

/** A sentence in which names are looked for. */
export interface Sentence extends SentencePlace {
  readonly document: Document;
  /** Position among all sentences of the folder. */
  readonly position: number;
  /** Its characters, each white space a blank: offsets are those of the document's own. One all in capitals is recased. */
  readonly text: string;
  readonly kind: BlockKind;
  /** Where names may stand in it, each part with what labels it. */
  readonly parts: readonly Part[];
}

/** A part of a sentence: all of it, a cell of a row, what somebody says in a chat. */
export interface Part extends Span {
  /** What stands before the colon of a cell, a field, a line of a chat. */
  readonly label: Label | null;
}

/** "role" names what somebody does ("Treasurer"), "name" says that a person is named, "speaker" that one speaks. */
export interface Label extends Span {
  readonly kind: "role" | "name" | "speaker" | "other";
}

const SKIPPED: ReadonlySet<BlockKind> = new Set(["heading", "code"]);
const CELL = /(?:^|(?<= · ))([^·:]{1,40}):\s(.*?)(?= · |$)/g;
const NAME_LABEL =
  /^(?:(?:full |first and last )?names?|who|persons?|people|by|who speaks|with|contact(?: person)?|assigned(?: to)?|signed|in charge|responsible|(?:prepared|written|reviewed|approved|compiled|translated|taken|reported)[_ ]by|present|attending|attendees?|participants?|apologies|absent|guests?|members?|team)$/i;

/** Heads of columns that name a thing as often: "Head: Salaries". */
const NO_ROLE = /^(?:heads?|general|private|majors?|counts?|counsel|father|mother|fr|sr|don|col|gen|rep|reps)$/;

/** Every sentence of prose, lists, tables, fields and chats, in the order of the files: those of each passage together. */
export function* sentencesOf({ passages }: Index): Generator<Sentence[]> {
  let position = 0;
  for (const [passage, { document, sentences, blockOf }] of passages.entries()) {
    yield sentences.flatMap((span, sentence) => {
      position++;
      const kind = document.blocks[blockOf[sentence] as number]?.kind ?? "paragraph";
      if (SKIPPED.has(kind)) return [];
      const text = slice(document.text, span).replace(/\s/g, " ");
      const parts = partsOf(text, kind);
      return parts.length === 0 ? [] : [{ document, passage, sentence, position, text, kind, parts }];
    });
  }
}

function partsOf(text: string, kind: BlockKind): Part[] {
  const whole = { start: 0, end: text.length, label: null };
  if (kind === "row" || kind === "field") {
    return [...text.matchAll(CELL)].map(({ 0: cell, 1: label = "", index }) => ({
      start: index + label.length + 2,
      end: index + cell.length,
      label: { start: index, end: index + label.length, kind: kindOfLabel(label) },
    }));
  }
  if (kind !== "line") return isTitleCase(text) ? [] : [whole];
  const { speaker, said } = readMessage(text);
  if (speaker === null) return [whole];
  const start = text.indexOf(speaker);
  const from = text.length - said.length;
  if (start === -1) return [whole];
  const end = start + speaker.replace(/:$/, "").length;
  return [
    { start, end, label: { start, end, kind: "speaker" } },
    { start: from, end: text.length, label: null },
  ];
}

function kindOfLabel(label: string): Label["kind"] {
  const words = label.trim().toLowerCase();
  if (NAME_LABEL.test(words)) return "name";
  return isTitle(words.slice(words.search(/[^\s_/-]+$/)).replace(/s$/, "")) && !NO_ROLE.test(words) ? "role" : "other";
}

/** "Putin Rules Out Expelling Diplomats": a headline, whose capitals say nothing. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return (
    words.length > 5 && !isShouted(text) && !/[.,;:!?()]/.test(text) && long.every((word) => /^\p{Lu}/u.test(word))
  );
}
