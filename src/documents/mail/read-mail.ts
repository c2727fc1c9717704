import { joinLayers, type LayerPart } from "../joined-layers.ts";
import { MAX_LAYER } from "../limits.ts";
import { FileError, type ReadLayer, type Remark } from "../reader.ts";
import { type Message, readMessage } from "./message.ts";

/** Reads a message: what was written in it, not what it answers. */
export async function readEml(bytes: Uint8Array): Promise<ReadLayer> {
  const { subject, sender, sent, parts, attachments } = await readMessage(bytes, "title");
  if (sender === "" && sent === null && subject === "") {
    throw new FileError(
      "has none of a message's headers, such as “From:” and “Date:”: save it again in its mail program",
    );
  }
  const source = {
    ...(subject === "" ? {} : { title: subject }),
    ...(sender === "" ? {} : { author: sender }),
    ...(sent === null ? {} : { published: sent.slice(0, 10), publishedFrom: "Date" }),
  };
  return { ...joinLayers(parts), source, remarks: notRead(attachments), withheld: null };
}

/** Reads a mailbox: its messages in their order, each under its subject. */
export async function readMbox(bytes: Uint8Array): Promise<ReadLayer> {
  const parts: LayerPart[] = [];
  const messages: Pick<Message, "sent" | "attachments">[] = [];
  let length = 0;
  for (const one of messagesOf(bytes)) {
    const { parts: own, sent, attachments } = await readMessage(one, "heading");
    parts.push(...own);
    messages.push({ sent, attachments });
    length += own.reduce((sum, { raw }) => sum + raw.length, 0);
    if (length > MAX_LAYER)
      throw new FileError(`holds more than ${MAX_LAYER / 1e6} million characters of text: divide it`);
  }
  if (messages.length === 0)
    throw new FileError("holds no message that starts with a line “From …”, as those of a mailbox do");
  const last =
    messages
      .map(({ sent }) => sent ?? "")
      .toSorted()
      .at(-1) ?? "";
  const source = last === "" ? {} : { published: last.slice(0, 10), publishedFrom: "last message" };
  return {
    ...joinLayers(parts),
    source,
    remarks: notRead(messages.flatMap(({ attachments }) => attachments)),
    withheld: null,
  };
}

function notRead(attachments: readonly string[]): Remark[] {
  const [first] = attachments;
  if (first === undefined) return [];
  const name = first.replace(/\s+/g, " ").slice(0, 80).toWellFormed();
  const what =
    attachments.length === 1 ? `the attachment ${name} is` : `${attachments.length} attachments, such as ${name}, are`;
  return [{ kind: "left out", text: `${what} not read: save what matters as a file of its own`, line: 0 }];
}

const NEWLINE = 10;

/** The messages of a mailbox (RFC 4155): each starts with a line "From …" behind an empty one; ">From" in one is "From". */
function* messagesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = -1;
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf(NEWLINE, at);
    const next = end === -1 ? buffer.length : end + 1;
    if (isSeparator(buffer, at)) {
      if (start !== -1) yield withoutEscapes(buffer.subarray(start, at));
      start = next;
    }
    at = next;
  }
  if (start !== -1) yield withoutEscapes(buffer.subarray(start));
}

function isSeparator(buffer: Buffer, at: number): boolean {
  if (buffer.toString("latin1", at, at + 5) !== "From ") return false;
  const isBehindEmpty = at === 0 || /\n\r?\n$/.test(buffer.toString("latin1", Math.max(0, at - 3), at));
  return isBehindEmpty && /^From \S+.*\d{4}/.test(buffer.toString("latin1", at, at + 200).split("\n")[0] ?? "");
}

function withoutEscapes(message: Buffer): Uint8Array {
  if (!message.includes("\n>From ")) return message;
  return Buffer.from(message.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1");
}
