import type { ExpressionBuilder, Kysely, Transaction } from "kysely";
import { leaning, withoutEarlier } from "./leaning.ts";
import type { Person, StoredAction, StoredOfPerson, StoredQuestion } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Values that a query is given at once: SQLite takes 32,766, Postgres 65,535. */
const CHUNK = 1_000;

/** @returns what is stored of a person, their questions newest first */
export async function listPersonal(db: Kysely<Tables>, person: Person): Promise<StoredOfPerson> {
  const exchanges = await db
    .selectFrom("exchange")
    .select(["id", "question", "channel", "visibility", "created"])
    .where((eb) => isTheirs(eb, person))
    .execute();
  const unanswered = await db
    .selectFrom("unanswered")
    .select(["id", "question", "channel", "created"])
    .where((eb) => isTheirs(eb, person))
    .execute();
  const { votes } = await db
    .selectFrom("vote")
    .select(({ fn }) => fn.countAll().as("votes"))
    .where((eb) => isTheirVote(eb, person))
    .executeTakeFirstOrThrow();
  const { escalated } = await db
    .selectFrom("escalation")
    .select(({ fn }) => fn.countAll().as("escalated"))
    .where((eb) => isTheirs(eb, person))
    .executeTakeFirstOrThrow();
  const questions: (StoredQuestion & { id: string })[] = exchanges.flatMap(({ question, created, visibility, id }) =>
    question === null ? [] : [{ id, question, created: Number(created), isPrivate: visibility === "private" }],
  );
  // One that was not answered stands in both, unless there was nothing to press under its reply.
  const known = new Set(exchanges.map(({ channel, question }) => `${channel} ${question}`));
  for (const { id, question, channel, created } of unanswered) {
    if (!withoutEarlier(question).some((words) => known.has(`${channel} ${words}`)))
      questions.push({ id, question, created: Number(created), isPrivate: false });
  }
  questions.sort((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));
  return {
    questions: questions.map(({ id: _, ...question }) => question),
    unanswered: unanswered.length,
    replies: exchanges.length,
    votes: Number(votes),
    escalated: Number(escalated),
  };
}

/**
 * Deletes what is stored of a person: what they asked, also where it went along with the questions of others in the same
 * conversation, their votes, and what their answers' buttons do, with the votes on these answers.
 *
 * @returns rows deleted
 */
export function forgetPerson(db: Kysely<Tables>, person: Person): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const own = await tx
      .selectFrom("exchange")
      .select(["id", "channel", "conversation", "question"])
      .where((eb) => isTheirs(eb, person))
      .execute();
    const asked = new Map<string, Set<string>>();
    for (const { conversation, question } of own) {
      if (question === null) continue;
      asked.set(conversation, (asked.get(conversation) ?? new Set()).add(question));
    }
    const repeating: string[] = [];
    for (const conversations of chunked([...asked.keys()])) {
      repeating.push(...(await forgetAmongOthers(tx, person, asked, conversations)));
    }
    let deleted = 0n;
    for (const ids of chunked([...own.map(({ id }) => id), ...repeating])) {
      deleted += (await tx.deleteFrom("vote").where("exchange", "in", ids).executeTakeFirst()).numDeletedRows;
      deleted += (await tx.deleteFrom("exchange").where("id", "in", ids).executeTakeFirst()).numDeletedRows;
    }
    const votes = tx.deleteFrom("vote").where((eb) => isTheirVote(eb, person));
    deleted += (await votes.executeTakeFirst()).numDeletedRows;
    const unanswered = tx.deleteFrom("unanswered").where((eb) => isTheirs(eb, person));
    deleted += (await unanswered.executeTakeFirst()).numDeletedRows;
    const escalated = tx.deleteFrom("escalation").where((eb) => isTheirs(eb, person));
    deleted += (await escalated.executeTakeFirst()).numDeletedRows;
    await forgetBefore(tx, person, own);
    return Number(deleted);
  });
}

/**
 * Takes a person's questions out of what others of a conversation have of them.
 *
 * @returns the ids of others' exchanges that only repeat one: further pages of its answer
 */
