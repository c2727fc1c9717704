import PostalMime, { type Email } from "postal-mime";
import { DisplayBuilder } from "../display-builder.ts";
import { collapse, isReadable } from "../display-text.ts";
import { readHtml } from "../html.ts";
import type { LayerPart } from "../joined-layers.ts";
import { inserted, type Piece } from "../pieces.ts";
import type { Place } from "../place.ts";
import { readPlainText } from "../plain-text.ts";
import { withoutHistory, withoutHtmlHistory } from "./history.ts";

/** A message as its reader sees it. */
export interface Message {
  readonly subject: string;
  readonly sender: string;
  /** As the sender's clock had it: "2024-05-03T10:04". */
  readonly sent: string | null;
  /** Its own text, and that of each message that came with it, forwarded as a whole. */
  readonly parts: readonly LayerPart[];
  /** Names of files that came with it. */
  readonly attachments: readonly string[];
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Parts of parts of a message: no program makes as many. */
const MAX_NESTING = 20;
const MAX_HEADERS = 1024 * 1024;
/** Messages forwarded within messages forwarded, … */
const MAX_FORWARDED = 5;
/** HTML beside text this much shorter is what was written. */
const STUB = 0.1;

/**
 * @param named whether its subject is to stand above it, as in a mailbox, or names the document
 * @param depth of how many messages it is a part
 */
export async function readMessage(bytes: Uint8Array, named: "heading" | "title", depth = 0): Promise<Message> {
  const email = await new PostalMime({
    maxNestingDepth: MAX_NESTING,
    maxHeadersSize: MAX_HEADERS,
    // Else they are put into the text, below a date as this machine's language and time zone write it.
    forceRfc822Attachments: true,
  }).parse(bytes);
  const subject = oneLine(email.subject ?? "");
  const sender = oneLine(email.from?.name || email.from?.address || "");
  const sent = sentAt(email);
  const place: Place = { ...(sender === "" ? {} : { sender }), ...(sent === null ? {} : { sent }) };
  const heads = named === "heading" && subject !== "" ? [subject] : [];
  const body = bodyOf(email, subject);
  const parts: LayerPart[] = isReadable(piecesOf(body.raw))
    ? [headOf(heads, sender, sent, place), { ...body, headings: heads, place }]
    : [];
  const attachments: string[] = [];
  for (const { mimeType, content, filename, related } of email.attachments) {
    if (mimeType === "message/rfc822" && typeof content !== "string" && depth < MAX_FORWARDED) {
      const forwarded = await readMessage(new Uint8Array(content), "heading", depth + 1);
      parts.push(...forwarded.parts);
      attachments.push(...forwarded.attachments);
    } else if (related !== true) attachments.push(filename ?? "one without a name");
  }
  return { subject, sender, sent, parts, attachments };
}

/** The subject, who wrote it and when, as a reader sees them above a message. */
function headOf([subject]: readonly string[], sender: string, sent: string | null, place: Place): LayerPart {
  const builder = new DisplayBuilder();
  const about = {
    headings: subject === undefined ? [] : [subject],
    parent: -1,
    asks: false,
    depth: 0,
    group: -1,
    ordinal: null,
  };
  let raw = "";
  const write = (text: string): Piece[] => {
    const from = raw.length;
    raw += `${text}\n`;
    return piecesOf(text, from);
  };
  const named = subject === undefined ? [] : write(subject);
  if (isReadable(named)) builder.add({ ...about, headings: [], kind: "heading" }, named);
  const told = [
    ["From", sender],
    ["Date", sent?.replace("T", " ") ?? ""],
  ].filter(([, value]) => value !== "");
  const pieces: Piece[] = [];
  for (const [label = "", value = ""] of told) {
    if (pieces.length > 0) pieces.push(inserted(" · ", raw.length));
    pieces.push(...write(`${label}: ${value}`));
  }
  if (pieces.length > 0) builder.add({ ...about, kind: "field" }, pieces);
  return { raw, ...builder.finish(), headings: [], place };
}

function bodyOf(email: Email, subject: string): Pick<LayerPart, "raw" | "text" | "origin" | "blocks"> {
  const text = (email.text ?? "").replace(/\r\n?/g, "\n");
  const html = email.html ?? "";
  if (html !== "" && text.trim().length < STUB * html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/gi, "").trim().length) {
    const raw = withoutHtmlHistory(html);
    return { ...readHtml(raw, { named: subject, isLayer: true }), raw };
  }
  const raw = withoutHistory(text);
  return { ...readPlainText(raw, subject), raw };
}

function piecesOf(text: string, from = 0): Piece[] {
  return collapse([{ kind: "copied", text, from, to: from + text.length, borrowed: false }]);
}

/** RFC 5322, 3.3: "Fri, 3 May 2024 10:04:00 +0200". */
function sentAt({ headers, date }: Email): string | null {
  const written = headers.find(({ key }) => key === "date")?.value ?? "";
  const [, day = "", name = "", year, time] = /(\d{1,2}) (\p{L}{3})\p{L}* (\d{4}) (\d{2}:\d{2})/u.exec(written) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  const sent = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}T${time}`;
  if (month > 0 && !Number.isNaN(Date.parse(sent))) return sent;
  return date !== undefined && !Number.isNaN(Date.parse(date)) ? new Date(date).toISOString().slice(0, 16) : null;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
