import { describe, expect, it } from "vitest";
import { answerModal, askModal, homeView, sourcesModal } from "../../src/slack/views.ts";
import { makeSamples } from "../../tools/preview/samples.ts";
import { slack } from "../../tools/preview/slack.ts";
import fc from "../helpers/fast-check.ts";
import { contractRuns, replies } from "../replies/arbitrary.ts";
import { viewProblems } from "./blocks.ts";
import { visibleText } from "./visible.ts";

const button = (index: number) => `exchange.${index}`;
const runs = { ...contractRuns, numRuns: 200 };

describe("a view of Slack’s", () => {
  it("with generated sources is one that Slack takes, on every page, and leaves none out", () => {
    fc.assert(
      fc.property(replies, (reply) => {
        const sources = reply.items.flatMap((item) => (item.kind === "sources" ? item.sources : []));
        const pages = Array.from({ length: Math.max(1, Math.ceil(sources.length / 10)) }, (_, page) =>
          sourcesModal(reply, button(0), page),
        );
        for (const page of pages) expect(viewProblems(page)).toEqual([]);
        const seen = pages.map(({ blocks }) => visibleText(blocks)).join("\n");
        for (const { number, source } of sources) {
          expect(seen).toContain(`${number}. `);
          expect(seen).toContain(`id ${source.id}`);
        }
      }),
      runs,
    );
  });

  it("with a generated answer is one that Slack takes", () => {
    fc.assert(
      fc.property(replies, (reply) => {
        expect(viewProblems(answerModal(reply, button))).toEqual([]);
      }),
      runs,
    );
  });

  it("turns its pages by the button that opened it", () => {
    const entry = {
      source: {
        id: "a",
        title: "A",
        publisher: null,
        author: null,
        published: null,
        publishedFrom: null,
        url: null,
        note: null,
      },
    };
    const sources = Array.from({ length: 25 }, (_, i) => ({ ...entry, number: i + 1, passageCount: 1 }));
    const reply = { summary: "Sources", items: [{ kind: "sources" as const, sources }] };
    const values = [0, 1, 2, 9].map((page) => {
      const { blocks } = sourcesModal(reply, "x.0", page) as {
        blocks: { type: string; elements?: { value: string }[] }[];
      };
      return blocks.flatMap(({ type, elements = [] }) =>
        type === "actions" ? elements.map(({ value }) => value) : [],
      );
    });
    expect(values).toEqual([["x.0:1"], ["x.0:0", "x.0:2"], ["x.0:1"], ["x.0:1"]]);
  });

  it("for the Home tab is one that Slack takes, with as many sources as may be", () => {
    fc.assert(
      fc.property(replies, fc.array(fc.string({ minLength: 1, maxLength: 100 })), (reply, examples) => {
        const sources = reply.items.flatMap((item) => (item.kind === "sources" ? item.sources : []));
        const formatCommand = (name: string) => `/${name}`;
        const view = homeView({ sources, index: "0".repeat(64), examples, formatCommand, botName: "attache" });
        expect(viewProblems(view)).toEqual([]);
      }),
      runs,
    );
  });

  it.each(["", "a".repeat(5_000), "😀".repeat(600)])("for wording a question is one that Slack takes", (initial) => {
    expect(viewProblems(askModal(initial, 1_000, "{}"))).toEqual([]);
  });

  it("and every message of the preview can be drawn", async () => {
    for (const sample of await makeSamples("knowledge")) expect(slack.draw(sample).html).not.toBe("");
  });
});
