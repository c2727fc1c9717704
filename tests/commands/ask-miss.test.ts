import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { dispatch } from "../../src/dispatch.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { actionsOf } from "../../src/replies/actions.ts";
import type { Reply } from "../../src/replies/reply.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const event = await openKnowledge({ folder: knowledgeFolder });
const bakery = await openKnowledge({
  documents: [
    {
      id: "backstube",
      title: "Die Backstube am Markt",
      text: "Die Backstube öffnet am Montag um sechs Uhr. Am Sonntag ist sie geschlossen. Die Leiterin ist Frau Petra Kolbe, die den Laden von ihrer Mutter übernommen hat. Ein Roggenbrot kostet vier Euro, und das Mehl kommt aus der Mühle von Oberau.",
    },
  ],
});

async function ask(question: string, knowledge: Knowledge = event): Promise<Reply> {
  const request = { command: "ask", input: { values: { question } } };
  const { reply } = await dispatch(commands, request, contextOf(knowledge), (error) =>
    expect.unreachable(String(error)),
  );
  return reply;
}

const offered = (reply: Reply) => actionsOf(reply).filter(({ role }) => role === "question");

describe("a question without an answer", () => {
  it("is offered up to three others, each of which the documents do answer", async () => {
    const reply = await ask("does Kellyanne Conway keep penguins at home");
    const questions = offered(reply);
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.length).toBeLessThanOrEqual(3);
    for (const { command, label, options } of questions) {
      expect({ command, options }).toEqual({ command: "ask", options: { question: label } });
      expect((await event.ask(label)).status).toBe("answered");
    }
  });

  it("is offered those first that share its words", async () => {
    const [first] = offered(await ask("does Jill Dougherty keep penguins"));
    expect(first?.label).toContain("Jill Dougherty");
  });

  it("is never offered itself, nor one person twice", async () => {
    const question = "what did the penguin say";
    const labels = offered(await ask(question)).map(({ label }) => label);
    expect(labels).not.toContain(question);
    const subjects = labels.map((label) => label.replace(/^(?:who is|what did) | say$/g, ""));
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it("is offered them as lines where there are no buttons", async () => {
    const reply = await ask("does Kellyanne Conway keep penguins at home");
    const [first] = offered(reply);
    expect(renderTerminal(reply, { width: 80, color: false })).toContain(`  › ${first?.label}`);
  });

  it("is offered some where nothing at all comes near", async () => {
    expect((await event.ask("zzyzx")).excerpts).toEqual([]);
    expect(offered(await ask("zzyzx")).length).toBeGreaterThan(0);
  });
});

describe("a question in another language than the documents'", () => {
  it.each([
    ["wann öffnet die Schule wieder", /Englisch/],
    ["по чьему предложению закрыли бассейн и когда", /английский/],
    ["水泳プールは何時に開きますか", /英語/],
  ])("is told so in that language, without the words that stand nowhere: %s", async (question, told) => {
    const reply = await ask(question);
    expect(reply.items[0]).toMatchObject({ kind: "notice", text: expect.stringMatching(told) });
    expect(reply.summary).toMatch(told);
    expect(JSON.stringify(reply)).not.toContain("In no document");
    expect(offered(reply).length).toBeGreaterThan(0);
  });

  it("is told what the documents are written in, whatever that is", async () => {
    expect((await ask("who is the owner of the swimming pool", bakery)).summary).toMatch(/in German/);
    expect((await ask("à quelle heure ouvre la piscine", bakery)).summary).toMatch(/en allemand/);
  });

  it("is nothing of the kind where the documents are written in it", async () => {
    expect((await ask("wann ist das Schwimmbad offen", bakery)).summary).toMatch(/^(?:The documents|I am not sure)/);
  });

  it("is answered where it can be, by a name or a number", async () => {
    const reply = await ask("Lawrow 35 Diplomaten");
    expect(reply.summary).not.toMatch(/Englisch/);
  });
});
