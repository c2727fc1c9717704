import { type Insertable, type Kysely, type Selectable, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { listAsked, listVotes } from "./asked.ts";
import { findEscalation, saveEscalation, settleEscalation } from "./escalations.ts";
import { migrations } from "./migrations.ts";
import { forgetPerson, listPersonal } from "./personal.ts";
import type {
  AskedQuestion,
  Asking,
  CastVote,
  Escalation,
  Exchange,
  Person,
  Platform,
  Store,
  StoredOfPerson,
  UnansweredQuestion,
  Vote,
} from "./store.ts";
import type { Tables } from "./tables.ts";

/** People who must have asked a question before others are offered it. */
const MIN_ASKERS = 2;

/** Brings a database's schema up to date, each step whole or not at all. @throws what stopped it */
export async function migrate(db: Kysely<Tables>, steps = migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** A store in any database that Kysely speaks to with `ON CONFLICT` and `RETURNING`: SQLite, Postgres. */
interface SqlStoreOptions {
  readonly onDeleted?: () => void;
  readonly lasts?: boolean;
}

export class SqlStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #onDeleted: () => void;
  readonly #lasts: boolean;

  /**
   * @param db a database that `migrate` has brought up to date; the store closes it
   * @param options.onDeleted called when somebody's data was deleted and no trace of it is to stay
   * @param options.lasts whether it outlives this process
   */
  constructor(db: Kysely<Tables>, { onDeleted = () => {}, lasts = true }: SqlStoreOptions = {}) {
    this.#db = db;
    this.#onDeleted = onDeleted;
    this.#lasts = lasts;
  }

  async isReady(): Promise<boolean> {
    try {
      // A file that can only be read complains, though nothing is deleted.
      await this.#db.deleteFrom("claim").where(sql<boolean>`false`).execute();
      return this.#lasts;
    } catch {
      return false;
    }
  }

  async saveExchange(exchange: Exchange, asked: Asking = { inPublic: false }): Promise<void> {
    await this.#db.insertInto("exchange").values(toRow(exchange, asked)).execute();
  }

  async findExchange(id: string): Promise<Exchange | null> {
    const row = await this.#db.selectFrom("exchange").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  }

  async history(platform: Platform, conversation: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom("exchange")
      .select("question")
      .where("platform", "=", platform)
      .where("conversation", "=", conversation)
      .where("question", "is not", null)
      .orderBy("created", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return rows.flatMap(({ question }) => question ?? []).reverse();
  }

  async knowsConversation(platform: Platform, conversation: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom("exchange")
      .select("id")
      .where("platform", "=", platform)
      .where("conversation", "=", conversation)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  async saveVote({ exchange, user, vote, created }: Vote): Promise<boolean> {
    const row = await this.#db
      .insertInto("vote")
      .values({ exchange, voter: user, vote, created })
      .onConflict((conflict) =>
        conflict.columns(["exchange", "voter"]).doUpdateSet({ vote, created }).where("vote.vote", "<>", vote),
      )
      .returning("exchange")
      .executeTakeFirst();
    return row !== undefined;
  }

  async countVotes(exchange: string): Promise<{ up: number; down: number }> {
    const rows = await this.#db
      .selectFrom("vote")
      .select(({ fn }) => ["vote", fn.countAll().as("votes")])
      .where("exchange", "=", exchange)
      .groupBy("vote")
      .execute();
    const count = (wanted: string) => Number(rows.find(({ vote }) => vote === wanted)?.votes ?? 0);
    return { up: count("up"), down: count("down") };
  }

  async saveUnanswered({
    index,
    user,
    milliseconds,
    inPublic = false,
    ...question
  }: UnansweredQuestion): Promise<void> {
    const measured = { milliseconds: milliseconds === undefined ? null : Math.round(milliseconds) };
    await this.#db
      .insertInto("unanswered")
      .values({ ...question, ...measured, in_public: inPublic ? 1 : 0, requester: user, fingerprint: index })
      .execute();
  }

  listAsked(since: number): Promise<readonly AskedQuestion[]> {
    return listAsked(this.#db, since);
  }

  listVotes(since: number): Promise<readonly CastVote[]> {
    return listVotes(this.#db, since);
  }

  async popularQuestions(platform: Platform, workspace: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom("exchange")
      .select(({ fn }) => [
        fn.max("question").as("question"),
        fn.count("requester").distinct().as("askers"),
        fn.max("created").as("latest"),
      ])
      .where("platform", "=", platform)
      .where("workspace", "=", workspace)
      .where("topic", "is not", null)
      .groupBy("topic")
      .having(({ fn }) => fn.count("requester").distinct(), ">=", MIN_ASKERS)
      .orderBy("askers", "desc")
      .orderBy("latest", "desc")
      .limit(limit)
      .execute();
    return rows.flatMap(({ question }) => question ?? []);
  }

  listPersonal(person: Person): Promise<StoredOfPerson> {
    return listPersonal(this.#db, person);
  }

  async forgetPerson(person: Person): Promise<number> {
    const deleted = await forgetPerson(this.#db, person);
    if (deleted > 0) this.#onDeleted();
    return deleted;
  }

  saveEscalation(escalation: Escalation): Promise<boolean> {
    return saveEscalation(this.#db, escalation);
  }

  findEscalation(by: Parameters<Store["findEscalation"]>[0]): Promise<Escalation | null> {
    return findEscalation(this.#db, by);
  }

  settleEscalation(id: string, post: string | null): Promise<void> {
    return settleEscalation(this.#db, id, post);
  }

  async isFirstDelivery(key: string, now: number): Promise<boolean> {
    const row = await this.#db
      .insertInto("claim")
      .values({ name: key, created: now })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .returning("name")
      .executeTakeFirst();
    return row !== undefined;
  }

  async expire(before: number): Promise<number> {
    let deleted = 0n;
    for (const table of ["exchange", "vote", "unanswered", "escalation", "claim"] as const) {
      const { numDeletedRows } = await this.#db.deleteFrom(table).where("created", "<", before).executeTakeFirst();
      deleted += numDeletedRows;
    }
    return Number(deleted);
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}

function toRow({ user, ...exchange }: Exchange, { inPublic, result }: Asking): Insertable<Tables["exchange"]> {
  const { question, answered, visibility, history, actions } = exchange;
  const shown = inPublic && visibility === "public";
  return {
    ...exchange,
    requester: user,
    answered: answered ? 1 : 0,
    topic: shown && answered && question !== null ? topicOf(question) : null,
    status: result === undefined ? null : result.isAnswered ? "answered" : "unanswered",
    confidence: result?.confidence ?? null,
    milliseconds: result === undefined ? null : Math.round(result.milliseconds),
    source: result?.source ?? null,
    in_public: shown ? 1 : 0,
    history: JSON.stringify(history),
    actions: JSON.stringify(actions),
  };
}

function fromRow(row: Selectable<Tables["exchange"]>): Exchange {
  const { id, workspace, channel, conversation, question } = row;
  return {
    id,
    platform: row.platform as Platform,
    workspace,
    channel,
    conversation,
    user: row.requester,
    question,
    answered: row.answered === 1,
    visibility: row.visibility as Exchange["visibility"],
    history: JSON.parse(row.history),
    actions: JSON.parse(row.actions),
    created: Number(row.created),
  };
}

function topicOf(question: string): string {
  const topic = question.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return topic.replace(/[\s?!.…]+$/, "");
}
