import type { Kysely } from "kysely";
import type { Escalation, Platform } from "./store.ts";
import type { Tables } from "./tables.ts";

/** @returns whether it is the first of its exchange, from any process: else it is not saved */
export async function saveEscalation(db: Kysely<Tables>, { user, isPrivate, ...row }: Escalation): Promise<boolean> {
  const saved = await db
    .insertInto("escalation")
    .values({ ...row, requester: user, is_private: isPrivate ? 1 : 0 })
    .onConflict((conflict) => conflict.column("exchange").doNothing())
    .returning("id")
    .executeTakeFirst();
  return saved !== undefined;
}

/** @param by its own id, or what names its post in the channel of a platform */
export async function findEscalation(
  db: Kysely<Tables>,
  by: { readonly id: string } | { readonly platform: Platform; readonly post: string },
): Promise<Escalation | null> {
  const all = db.selectFrom("escalation").selectAll();
  const wanted =
    "id" in by ? all.where("id", "=", by.id) : all.where("platform", "=", by.platform).where("post", "=", by.post);
  const row = await wanted.executeTakeFirst();
  if (row === undefined) return null;
  const { requester, is_private, platform, created, ...rest } = row;
  return {
    ...rest,
    platform: platform as Platform,
    user: requester,
    isPrivate: is_private === 1,
    created: Number(created),
  };
}

/** Notes what names its post, or takes it back where there is none: it may then be tried again. */
export async function settleEscalation(db: Kysely<Tables>, id: string, post: string | null): Promise<void> {
  if (post === null) await db.deleteFrom("escalation").where("id", "=", id).execute();
  else await db.updateTable("escalation").set({ post }).where("id", "=", id).execute();
}
