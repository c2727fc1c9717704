import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { readText, toRequest } from "../../src/slack/incoming.ts";

describe("the text of a message from Slack", () => {
  it.each([
    ["<@UBOT> who was it?", "who was it?"],
    ["hello <@UBOT|attache>, who was it?", "hello , who was it?"],
    ["what did <@U2|ann> and <@U3> say in <#C1|general>?", "what did @ann and @someone say in #general?"],
    ["<https://example.org/a?b=1&amp;c=2|the report> and <https://example.org>", "the report and https://example.org"],
    ["<!here> R&amp;D &lt;b&gt;", "@here R&D <b>"],
    ["<!date^1392734382^{date}|18 February> was when?", "18 February was when?"],
    ["two\nlines", "two lines"],
    ["is 5 < 6 and 7 > 3?", "is 5 < 6 and 7 > 3?"],
    ["what does <b> do in R&D", "what does <b> do in R&D"],
    ["a<-b>c", "a<-b>c"],
    ["<mailto:a@example.org|a@example.org> or <tel:+491|49 1>", "a@example.org or 49 1"],
  ])("%j is read as %j", (sent, read) => {
    expect(readText(sent, "UBOT")).toBe(read);
  });

  it.each([
    ["help", "help"],
    ["Sources", "sources"],
    ["/help", "help"],
    ["help me find Lavrov", "ask"],
    ["feedback", "ask"],
    ["", "ask"],
  ])("%j runs %s", (text, command) => {
    expect(toRequest(text, commands).command).toBe(command);
  });
});
