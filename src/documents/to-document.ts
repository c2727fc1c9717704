import { createHash } from "node:crypto";
import { slice } from "../text/span.ts";
import { beginsAsChat, chatDays } from "./chat-days.ts";
import type { Block, Document, Source } from "./document.ts";
import { withoutNotionIds } from "./notion.ts";
import { dateOfFileName, nameOfFile } from "./publication-date.ts";
import type { ReadDocument } from "./reader.ts";
import { isStatement } from "./statements.ts";

/** Where a chat's or a log's date is from: it is that of its last line. */
const CHAT_LINES = "last line";

/**
 * Makes a document of what a reader read.
 *
 * @param file its path, which gives the id, the title and the date where the document itself does not
 * @param raw what `read.origin` leads to
 * @param sha256 of the file's bytes, where they are no text
 * @throws Error when there is nothing to answer from; the message says how to mend it
 */
export function toDocument(
  file: string,
  raw: string,
  read: ReadDocument,
  sha256 = createHash("sha256").update(raw).digest("hex"),
): Document {
  const { text, origin, source: given, places = [] } = read;
  const blocks = answerable(read);
  if (!blocks.some(({ kind }) => kind !== "heading")) throw new Error(describeEmpty(raw, blocks.length > 0));
  const path = withoutNotionIds(file);
  const id = given.id ?? path.replace(/\.[^./]+$/, "");
  const [published, publishedFrom] = publication(file, { text, blocks, source: given });
  const source: Source = {
    id,
    title: given.title ?? (namesItself({ ...read, blocks }) ? nameOfFile(path) : id),
    publisher: given.publisher ?? null,
    author: given.author ?? null,
    published,
    publishedFrom,
    url: given.url ?? null,
    note: given.note ?? null,
  };
  return { source, file, raw, sha256, text, origin, blocks, places };
}

/** Whether a document has no need of a title: a chat, a table or a recording is called by its file's name. */
export function namesItself({ blocks, text, places = [] }: Pick<ReadDocument, "blocks" | "text" | "places">): boolean {
  return places.length > 0 || beginsAsChat(blocks, text);
}

/** Headings without text below them answer where they say something: "# The annual rent is 99 euros". */
function answerable({ text, blocks }: Pick<ReadDocument, "text" | "blocks">): readonly Block[] {
  if (blocks.some(({ kind }) => kind !== "heading")) return blocks;
  return blocks.map((block) =>
    isStatement(slice(text, block)) ? { ...block, kind: "paragraph", asks: false } : block,
  );
}

/** What the document says counts first, then the file's name, then the lines of a chat or a log. */
function publication(
  file: string,
  { text, blocks, source }: Pick<ReadDocument, "text" | "blocks" | "source">,
): [published: string | null, publishedFrom: string | null] {
  if (source.published) return [source.published, source.publishedFrom ?? null];
  const named = dateOfFileName(file);
  if (named !== null) return [named, "file name"];
  const days = chatDays(blocks, text);
  if (days === null) return [null, null];
  return [days.last, days.first === days.last ? CHAT_LINES : `${CHAT_LINES}, from ${days.first} on`];
}

function describeEmpty(raw: string, headed: boolean): string {
  if (raw.trim() === "") return "is empty: write some text, or remove it";
  if (headed) return "holds headings and no text: write some below them, or remove it";
  return "holds no text that a reader would see: write some, or leave it out with .attacheignore";
}
