import type { RichTextBlockElement } from "@slack/types";
import { describe, expect, it } from "vitest";
import { ask } from "../../commands/ask.ts";
import { buttonId } from "../../src/chat/bot.ts";
import { openKnowledge } from "../../src/index.ts";
import type { ExcerptItem, Reply } from "../../src/replies/reply.ts";
import { notification, renderSlack, type SlackMessage } from "../../src/slack/render.ts";
import { describeRenderer } from "../replies/contract.ts";
import { messageProblems, textProblems } from "./blocks.ts";
import { visibleText } from "./visible.ts";

const button = (index: number) => buttonId("exchange", index);

describeRenderer<SlackMessage>({
  platform: "Slack",
  render: (reply) => renderSlack(reply, { button }),
  problems: ({ text, blocks }) => [...textProblems(text), ...messageProblems(blocks)],
  visibleText: ({ blocks }) => visibleText(blocks),
  codes: ({ blocks }) => richElements(blocks).flatMap((element) => (isCode(element) ? visibleText(element) : [])),
  items: ({ blocks }) => richElements(blocks).flatMap(itemsOf),
});

function richElements(blocks: SlackMessage["blocks"]): RichTextBlockElement[] {
  return blocks.flatMap((block) => (block.type === "rich_text" ? block.elements : []));
}

function isCode({ type }: RichTextBlockElement): boolean {
  return type === "rich_text_preformatted";
}

/** Slack counts from the offset; a number that is written out stands for itself, whatever the bullet. */
function itemsOf(element: RichTextBlockElement): string[] {
  if (element.type !== "rich_text_list") return [];
  const { offset = 0, indent = 0, style, elements } = element as typeof element & { offset?: number };
  return elements.map((item, i) => {
    const words = visibleText(item);
    const bullet = style === "ordered" ? `${offset + i + 1}. ` : /^\d+\. /.test(words) ? "" : "• ";
    return `${"  ".repeat(indent)}${bullet}${words}`;
  });
}

describe("an answer in Slack", async () => {
  const knowledge = await openKnowledge({ folder: "knowledge" });
  const context = { knowledge, history: [], formatCommand: (name: string) => `/${name}`, feedback: { vote: () => {} } };
  const question = "who proposed expelling 35 diplomats";
  const reply = (await ask.run(
    { question, private: false, limit: undefined, from: undefined, quoted: undefined },
    context,
  )) as Reply;
  const { text, blocks } = renderSlack(reply, { button });
  const best = reply.items.find((item): item is ExcerptItem => item.kind === "excerpt");

  it("opens with the quote, its answer sentence bold, under the document's own title", () => {
    const [first] = blocks;
    if (first?.type !== "rich_text" || best === undefined) throw new Error("no quote first");
    const [quote, cited] = first.elements;
    expect(quote?.type).toBe("rich_text_quote");
    const { answer, text: passage, source } = best.excerpt;
    const bold = quote?.elements.find((element) => "style" in element && element.style?.bold === true);
    expect(bold).toMatchObject({ type: "text", text: passage.slice(answer.start, answer.end) });
    expect(visibleText(cited)).toBe(`[1] ${source.title}`);
  });

  it("has the real quote in the notification", () => {
    if (best === undefined) throw new Error("no quote");
    const { answer, text: passage } = best.excerpt;
    expect(text).toContain(passage.slice(answer.start, answer.end).replaceAll("&", "&amp;"));
  });

  it("offers feedback apart from the other buttons, each by its position in the reply", () => {
    const labels = blocks.flatMap((block) =>
      block.type === "actions"
        ? block.elements.map((element) => [visibleText(element), "value" in element && element.value])
        : [],
    );
    expect(labels).toContainEqual(["Sources", "exchange.0"]);
    expect(JSON.stringify(labels)).not.toContain("👍");
    expect(blocks.some(({ type }) => type === "context_actions")).toBe(true);
  });

  it("knows a vote by what its action is for, whatever command and words it has", () => {
    const actions = (["vote-down", "other", "vote-up"] as const).map((role) => ({
      role,
      label: role,
      command: "probe",
      options: {},
    }));
    const drawn = renderSlack({ summary: "s", items: [{ kind: "actions", actions }] }, { button }).blocks;
    expect(drawn).toMatchObject([
      { type: "actions", elements: [{ value: "exchange.1" }] },
      {
        type: "context_actions",
        elements: [{ positive_button: { value: "exchange.2" }, negative_button: { value: "exchange.0" } }],
      },
    ]);
  });

  it("draws no button where nothing was stored", () => {
    const types = renderSlack(reply, { button: null }).blocks.map(({ type }) => type);
    expect(types).not.toContain("actions");
    expect(types).not.toContain("context_actions");
  });
});

describe("a notification in Slack", () => {
  it.each([
    ["<!channel> & <@U1> & <http://x|y>", "&lt;!channel&gt; &amp; &lt;@U1&gt; &amp; &lt;http://x|y&gt;"],
    ["", "–"],
    ["two\nlines", "two lines"],
  ])("%j is %j", (summary, shown) => {
    expect(notification(summary)).toBe(shown);
  });

  it.each(["&", "a", "😀"])("of %s without end fits", (unit) => {
    expect(textProblems(notification(unit.repeat(9_000)))).toEqual([]);
  });
});
