import { splitSentences } from "../text/sentences.ts";
import { beginsAsChat } from "./chat-days.ts";
import { isChatLine } from "./chat-lines.ts";
import { markChats } from "./chats.ts";
import { DisplayBuilder } from "./display-builder.ts";
import { addFields } from "./fields.ts";
import { readFrontMatter } from "./front-matter.ts";
import { messageHeader } from "./message-headers.ts";
import { PlainBlocks } from "./plain-blocks.ts";
import { findHeadings, MAX_TITLE } from "./plain-headings.ts";
import { areNotes, bulletOf, type Line, paragraphsOf } from "./plain-lines.ts";
import { readPage } from "./plain-page.ts";
import { leadAnswers } from "./question-paragraphs.ts";
import type { ReadDocument, Reader } from "./reader.ts";
import { isStatement } from "./statements.ts";
import { behind } from "./text-behind.ts";

/** Plain text: paragraphs between blank lines; the title is the first line, except of a chat. */
export const plainText: Reader = { read: readFile };

function readFile(raw: string): ReadDocument {
  const { end, fields, source, name, remarks, withheld } = readFrontMatter(raw);
  const builder = new DisplayBuilder();
  addFields(builder, fields, raw);
  const body = readPlainText(raw, source.title, end);
  const title = source.title ?? body.source.title ?? name ?? undefined;
  const citation = { ...source, ...(title === undefined ? {} : { title }) };
  return { ...body, ...behind(builder.finish(), body, end), source: citation, remarks, withheld };
}

/**
 * @param raw shown as it stands, but for what `readPage` takes out
 * @param title when it is not to be taken from the first line
 * @param start where the text starts, behind front matter
 */
export function readPlainText(raw: string, title?: string, start = 0): ReadDocument {
  const { text, origin, lines } = readPage(raw, start);
  const headings = findHeadings(text, lines);
  const paragraphs = paragraphsOf(text, lines);
  const bullets = paragraphs.flatMap((paragraph) => paragraph.lines).filter(({ text }) => bulletOf(text) !== "");
  const placed = new PlainBlocks(text, title ?? null);
  let named = title;
  let headed = false;
  for (const [i, paragraph] of paragraphs.entries()) {
    const [first, ...others] = paragraph.lines as [Line, ...Line[]];
    const heading = headings.get(first.start);
    if (heading !== undefined) {
      placed.addHeading(heading);
      continue;
    }
    let { lines, start } = paragraph;
    if (i === 0 && title === undefined) {
      headed = isTitle(lines);
      // A paragraph on one line is no title: the file's name says more.
      if (headed || splitSentences(first.text).length === 1)
        named = shorten(first.text.slice(bulletOf(first.text).length).replace(/\s+/g, " "));
      if (headed && !areNotes(lines)) {
        // A first line that says something answers too, and so does one that is all there is.
        if (isStatement(first.text) || (others.length === 0 && paragraphs.length === 1)) placed.addLine(first);
        [lines, start] = [others, first.end];
      }
    }
    if (lines.length > 0) placed.add({ ...paragraph, lines, start }, bullets.length > 1);
  }
  const blocks = leadAnswers(markChats(placed.blocks, text), text);
  // The first message of a chat is no title: the file's name says more.
  const called = title ?? placed.title ?? (headed || !beginsAsChat(blocks, text) ? named : undefined);
  return { text, origin, blocks, source: called === undefined ? {} : { title: called }, remarks: [], withheld: null };
}

/** Whether the first line of a paragraph, the first of a text, may be its title. */
function isTitle(lines: readonly Line[]): boolean {
  const [line = "", next, third] = lines.map(({ text }) => text);
  if (line.length > MAX_TITLE || /[.!?:;,]["”’)]?$/.test(line) || bulletOf(line) !== "") return false;
  if (messageHeader([line, next, third].filter((text) => text !== undefined)) !== null) return false;
  return !(isChatLine(line) && next !== undefined && isChatLine(next));
}

function shorten(line: string): string {
  if (line.length <= MAX_TITLE) return line;
  return `${line.slice(0, MAX_TITLE - 1).replace(/\s+\S*$/, "")}…`;
}
