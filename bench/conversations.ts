import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { commands } from "../commands/index.ts";
import type { Knowledge } from "../src/answering/knowledge.ts";
import { createBot, type Requester } from "../src/chat/bot.ts";
import { createRateLimits } from "../src/chat/rate-limits.ts";
import { readFolder } from "../src/documents/folder.ts";
import { type FilePlace, touchesPlace } from "../src/evaluation/own-questions.ts";
import type { ExcerptItem, Reply } from "../src/replies/reply.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import { AbsentData, root } from "./data.ts";
import { openAsShipped } from "./encoder.ts";
import { markedOf } from "./practice-folder.ts";
import { checksum } from "./practice-real.ts";
import { readQuestionsFile } from "./questions-file.ts";

/** A file a folder of documents. */
const CONVERSATIONS = "bench/conversations";

/** Words that stand once in a file of ours, or offsets into one that is not. */
const place = z.union([
  z.strictObject({ file: z.string(), words: z.string() }),
  z.strictObject({ file: z.string(), start: z.int().min(0), end: z.int() }),
]);
const turn = z.strictObject({
  /** What a person types. */
  said: z.string(),
  kind: z.enum([
    ...(["question", "why", "when", "where", "who", "how", "who said", "and", "else", "anaphor"] as const),
    ...(["more", "sure", "source", "small talk"] as const),
  ]),
  /** Where what answers stands; or what else is right. */
  right: z.union([z.array(place).min(1), z.enum(["miss", "small talk", "sources", "more", "agreement"])]),
  /** Whether an honest miss is right too. */
  orMiss: z.boolean().default(false),
  /** Whether it is to be another sentence than the one before. */
  other: z.boolean().default(false),
});
const schema = z.strictObject({
  /** Relative to the repository's root. */
  folder: z.string(),
  /** Of files that are not ours: the first digits of their checksums, for a place is one of this very version. */
  files: z.record(z.string(), z.string()).default({}),
  conversations: z.array(z.strictObject({ id: z.string().regex(/^c\d\d$/), turns: z.array(turn).min(2).max(5) })),
});

type Turn = z.infer<typeof turn>;
export type TurnKind = Turn["kind"];
export type Conversation = z.infer<typeof schema>["conversations"][number];

export interface ConversationFolder {
  readonly name: string;
  readonly folder: string;
  readonly conversations: readonly Conversation[];
}

/** What came of a turn. */
export interface TurnOutcome {
  readonly said: string;
  readonly kind: TurnKind;
  readonly right: boolean;
  /** What was shown, in a line. */
  readonly shown: string;
}

/** Names of the folders there are conversations on. */
export function conversationNames(): string[] {
  return readdirSync(root + CONVERSATIONS)
    .map((file) => path.basename(file, ".json"))
    .sort();
}

/**
 * @throws AbsentData when the documents are not there
 * @throws Error that names what does not fit: the form, or a file in another version
 */
export function loadConversations(name: string): ConversationFolder {
  const file = `${CONVERSATIONS}/${name}.json`;
  const { folder, files, conversations } = readQuestionsFile(file, schema, "Conversations");
  const documents = path.join(root, folder);
  if (!existsSync(documents)) throw new AbsentData(`${folder} is absent`);
  for (const [one, sum] of Object.entries(files)) {
    if (checksum(readFileSync(path.join(documents, one))) !== sum) {
      throw new Error(`${file}: ${folder}/${one} is in another version: its places would be others`);
    }
  }
  return { name, folder: documents, conversations };
}

/** Whether a conversation is one to tune by; the others are kept for a report. */
export function isForTuning({ id }: Pick<Conversation, "id">): boolean {
  return Number(id.slice(1)) % 2 === 1;
}

/** Opens the documents, as the program would. */
export async function openConversations({ folder }: ConversationFolder): Promise<Knowledge> {
  return openAsShipped((await readFolder(folder)).documents);
}

/** Says the turns of a conversation to a bot with a store of its own, as on a chat platform, and judges its replies. */
export async function holdConversation(
  { turns, id }: Conversation,
  { folder }: ConversationFolder,
  knowledge: Knowledge,
): Promise<TurnOutcome[]> {
  const store = await openSqliteStore(":memory:");
  const limits = createRateLimits({ perUser: 1_000, perChannel: 1_000 });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  let now = 0;
  const bot = createBot({ commands, knowledge, store, limits, log, now: () => ++now });
  const requester: Requester = { platform: "discord", workspace: null, channel: "1", conversation: id, user: "2" };
  const outcomes: TurnOutcome[] = [];
  let before: ExcerptItem | undefined;
  for (const turn of turns) {
    const request = { command: "ask", input: { text: turn.said } };
    const { reply } = await bot.handle(request, requester, { formatCommand: (name) => `/${name}` });
    const answer = answerIn(reply);
    outcomes.push({
      said: turn.said,
      kind: turn.kind,
      right: judge(turn, reply, before, folder),
      shown: describe(reply),
    });
    before = answer?.role === "best" ? answer : before;
  }
  await store.close();
  return outcomes;
}

function judge(turn: Turn, reply: Reply, before: ExcerptItem | undefined, folder: string): boolean {
  const answer = answerIn(reply);
  const isMiss = answer === undefined && reply.items.some(({ kind }) => kind === "notice");
  switch (turn.right) {
    case "miss":
      return isMiss;
    case "small talk":
      return reply.items.every(({ kind }) => kind === "prose");
    case "sources":
      return listsSourceOf(reply, before);
    case "more":
      return answer === undefined ? reply.summary.startsWith("That was all") : answer.number > 1;
    case "agreement":
      return answer !== undefined && before !== undefined && areSame(answer, before);
    default:
      if (answer === undefined) return turn.orMiss && isMiss;
      if (turn.other && before !== undefined && areSame(answer, before)) return false;
      return turn.right.some((one) => touchesPlace(markedOf(answer.excerpt), toPlace(one, folder)));
  }
}

/** The first quote that is shown as an answer. */
function answerIn({ items }: Reply): ExcerptItem | undefined {
  const first = items.find((item) => item.kind === "excerpt");
  return first?.kind === "excerpt" && /^(?:best|more|entry)$/.test(first.role) ? first : undefined;
}

function listsSourceOf({ items }: Reply, before: ExcerptItem | undefined): boolean {
  const list = items.find((item) => item.kind === "sources");
  if (list?.kind !== "sources" || before === undefined) return false;
  return list.sources.some(({ source }) => source.id === before.excerpt.source.id);
}

function areSame({ excerpt: one }: ExcerptItem, { excerpt: other }: ExcerptItem): boolean {
  const [a, b] = [one.answerLocation, other.answerLocation];
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

function toPlace(one: z.infer<typeof place>, folder: string): FilePlace {
  if ("start" in one) return one;
  const { file, words } = one;
  const start = readFileSync(path.join(folder, file), "utf8").indexOf(words);
  if (start === -1) throw new Error(`${file} does not hold “${words}”`);
  return { file, start, end: start + words.length };
}

function describe(reply: Reply): string {
  const answer = answerIn(reply);
  if (answer === undefined) {
    const nearest = reply.items.find((item) => item.kind === "excerpt");
    return nearest?.kind === "excerpt" ? `${reply.summary} (${nearest.role}: ${marked(nearest)})` : reply.summary;
  }
  return `[${answer.number}] ${marked(answer)}`;
}

function marked({ excerpt: { text, answer, source } }: ExcerptItem): string {
  return `${text.slice(answer.start, answer.end).replace(/\s+/g, " ")} (${source.id})`;
}