async function forgetAmongOthers(
  tx: Transaction<Tables>,
  { platform }: Person,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  conversations: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom("exchange")
    .select(["id", "conversation", "question", "history", "actions"])
    .where("platform", "=", platform)
    .where("conversation", "in", conversations)
    .execute();
  const repeating: string[] = [];
  for (const { id, conversation, question, history, actions } of rows) {
    const theirs = asked.get(conversation) ?? new Set();
    const kept = JSON.parse(actions) as StoredAction[];
    if (question === null && kept.some(({ options }) => Object.values(options).some((it) => theirs.has(String(it)))))
      repeating.push(id);
    const earlier = JSON.parse(history) as string[];
    const left = JSON.stringify(earlier.filter((words) => !theirs.has(words)));
    const alone = JSON.stringify(
      kept.map((action) => ({ ...action, options: optionsWithout(theirs, action.options) })),
    );
    if (left === history && alone === actions) continue;
    await tx.updateTable("exchange").set({ history: left, actions: alone }).where("id", "=", id).execute();
    const passedOn = await tx.selectFrom("escalation").select("question").where("exchange", "=", id).executeTakeFirst();
    if (passedOn === undefined) continue;
    const words = withoutTheirs(theirs, passedOn.question);
    await tx.updateTable("escalation").set({ question: words }).where("exchange", "=", id).execute();
  }
  return repeating;
}

function optionsWithout(theirs: ReadonlySet<string>, options: StoredAction["options"]): StoredAction["options"] {
  const without = ([name, value]: [string, string | number | boolean]) =>
    [name, typeof value === "string" ? withoutTheirs(theirs, value) : value] as const;
  return Object.fromEntries(Object.entries(options).map(without));
}

/** A question without the one before it that it leans on, where that is theirs. */
function withoutTheirs(theirs: ReadonlySet<string>, kept: string): string {
  const isLeft = (words: string) => [...theirs].some((earlier) => leaning(earlier, words) === kept);
  return withoutEarlier(kept).find(isLeft) ?? kept;
}

/** Takes a person's questions away from before those of others that lean on them and were not answered. */
async function forgetBefore(
  tx: Transaction<Tables>,
  { platform }: Person,
  own: readonly { readonly channel: string; readonly question: string | null }[],
): Promise<void> {
  for (const channels of chunked([...new Set(own.map(({ channel }) => channel))])) {
    const rows = await tx
      .selectFrom("unanswered")
      .select(["id", "channel", "question"])
      .where("platform", "=", platform)
      .where("channel", "in", channels)
      .execute();
    for (const { id, channel, question } of rows) {
      const theirs = (kept: string) =>
        own.some((one) => one.channel === channel && one.question !== null && leaning(one.question, kept) === question);
      const left = withoutEarlier(question).find(theirs);
      if (left !== undefined) await tx.updateTable("unanswered").set({ question: left }).where("id", "=", id).execute();
    }
  }
}

function isTheirs<T extends "exchange" | "unanswered" | "escalation">(
  eb: ExpressionBuilder<Tables, T>,
  { platform, workspace, user }: Person,
) {
  const { ref } = eb as unknown as ExpressionBuilder<Tables, "exchange">;
  const own = [eb(ref("platform"), "=", platform), eb(ref("requester"), "=", user)];
  return eb.and(workspace === null ? own : [...own, eb(ref("workspace"), "=", workspace)]);
}

/** A vote names neither platform nor workspace: the answer it is for does, as long as that is kept. */
function isTheirVote(eb: ExpressionBuilder<Tables, "vote">, { platform, workspace, user }: Person) {
  const elsewhere = eb
    .selectFrom("exchange")
    .select("exchange.id")
    .whereRef("exchange.id", "=", "vote.exchange")
    .where(({ or, eb: own }) =>
      or([
        own("exchange.platform", "!=", platform),
        ...(workspace === null
          ? []
          : [own("exchange.workspace", "is", null), own("exchange.workspace", "!=", workspace)]),
      ]),
    );
  return eb.and([eb("voter", "=", user), eb.not(eb.exists(elsewhere))]);
}

function chunked<T>(values: readonly T[]): T[][] {
  const count = Math.ceil(values.length / CHUNK);
  return Array.from({ length: count }, (_, i) => values.slice(i * CHUNK, (i + 1) * CHUNK));
}
