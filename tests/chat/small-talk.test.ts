import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands } from "../../commands/index.ts";
import { readSmallTalk } from "../../src/chat/small-talk/read.ts";
import { dispatch } from "../../src/dispatch.ts";
import { openKnowledge } from "../../src/index.ts";
import { knowledgeFolder } from "../helpers/program.ts";

/** Written before the code that tells them apart, by somebody who had not seen any of it. */
const { utterances, questions } = z
  .strictObject({ utterances: z.array(z.string()).length(150), questions: z.array(z.string()).length(150) })
  .parse(JSON.parse(readFileSync(new URL("small-talk.json", import.meta.url), "utf8")));

describe("small talk", async () => {
  const knowledge = await openKnowledge({ folder: knowledgeFolder });

  async function ask(question: string) {
    let searched = false;
    const context = {
      knowledge,
      history: [],
      formatCommand: (name: string) => `/${name}`,
      feedback: { vote: () => {} },
    };
    const onAnswer = () => {
      searched = true;
    };
    const request = { command: "ask", input: { values: { question } } };
    const { reply } = await dispatch(commands, request, { ...context, onAnswer }, (error) =>
      expect.unreachable(String(error)),
    );
    return { reply, searched };
  }

  it("is none of the documents' business: one line, no search and no quote", async () => {
    const searched: string[] = [];
    for (const utterance of utterances) {
      const { reply, searched: was } = await ask(utterance);
      if (was) searched.push(utterance);
      expect(reply.items).toHaveLength(1);
      expect(reply.summary.length).toBeLessThan(200);
    }
    expect(searched).toEqual([]);
  });

  it("is never a question that begins or ends with such words, or is made of them", () => {
    expect(questions.filter((question) => readSmallTalk(question).smallTalk !== null)).toEqual([]);
  });

  it.each([
    ["hi, who proposed expelling 35 diplomats?", "who proposed expelling 35 diplomats?"],
    ["Thanks! And when was the vote?", "And when was the vote?"],
    ["ok so how much is the fee", "how much is the fee"],
    ["how do I get to the west gate? thx!!", "how do I get to the west gate?"],
    ["which version dropped Python 3.8 pls and thank you 🙏", "which version dropped Python 3.8"],
    ["hey there is no wifi in room 204", "hey there is no wifi in room 204"],
    ["hello kitty opening hours", "hello kitty opening hours"],
    ["who said thanks", "who said thanks"],
    ["what does OK mean", "what does OK mean"],
    ["wait what is the limit", "what is the limit"],
    ["ok, “who” is meant?", "“who” is meant?"],
    ["すみません、締め切りはいつですか", "締め切りはいつですか"],
  ])("is taken off around a question: %s", (message, question) => {
    expect(readSmallTalk(message)).toEqual({ question, smallTalk: null });
  });

  it.each([
    ["who are you?", "about"],
    ["heeelp!!", "about"],
    ["tell me a joke", "wish"],
    ["ok thanks, bye!", "thanks"],
    ["👍🏽", "reply"],
    [":thumbsup:", "reply"],
    ["<3", "reply"],
    ["gooood bot", "praise"],
    ["hahahaha", "laughter"],
    ["you are wrong", "scolding"],
    ["guten Morgen zusammen", "greeting"],
    ["спасибо!", "thanks"],
    ["ありがとう", "thanks"],
    ["", null],
    ["?!", null],
    ["trash", null],
    ["and when?", null],
    ["why not?", null],
  ])("is told what it is for: %j", (message, kind) => {
    expect(readSmallTalk(message).smallTalk).toBe(kind);
  });

  it("is told in no time, however long a message is that is nearly small talk", () => {
    const long = `${"ok thanks so much ".repeat(300)}who pays`;
    const start = performance.now();
    readSmallTalk(long);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
