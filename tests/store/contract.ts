import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leaning } from "../../src/store/leaning.ts";
import type { Exchange, Person, Store, UnansweredQuestion } from "../../src/store/store.ts";

/** Somewhere empty that a store can be opened, by several connections and again later. */
export interface Place {
  connect(): Promise<Store>;
}

const exchange: Exchange = {
  id: "abc123",
  platform: "discord",
  workspace: "100",
  channel: "200",
  conversation: "300",
  user: "400",
  question: "Who proposed “expelling” 35 diplomats? 🦊 O'Brien",
  answered: true,
  visibility: "public",
  history: ["Who is Lavrov?", "When?"],
  actions: [
    { role: "sources", label: "Sources", command: "sources", options: { cited: "Who?" } },
    { label: "More", command: "ask", options: { question: "Who?", from: 3, private: true } },
  ],
  created: 1_700_000_000_123,
};

const unanswered: UnansweredQuestion = {
  id: "u1",
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  user: "U1",
  question: "who feeds the penguins",
  confidence: 0.125,
  index: "f00",
  created: 1_000,
};

/** What any store must do. @param makePlace gives a new, empty place for each test */
export function storeContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name} keeps the store's contract`, () => {
    let place: Place;
    let store: Store;
    const opened: Store[] = [];

    async function connect(): Promise<Store> {
      const connected = await place.connect();
      opened.push(connected);
      return connected;
    }

    beforeEach(async () => {
      place = await makePlace();
      store = await connect();
    });

    afterEach(async () => {
      for (const connected of opened.splice(0)) await connected.close();
    });

    it("gives an exchange back as it was saved, to another connection too", async () => {
      await store.saveExchange(exchange);
      expect(await store.findExchange("abc123")).toEqual(exchange);
      expect(await (await connect()).findExchange("abc123")).toEqual(exchange);
    });

    it("keeps what is absent absent", async () => {
      const bare: Exchange = {
        ...exchange,
        workspace: null,
        question: null,
        answered: false,
        history: [],
        actions: [],
      };
      await store.saveExchange(bare);
      expect(await store.findExchange("abc123")).toEqual(bare);
      expect(await store.findExchange("abc12")).toBeNull();
    });

    it("refuses a second exchange of the same id, and keeps the first", async () => {
      await store.saveExchange(exchange);
      await expect(store.saveExchange({ ...exchange, user: "someone else" })).rejects.toThrow();
      expect((await store.findExchange("abc123"))?.user).toBe("400");
    });

    it("still has everything when it is opened again", async () => {
      await store.saveExchange(exchange);
      await store.saveVote({ exchange: "abc123", user: "400", vote: "up", created: 1 });
      await store.isFirstDelivery("event-1", 1);
      await store.close();
      opened.splice(0);
      const again = await connect();
      expect(await again.findExchange("abc123")).toEqual(exchange);
      expect(await again.countVotes("abc123")).toEqual({ up: 1, down: 0 });
      expect(await again.isFirstDelivery("event-1", 2)).toBe(false);
    });

    it("gives the last questions of one conversation of one platform, oldest first", async () => {
      const asked = async (id: string, question: string | null, created: number, more: Partial<Exchange> = {}) =>
        store.saveExchange({ ...exchange, id, question, created, ...more });
      await asked("a", "first", 1);
      await asked("c", "third", 3);
      await asked("b", "second", 2);
      await asked("d", null, 4);
      await asked("e", "elsewhere", 5, { conversation: "301" });
      await asked("f", "on Slack", 6, { platform: "slack" });
      expect(await store.history("discord", "300", 5)).toEqual(["first", "second", "third"]);
      expect(await store.history("discord", "300", 2)).toEqual(["second", "third"]);
      expect(await store.history("discord", "302", 5)).toEqual([]);
    });

    it("knows the conversations it has answered in", async () => {
      await store.saveExchange(exchange);
      expect(await store.knowsConversation("discord", "300")).toBe(true);
      expect(await store.knowsConversation("slack", "300")).toBe(false);
      expect(await store.knowsConversation("discord", "30")).toBe(false);
    });

    it("counts the last vote of each user, for each exchange", async () => {
      const vote = (id: string, user: string, up: boolean) =>
        store.saveVote({ exchange: id, user, vote: up ? "up" : "down", created: 1 });
      expect(await vote("abc123", "1", true)).toBe(true);
      await vote("abc123", "2", true);
      await vote("other", "1", true);
      expect(await store.countVotes("abc123")).toEqual({ up: 2, down: 0 });
      // It tells whether anything changes.
      expect(await vote("abc123", "1", false)).toBe(true);
      expect(await vote("abc123", "1", false)).toBe(false);
      expect(await store.countVotes("abc123")).toEqual({ up: 1, down: 1 });
      expect(await store.countVotes("none")).toEqual({ up: 0, down: 0 });
    });

    it("offers what two people asked in public in that server or workspace, and was answered, the most asked first", async () => {
      let id = 0;
      const ask = (question: string, user: string, more: Partial<Exchange> = {}, inPublic = true) =>
        store.saveExchange({ ...exchange, id: `q${++id}`, question, user, ...more }, { inPublic });
      await ask("who is Lavrov?", "1", { created: exchange.created + 1 });
      await ask("Who  is lavrov", "2", { created: exchange.created + 2 });
      for (const user of ["1", "2", "3"]) await ask("What did Putin decide?", user);
      for (const user of ["1", "1", "1"]) await ask("asked by one person alone", user);
      for (const user of ["1", "2"]) await ask("asked in private", user, { visibility: "private" });
      for (const user of ["1", "2"]) await ask("without an answer", user, { answered: false });
      for (const user of ["1", "2"]) await ask("asked where not everyone reads", user, {}, false);
      for (const user of ["1", "2"]) await ask("asked in another server", user, { workspace: "101" });
      for (const user of ["1", "2"]) await ask("asked in no server", user, { workspace: null });
      for (const user of ["1", "2"]) await ask("asked on Slack", user, { platform: "slack" });
      await ask("asked by one here and one there", "1");
      await ask("asked by one here and one there", "2", { workspace: "101" });
      await store.saveExchange({ ...exchange, id: "unsaid", question: "asked by one person alone", user: "2" });
      const popular = await store.popularQuestions("discord", "100", 10);
      expect(popular).toHaveLength(2);
      expect(popular[0]).toBe("What did Putin decide?");
      expect(popular[1]).toMatch(/^who {1,2}is lavrov\??$/i);
      expect(await store.popularQuestions("discord", "100", 1)).toEqual(["What did Putin decide?"]);
      expect(await store.popularQuestions("discord", "101", 10)).toEqual(["asked in another server"]);
      expect(await store.popularQuestions("slack", "100", 10)).toEqual(["asked on Slack"]);
      expect(await store.popularQuestions("slack", "101", 10)).toEqual([]);
    });

    it("grants a claim once, whoever asks", async () => {
      const other = await connect();
      const granted = await Promise.all([store, other, store, other].map((each) => each.isFirstDelivery("event-1", 1)));
      expect(granted.filter(Boolean)).toHaveLength(1);
      expect(await other.isFirstDelivery("event-2", 1)).toBe(true);
    });

    it("takes a question that was not answered, once an id", async () => {
      await store.saveUnanswered(unanswered);
      await expect(store.saveUnanswered(unanswered)).rejects.toThrow();
    });

    describe("what was asked", () => {
      const result = { isAnswered: true, confidence: 0.75, milliseconds: 12.4, source: "rules" };

      it("is listed since a time, in order, each question once, with what came of it", async () => {
        await store.saveExchange({ ...exchange, id: "a", created: 2_000 }, { inPublic: true, result });
        await store.saveExchange(
          { ...exchange, id: "page", question: null, created: 2_100 },
          { inPublic: true, result },
        );
        await store.saveExchange({ ...exchange, id: "old", created: 999 }, { inPublic: true, result });
        const missed = { ...result, isAnswered: false, source: null };
        await store.saveExchange({ ...exchange, id: "b", created: 1_001 }, { inPublic: true, result: missed });
        await store.saveUnanswered({ ...unanswered, milliseconds: 7.6, inPublic: true });
        expect(await store.listAsked(1_000)).toEqual([
          {
            platform: "slack",
            user: "U1",
            question: unanswered.question,
            isAnswered: false,
            confidence: 0.125,
            milliseconds: 8,
            source: null,
            isPrivate: false,
            created: 1_000,
          },
          {
            platform: "discord",
            user: exchange.user,
            question: exchange.question,
            isAnswered: true,
            confidence: 0.75,
            milliseconds: 12,
            source: "rules",
            // It was asked in public, and answered to one person alone.
            isPrivate: exchange.visibility === "private",
            created: 2_000,
          },
        ]);
      });

      it("is private unless all there can read it", async () => {
        const saved = { ...exchange, visibility: "public" } as const;
        await store.saveExchange({ ...saved, id: "closed" }, { inPublic: false, result });
        await store.saveExchange({ ...saved, id: "alone", visibility: "private" }, { inPublic: true, result });
        await store.saveExchange({ ...saved, id: "open" }, { inPublic: true, result });
        await store.saveUnanswered({ ...unanswered, id: "u1", created: exchange.created });
        expect((await store.listAsked(0)).map(({ isPrivate }) => isPrivate)).toEqual([true, true, false, true]);
      });

      it("has its votes, each with the question it is on", async () => {
        const saved = { ...exchange, visibility: "public" } as const;
        await store.saveExchange({ ...saved, id: "a" }, { inPublic: true, result });
        const actions = [{ label: "More", command: "ask", options: { question: "who else?", from: 3 } }];
        await store.saveExchange({ ...saved, id: "page", question: null, actions });
        await store.saveVote({ exchange: "a", user: "1", vote: "down", created: 1_000 });
        await store.saveVote({ exchange: "page", user: "2", vote: "up", created: 1_001 });
        await store.saveVote({ exchange: "a", user: "3", vote: "up", created: 999 });
        await store.saveVote({ exchange: "expired", user: "1", vote: "up", created: 1_002 });
        const of = { platform: exchange.platform } as const;
        expect(await store.listVotes(1_000)).toEqual([
          {
            ...of,
            user: "1",
            vote: "down",
            question: exchange.question,
            source: "rules",
            isPrivate: false,
            created: 1_000,
          },
          { ...of, user: "2", vote: "up", question: "who else?", source: null, isPrivate: true, created: 1_001 },
        ]);
      });

      it("is deleted with its person, figures and all", async () => {
        await store.saveExchange({ ...exchange, id: "a", user: "U1" }, { inPublic: true, result });
        await store.saveUnanswered({ ...unanswered, platform: exchange.platform, workspace: exchange.workspace });
        await store.forgetPerson({ platform: exchange.platform, workspace: exchange.workspace, user: "U1" });
        expect(await store.listAsked(0)).toEqual([]);
      });
    });

    describe("what is stored of a person", () => {
      const ann: Person = { platform: "slack", workspace: "T1", user: "U1" };
      const onSlack = {
        ...exchange,
        platform: "slack",
        workspace: "T1",
        channel: "C1",
        history: [],
        actions: [],
      } as const;
      const more = (question: string) => [{ label: "More", command: "ask", options: { question, from: 3 } }];

      /** A thread of two people, pages of answers, votes, and the same id in another workspace and on the other platform. */
      async function fill(): Promise<void> {
        const save = (id: string, user: string, given: Partial<Exchange>) =>
          store.saveExchange({ ...onSlack, id, user, conversation: "thread", ...given }, { inPublic: true });
        await save("a1", "U1", { question: "ann asks", created: 1, actions: more("ann asks") });
        await save("b1", "U2", { question: "ben asks", history: ["ann asks"], created: 2, actions: more("ben asks") });
        await save("b2", "U2", { question: null, history: [], created: 3, actions: more("ann asks") });
        await save("a2", "U1", { question: null, history: ["ann asks"], created: 4, actions: more("ben asks") });
        await save("a3", "U1", { question: "ann alone", conversation: "a3", visibility: "private", created: 5 });
        await save("b3", "U2", { question: "later", history: ["ben asks", "ann asks", "ann alone"], created: 6 });
        await save("c1", "U1", { question: "ann asks", workspace: "T2", conversation: "other", created: 7 });
        await save("d1", "U1", { question: "ann asks", platform: "discord", conversation: "thread", created: 8 });
        await store.saveUnanswered({ ...unanswered, id: "u1", question: "ann alone" });
        await store.saveUnanswered({ ...unanswered, id: "u2", question: "ann misses", created: 9 });
        await store.saveUnanswered({ ...unanswered, id: "u3", user: "U2" });
        await store.saveUnanswered({ ...unanswered, id: "u4", workspace: "T2" });
        const vote = (id: string, user: string) => store.saveVote({ exchange: id, user, vote: "up", created: 1 });
        for (const id of ["a1", "b1", "c1", "d1", "expired"]) await vote(id, "U1");
        for (const id of ["a1", "b1"]) await vote(id, "U2");
      }

      it("is listed: their questions, newest first, their votes, and replies with buttons", async () => {
        await fill();
        expect(await store.listPersonal(ann)).toEqual({
          questions: [
            { question: "ann misses", created: 9, isPrivate: false },
            { question: "ann alone", created: 5, isPrivate: true },
            { question: "ann asks", created: 1, isPrivate: false },
          ],
          unanswered: 2,
          replies: 3,
          votes: 3,
          escalated: 0,
        });
        expect((await store.listPersonal({ ...ann, workspace: null })).replies).toBe(4);
        const nobody = { questions: [], unanswered: 0, replies: 0, votes: 0, escalated: 0 };
        expect(await store.listPersonal({ ...ann, user: "U9" })).toEqual(nobody);
      });

      it("is deleted whole, what others have of it too, and nothing else", async () => {
        await fill();
        expect(await store.forgetPerson(ann)).toBeGreaterThan(0);
        const nothing = { questions: [], unanswered: 0, replies: 0, votes: 0, escalated: 0 };
        expect(await store.listPersonal(ann)).toEqual(nothing);
        for (const id of ["a1", "a2", "a3", "b2"]) expect(await store.findExchange(id)).toBeNull();
        expect(await store.findExchange("b1")).toMatchObject({ question: "ben asks", history: [] });
        // "ann alone" was asked in a conversation of its own: the same words here are Ben's.
        expect((await store.findExchange("b3"))?.history).toEqual(["ben asks", "ann alone"]);
        expect(await store.history("slack", "thread", 5)).toEqual(["ben asks", "later"]);
        expect(await store.countVotes("a1")).toEqual({ up: 0, down: 0 });
        expect(await store.countVotes("b1")).toEqual({ up: 1, down: 0 });
        expect(await store.countVotes("expired")).toEqual({ up: 0, down: 0 });
        const elsewhere = { ...ann, workspace: "T2" };
        expect(await store.listPersonal(elsewhere)).toMatchObject({ replies: 1, votes: 1, unanswered: 1 });
        expect(await store.listPersonal({ ...ann, platform: "discord" })).toMatchObject({ replies: 1, votes: 1 });
        expect((await store.findExchange("d1"))?.question).toBe("ann asks");
        expect(await store.listPersonal({ ...ann, user: "U2" })).toMatchObject({ votes: 1, replies: 2, unanswered: 1 });
        expect(await store.forgetPerson(ann)).toBe(0);
      });

      it("counts a question without an answer once that leans on an earlier one", async () => {
        await store.saveExchange({ ...onSlack, id: "a", user: "U1", question: "why?", conversation: "thread" });
        await store.saveUnanswered({ ...unanswered, question: leaning("ben asks → this", "why?") });
        const { questions } = await store.listPersonal(ann);
        expect(questions.map(({ question }) => question)).toEqual(["why?"]);
      });

      it("is taken away from before the questions of others that lean on theirs", async () => {
        const asked = { ...onSlack, user: "U1", question: "ann asks → this", conversation: "thread" };
        await store.saveExchange({ ...asked, id: "a" });
        await store.saveUnanswered({ ...unanswered, id: "u1", user: "U2", question: leaning(asked.question, "why?") });
        const elsewhere = { user: "U2", channel: "C2", question: leaning(asked.question, "who?") };
        await store.saveUnanswered({ ...unanswered, ...elsewhere, id: "u2" });
        await store.forgetPerson(ann);
        const { questions } = await store.listPersonal({ ...ann, user: "U2" });
        expect(questions.map(({ question }) => question).sort()).toEqual(["ann asks → this → who?", "why?"]);
      });

      it("is taken out of what others put before people, or may yet by a button", async () => {
        const thread = { ...onSlack, conversation: "thread" };
        await store.saveExchange({ ...thread, id: "a", user: "U1", question: "ann asks → this" });
        const question = leaning("ann asks → this", "why?");
        const action = {
          role: "escalate",
          label: "Ask a person",
          command: "ask",
          options: { question, private: true },
        };
        await store.saveExchange({ ...thread, id: "b", user: "U2", question: "why?", actions: [action] });
        const row = {
          platform: "slack",
          workspace: "T1",
          channel: "C1",
          message: null,
          post: "1.0",
          created: 1,
        } as const;
        await store.saveEscalation({ ...row, id: "e", exchange: "b", user: "U2", question, isPrivate: false });
        await store.forgetPerson(ann);
        const { actions } = (await store.findExchange("b")) ?? {};
        expect(actions).toEqual([{ ...action, options: { question: "why?", private: true } }]);
        expect(await store.findEscalation({ id: "e" })).toMatchObject({ user: "U2", question: "why?" });
      });
    });

    it("deletes what is older than a time, of every kind, and nothing else", async () => {
      await store.saveExchange({ ...exchange, id: "old", created: 999 });
      await store.saveExchange({ ...exchange, id: "new", created: 1_000 });
      await store.saveVote({ exchange: "old", user: "1", vote: "up", created: 999 });
      await store.saveVote({ exchange: "new", user: "1", vote: "up", created: 1_000 });
      await store.saveUnanswered({ ...unanswered, id: "u0", created: 999 });
      await store.saveUnanswered(unanswered);
      await store.isFirstDelivery("old", 999);
      await store.isFirstDelivery("new", 1_000);
      expect(await store.expire(1_000)).toBe(4);
      expect(await store.findExchange("old")).toBeNull();
      expect(await store.findExchange("new")).not.toBeNull();
      expect(await store.countVotes("old")).toEqual({ up: 0, down: 0 });
      expect(await store.countVotes("new")).toEqual({ up: 1, down: 0 });
      expect(await store.isFirstDelivery("old", 1_001)).toBe(true);
      expect(await store.isFirstDelivery("new", 1_001)).toBe(false);
      expect(await store.expire(1_000)).toBe(0);
    });
  });
}
