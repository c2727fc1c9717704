import { readFile } from "node:fs/promises";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { renderDiscord } from "../src/discord/render.ts";
import { dispatch } from "../src/dispatch.ts";
import { openKnowledge } from "../src/index.ts";
import type { Reply } from "../src/replies/reply.ts";
import { renderSlack } from "../src/slack/render.ts";
import { renderTerminal } from "../src/terminal/render.ts";
import { visibleText as discordText, textsOf } from "./discord/visible-text.ts";
import { contextOf } from "./helpers/context.ts";
import { needShared } from "./helpers/folder.ts";
import { visibleText as slackText } from "./slack/visible.ts";

const FOLDERS = [
  "folders/538-data",
  "folders/djangocon",
  "folders/hono",
  "folders/tsc-minutes",
  "events/aceh-quake-2013",
  "events/dnc-lawsuit-2018",
  "events/hp-eyp-2007",
];

/** What an author writes and no reader sees. */
const MARKUP: readonly RegExp[] = [
  /<!--|-->/,
  /\{%|%\}|\{\{|\}\}/,
  /%%/,
  /!?\[[^\]\n]*\]\([^)\n]*\)/,
  /!\[\[/,
  /\[\^[^\]]+\]/,
  /&(?:nbsp|amp|lt|gt|quot|#\d+);/,
  /<\/?(?:a|p|b|i|em|strong|br|div|span|ul|ol|li|table|t[rdh]|img|details|summary|h[1-6]|sup|sub|font|center)\b[^>\n]*>/i,
  /^:::|\s:::\s/m,
  /\[!(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION)\]/i,
  /\[TOC\]/i,
  /(?:^|\s)\*\*[^\s*][^*\n]*\*\*|(?:^|\s)__[^\s_][^_\n]*__(?![\w-])/,
  /^\s*\|.*\|\s*$/m,
  /\|\s*:?-{3,}/,
  /\{#[\w-]+\}|\{:\s*[.#]/,
];

/** What each surface shows of a reply. The terminal's own stars around what answers are left out. */
function surfaces(reply: Reply): Record<string, string> {
  const components = renderDiscord(reply, "exchange").components;
  return {
    terminal: stripVTControlCharacters(renderTerminal(reply, { width: 100_000, color: true })),
    discord: textsOf(components).map(discordText).join("\n"),
    slack: slackText(renderSlack(reply, { button: null }).blocks),
  };
}

describe("folders that people really bring", () => {
  it.for(FOLDERS)(
    "%s opens, and no quote shows what its authors did not mean to show",
    { timeout: 120_000 },
    async (place, context) => {
      const folder = needShared(`benchmarks/${place}`, context);
      const knowledge = await openKnowledge({ folder: path.join(folder, "docs") });
      expect(knowledge.sources.length).toBeGreaterThan(0);
      const found: string[] = [];
      for (const line of (await readFile(path.join(folder, "questions.jsonl"), "utf8")).split("\n")) {
        if (line === "") continue;
        const { question } = JSON.parse(line) as { question: string };
        const request = { command: "ask", input: { values: { question } } };
        const { reply } = await dispatch(commands, request, contextOf(knowledge), (error) => {
          throw error;
        });
        const code = reply.items.flatMap((item) =>
          item.kind === "excerpt"
            ? item.excerpt.blocks
                .filter(({ kind }) => kind === "code")
                .map(({ start, end }) => item.excerpt.text.slice(start, end))
            : [],
        );
        for (const [surface, shown] of Object.entries(surfaces(reply))) {
          const prose = withoutCode(shown, code);
          for (const pattern of MARKUP) {
            const match = pattern.exec(prose);
            if (match !== null) found.push(`${surface}: ${question}: …${around(prose, match.index)}…`);
          }
        }
      }
      expect(found).toEqual([]);
    },
  );
});

/** In code, braces and brackets are what a reader sees. */
function withoutCode(shown: string, code: readonly string[]): string {
  const lines = new Set(code.flatMap((text) => text.split("\n").map((line) => line.trim())));
  return shown
    .split("\n")
    .filter((line) => !lines.has(line.replace(/^[│\s]+/, "").trim()))
    .join("\n");
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 40), index + 60).replaceAll("\n", "⏎");
}
