import { describe, expect, test } from "vitest";
import { escapeText, fit, linkOf } from "../../src/discord/escape.ts";
import { limits } from "../../src/discord/limits.ts";
import { renderDiscord } from "../../src/discord/render.ts";
import { notice } from "../../src/replies/notice.ts";
import type { Action, ExcerptItem, Reply } from "../../src/replies/reply.ts";
import { checkMessage } from "./rules.ts";
import { textsOf, visibleText } from "./visible-text.ts";

const EXCHANGE = "abcdefghijklmnopqrstuvwx";

function excerpt(changes: { text?: string; url?: string | null; title?: string; number?: number } = {}): ExcerptItem {
  const {
    text = "Lavrov proposed it. Putin did not.",
    url = "https://example.org/a",
    title = "A title",
    number = 1,
  } = changes;
  const end = text.indexOf(".") + 1 || text.length;
  return {
    kind: "excerpt",
    number,
    role: number === 1 ? "best" : "more",
    agreement: [],
    excerpt: {
      text,
      answer: { start: 0, end },
      answerLocation: { file: "a.md", line: 3, start: 0, end, sha256: "" },
      introduction: null,
      blocks: [{ start: 0, end: text.length, kind: "paragraph", depth: 0, ordinal: null }],
      antecedent: null,
      highlights: [],
      sentences:
        end === text.length
          ? [{ start: 0, end }]
          : [
              { start: 0, end },
              { start: end + 1, end: text.length },
            ],
      headings: [],
      source: { id: "a", title, publisher: "P", author: null, published: "2016", publishedFrom: null, url, note: null },
      location: { file: "a.md", line: 3, start: 0, end: text.length, sha256: "" },
      score: 1,
    },
  };
}

const replyOf = (...items: Reply["items"]): Reply => ({ summary: "s", items });
const actions = (...labels: string[]): Action[] =>
  labels.map((label) => ({ role: "other", label, command: "ask", options: {} }));

function render(reply: Reply, exchange: string | null = EXCHANGE) {
  const payload = renderDiscord(reply, exchange);
  expect(checkMessage({ ...payload })).toEqual([]);
  const json = JSON.stringify(payload);
  return { payload, json, text: textsOf(payload.components).map(visibleText).join("\n") };
}

describe("an answer", () => {
  test("is the quote with the answer bold, its number, its source and where it stands", () => {
    const { payload } = render(replyOf(excerpt(), { kind: "actions", actions: actions("Sources", "👍") }));
    expect(payload.components).toEqual([
      {
        type: 17,
        accent_color: 0x5865f2,
        components: [
          { type: 10, content: "> **Lavrov proposed it.** Putin did not. [1]" },
          {
            type: 9,
            components: [{ type: 10, content: "-# [1] **A title** · P · 2016\n-# a.md, line 3" }],
            accessory: { type: 2, style: 5, label: "Open", url: "https://example.org/a" },
          },
          {
            type: 1,
            components: [
              { type: 2, style: 2, label: "Sources", custom_id: `${EXCHANGE}.0` },
              { type: 2, style: 2, label: "👍", custom_id: `${EXCHANGE}.1` },
            ],
          },
        ],
      },
    ]);
    expect(payload.allowed_mentions).toEqual({ parse: [] });
  });

  test("has no buttons when nothing was kept that they could mean", () => {
    expect(render(replyOf(excerpt(), { kind: "actions", actions: actions("Sources") }), null).json).not.toContain(
      "custom_id",
    );
  });

  test("that is too long is cut at a sentence, with the ellipsis outside of the quote", () => {
    const { text } = render(replyOf(excerpt({ text: `Short. ${"long ".repeat(1_000)}end.` })));
    expect(text).toContain("Short. … [1]");
  });
});

test.each(["```", "````", "`````` x ```````", "x```\n```"])(
  "code that holds %j does not end before its end",
  (code) => {
    const item = excerpt({ text: code });
    const blocks = [{ kind: "code" as const, depth: 0, ordinal: null, start: 0, end: code.length }];
    const { components } = render(replyOf({ ...item, excerpt: { ...item.excerpt, blocks } })).payload;
    const [drawn = ""] = textsOf(components);
    const [, inside = ""] = /^```\n(.*)\n```\n> \[1\]$/s.exec(drawn) ?? [];
    expect(inside.replaceAll("\u200b", "")).toBe(code);
    expect(inside).not.toContain("```");
  },
);

