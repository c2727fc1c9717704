import type { Kysely } from "kysely";
import type { AskedQuestion, CastVote } from "./store.ts";
import type { Tables } from "./tables.ts";

/**
 * What was asked since a time, oldest first. An answered question is an exchange; one that was not answered is in a table
 * of its own, and its exchange, where there is one, is left aside.
 *
 * @param since epoch milliseconds
 */
export async function listAsked(db: Kysely<Tables>, since: number): Promise<readonly AskedQuestion[]> {
  const answered = await db
    .selectFrom("exchange")
    .select(["id", "platform", "requester", "question", "confidence", "milliseconds", "source", "in_public", "created"])
    .where("created", ">=", since)
    .where("question", "is not", null)
    .where("status", "=", "answered")
    .execute();
  const unanswered = await db
    .selectFrom("unanswered")
    .select(["id", "platform", "requester", "question", "confidence", "milliseconds", "in_public", "created"])
    .where("created", ">=", since)
    .execute();
  const rows = [
    ...answered.map((row) => ({ ...row, isAnswered: true })),
    ...unanswered.map((row) => ({ ...row, source: null, isAnswered: false })),
  ];
  rows.sort((a, b) => Number(a.created) - Number(b.created) || (a.id < b.id ? -1 : 1));
  return rows.map(({ platform, requester, question, isAnswered, confidence, milliseconds, source, ...row }) => ({
    platform: platform as AskedQuestion["platform"],
    user: requester,
    question: question ?? "",
    isAnswered,
    confidence,
    milliseconds,
    source,
    // Where it was asked is not known of what was kept before that was.
    isPrivate: row.in_public !== 1,
    created: Number(row.created),
  }));
}

/**
 * The votes since a time on answers that are still kept, oldest first.
 *
 * @param since epoch milliseconds
 */
export async function listVotes(db: Kysely<Tables>, since: number): Promise<readonly CastVote[]> {
  const rows = await db
    .selectFrom("vote")
    .innerJoin("exchange", "exchange.id", "vote.exchange")
    .select(["vote.vote", "vote.voter", "vote.created", "exchange.platform", "exchange.question", "exchange.actions"])
    .select(["exchange.source", "exchange.in_public"])
    .where("vote.created", ">=", since)
    .orderBy("vote.created")
    .orderBy("vote.exchange")
    .orderBy("vote.voter")
    .execute();
  return rows.map(({ vote, voter, created, platform, question, actions, source, in_public }) => ({
    platform: platform as CastVote["platform"],
    user: voter,
    vote: vote as CastVote["vote"],
    question: question ?? questionOf(actions),
    source,
    isPrivate: in_public !== 1,
    created: Number(created),
  }));
}

/** The question that a further page of an answer has in its buttons only. */
function questionOf(actions: string): string | null {
  for (const { options } of JSON.parse(actions) as { options: Record<string, unknown> }[]) {
    if (typeof options["question"] === "string") return options["question"];
  }
  return null;
}
