import path from "node:path";
import { markChats } from "../chats.ts";
import type { Block } from "../document.ts";
import { decodeText } from "../encoding.ts";
import { Origin } from "../origin.ts";
import type { PlaceMark } from "../place.ts";
import { type FileContext, OtherKindError, type ReadLayer } from "../reader.ts";
import { type ExportedChannel, readDiscordExport } from "./messages.ts";
import { readSlackExport } from "./slack.ts";

/** What a name may look like in a line of a chat, as `chat-lines.ts` reads it. */
const NAME = /^\p{Lu}[\p{L}\p{M}\p{N}._'’-]{0,24}(?: [\p{L}\p{N}(][\p{L}\p{M}\p{N}._'’)-]{0,24}){0,2}$/u;
const OTHER_KIND = "is JSON of a kind that is not read";

/** Reads a channel that was exported from Slack or Discord: a message is a line, by its sender and time. */
export async function readChatExport(bytes: Uint8Array, context: FileContext): Promise<ReadLayer> {
  const { text, encoding: _, remarks } = decodeText(bytes);
  const json = parse(text);
  const channel =
    readDiscordExport(json) ?? readSlackExport(json, folderOf(context.file), text, await listsOf(context));
  if (channel === null) throw new OtherKindError(OTHER_KIND);
  return { ...toLines(channel), remarks, withheld: null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new OtherKindError("is no sound JSON");
  }
}

function folderOf(file: string): string {
  const folder = path.posix.basename(path.posix.dirname(file));
  return folder === "." ? path.posix.basename(file, path.posix.extname(file)) : folder;
}

async function listsOf({ beside }: FileContext): Promise<{ users: unknown; channels: unknown[] }> {
  const read = async (file: string): Promise<unknown> => {
    const bytes = await beside(`../${file}`);
    return bytes === null ? null : parseOnce(bytes);
  };
  return { users: await read("users.json"), channels: [await read("channels.json"), await read("groups.json")] };
}

const parsed = new WeakMap<Uint8Array, { readonly json: unknown }>();

/** Lists of an export are long, and the same for each of its files. */
function parseOnce(bytes: Uint8Array): unknown {
  let known = parsed.get(bytes);
  if (known === undefined) {
    try {
      known = { json: JSON.parse(new TextDecoder().decode(bytes)) };
    } catch {
      known = { json: null };
    }
    parsed.set(bytes, known);
  }
  return known.json;
}

function toLines({ title, publisher, messages }: ExportedChannel): Omit<ReadLayer, "remarks" | "withheld"> {
  const parts: string[] = [];
  const [blocks, places]: [Block[], PlaceMark[]] = [[], []];
  let length = 0;
  for (const { sender, sent, text, url } of messages) {
    const said = text
      .trim()
      .replace(/\s*\n\s*/g, "\n")
      .replace(/[^\S\n]+/g, " ");
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(said)) continue;
    const line = `[${sent.replace("T", " ")}] ${inLine(sender)}: ${said}`;
    const start = length;
    parts.push(line);
    length += line.length + 1;
    places.push({ from: start, sender, sent, ...(url === null ? {} : { url }) });
    const about = { headings: NO_HEADINGS, parent: -1, asks: false, depth: 0, group: -1, ordinal: null };
    blocks.push({ kind: "line", ...about, start, end: start + line.length });
  }
  const raw = parts.join("\n");
  const last = places
    .map(({ sent = "" }) => sent)
    .toSorted()
    .at(-1)
    ?.slice(0, 10);
  return {
    raw,
    text: raw,
    origin: new Origin([{ kind: "copied", start: 0, end: raw.length, from: 0, to: raw.length, borrowed: false }]),
    blocks: markChats(blocks, raw),
    places,
    source: { title, publisher, ...(last === undefined ? {} : { published: last, publishedFrom: "last message" }) },
  };
}

const NO_HEADINGS: readonly string[] = [];

/** A name as a line of a chat has it. */
function inLine(sender: string): string {
  const short = sender
    .replace(/[^\p{L}\p{M}\p{N}._'’() -]/gu, "")
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join(" ")
    .slice(0, 40);
  if (NAME.test(short)) return short;
  return `@${short.replace(/[^\p{L}\p{M}\p{N}._'’-]/gu, "").slice(0, 24) || "unknown"}`;
}