describe("at a limit and one past it", () => {
  const url = (length: number) => `https://example.org/${"u".repeat(length - 20)}`;

  test.for([
    [limits.buttonUrl, true],
    [limits.buttonUrl + 1, false],
  ] as const)("an address of %i characters is a button: %s", ([length, isButton]) => {
    const { json } = render(replyOf(excerpt({ url: url(length) })));
    expect(json.includes('"style":5')).toBe(isButton);
    expect(json).toContain(url(length));
  });

  test.for([
    [limits.buttonLabel, false],
    [limits.buttonLabel + 1, true],
  ] as const)("a label of %i characters is cut: %s", ([length, isCut]) => {
    const { json } = render(replyOf({ kind: "actions", actions: actions("x".repeat(length)) }));
    expect(json.includes("…")).toBe(isCut);
  });

  test.for([5, 6, 15, 16])("%i buttons stand in rows of five, fifteen at most", (count) => {
    const { payload } = render(replyOf({ kind: "actions", actions: actions(...Array(count).fill("b")) }));
    const [container] = payload.components as { components: { components: unknown[] }[] }[];
    const rows = container?.components.map(({ components }) => components.length);
    expect(rows).toEqual({ 5: [5], 6: [5, 1], 15: [5, 5, 5], 16: [5, 5, 5] }[count]);
  });

  test.for([8, 9])("%i excerpts with links fit into 40 components, each with its source", (count) => {
    const items = Array.from({ length: count }, (_, i) => excerpt({ number: i + 1, title: `Title ${i + 1}` }));
    const { text, json } = render(replyOf(...items));
    for (let i = 1; i <= count; i++) expect(text).toContain(`Title ${i}`);
    expect(json.includes('"style":5')).toBe(count === 8);
  });

  test("texts that together pass 4,000 characters shrink, the quotes before the sources", () => {
    const items = Array.from({ length: 8 }, (_, i) =>
      excerpt({ number: i + 1, title: `${"Title ".repeat(30)}${i + 1}`, text: "word ".repeat(300) }),
    );
    const { text } = render(replyOf(...items));
    for (let i = 1; i <= 8; i++) expect(text).toContain(`Title Title ${i}`);
    expect(text).toContain("word word word word … [8]");
  });

  test("a reply with nothing in it shows its summary", () => {
    expect(render(replyOf()).text).toBe("s");
    expect(render({ summary: " ", items: [] }).text).toBe("…");
  });
});

test("a notice wears the colour of its tone", () => {
  const color = (reply: Reply) => (renderDiscord(reply, null).components[0] as { accent_color: number }).accent_color;
  expect(new Set((["info", "warning", "error"] as const).map((tone) => color(notice(tone, "x")))).size).toBe(3);
});

describe("text of others", () => {
  test.for([
    "@everyone @here <@1> <@!1> <@&2> <#3> </ask:4> <id:home>",
    "**b** *i* __u__ _i_ ~~s~~ ||h|| `c` ```x```",
    "[masked](https://evil.example/) https://evil.example/a_b_c <https://evil.example>",
    "# heading",
    "-# small",
    "> quote",
    ">>> quote",
    "- item",
    "1. item",
    ":smile: <:a:1> <t:1618953630:R> ¯\\_(ツ)_/¯",
    "\\*already escaped\\*",
  ])("reaches the reader as characters: %s", (text) => {
    expect(visibleText(escapeText(text))).toBe(text);
    expect(visibleText(`**${escapeText(text)}**`)).toBe(text);
  });

  test("is shortened so that what comes of it fits", () => {
    expect(fit("*".repeat(100), 20).length).toBeLessThanOrEqual(20);
    expect(fit("a word or two", 9)).toBe("a word…");
  });

  test.for([
    ["https://example.org/a_(b)", "https://example.org/a_%28b%29"],
    ["https://example.org/a b|c", "https://example.org/a%20b%7Cc"],
    ["http://[::1]/x", "http://[::1]/x"],
    ["ftp://example.org", null],
    ["javascript:alert(1)", null],
    ["no address", null],
    [null, null],
  ] as const)("its address %s becomes %s", ([url, link]) => {
    expect(linkOf(url)).toBe(link);
  });
});
