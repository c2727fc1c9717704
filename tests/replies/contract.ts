import { describe, expect, test } from "vitest";
import type { Excerpt, ExcerptBlock } from "../../src/answering/answer.ts";
import { blockKinds } from "../../src/documents/document.ts";
import { type ExcerptItem, excerptRoles, type Reply } from "../../src/replies/reply.ts";
import fc from "../helpers/fast-check.ts";
import { contractRuns, replies } from "./arbitrary.ts";

/** What the contract must know of a platform to hold its renderer to it. */
export interface RendererUnderTest<Payload> {
  readonly platform: string;
  render(reply: Reply): Payload;
  /** @returns what the platform would refuse, a line for each; none for a payload it takes */
  problems(payload: Payload): readonly string[];
  /** @returns the text that a reader sees, markup read as the platform reads it */
  visibleText(payload: Payload): string;
  /** @returns the texts drawn as code, with their lines */
  codes(payload: Payload): readonly string[];
  /** @returns the entries of lists, as "• one" or "2. two" */
  items(payload: Payload): readonly string[];
}

/** Holds a renderer to what every platform owes a reader: the same Replies for all of them. */
export function describeRenderer<Payload>(renderer: RendererUnderTest<Payload>): void {
  describe(`renderer contract: ${renderer.platform}`, { timeout: 120_000 }, () => {
    test(`${contractRuns.numRuns} generated replies stay within the limits, each source still shown`, () => {
      fc.assert(
        fc.property(replies, (reply) => {
          const payload = renderer.render(reply);
          expect(renderer.problems(payload)).toEqual([]);
          const seen = normalise(renderer.visibleText(payload));
          for (const cited of citations(reply)) expect(seen).toContain(normalise(cited));
        }),
        contractRuns,
      );
    });

    test("what is shown as a quote is a run of the document's own characters", () => {
      fc.assert(
        fc.property(replies, (reply) => {
          const seen = normalise(renderer.visibleText(renderer.render(reply)));
          for (const item of reply.items) {
            if (item.kind !== "excerpt") continue;
            const { text, answer } = item.excerpt;
            expect(seen).toContain(opening(text.slice(answer.start, answer.end), QUOTED));
          }
        }),
        { ...contractRuns, numRuns: 200 },
      );
    });

    test.each(blockKinds)(
      "a quoted %s is drawn as one, at each length that a limit is set at and one past it",
      (kind) => {
        for (const role of excerptRoles) {
          for (const length of LENGTHS.flatMap((limit) => [limit, limit + 1])) {
            const words = "Take `two` *lamps* and a tent, ".repeat(Math.ceil(length / 31)).slice(0, length);
            const payload = renderer.render(
              quoting(
                [
                  { kind: "paragraph", text: "Bring:" },
                  { kind, text: words },
                ],
                role,
              ),
            );
            expect(renderer.problems(payload)).toEqual([]);
            expect(normalise(renderer.visibleText(payload))).toContain("Take");
            expect(renderer.codes(payload)).toHaveLength(kind === "code" ? 1 : 0);
            expect(renderer.items(payload)).toHaveLength(kind === "item" ? 1 : 0);
          }
        }
      },
    );

    test("code is shown as code, its lines and its spaces kept", () => {
      const code = "camp start \\\n    --now  `2`\n\nif (a < b && *c* > 1) {\n  # one\n}";
      const blocks = [
        { kind: "paragraph", text: "Then run:" },
        { kind: "code", text: code },
        { kind: "paragraph", text: "That is all." },
      ] as const;
      for (const shown of [blocks, blocks.slice(0, 2), blocks.slice(1), blocks.slice(1, 2)]) {
        expect(renderer.codes(renderer.render(quoting(shown, "best")))).toEqual([code]);
      }
    });

    test("a list is shown as a list, with its own numbers and its levels", () => {
      const payload = renderer.render(
        quoting(
          [
            { kind: "paragraph", text: "Bring:" },
            { kind: "item", text: "a tent", ordinal: 3 },
            { kind: "item", text: "pegs", depth: 1 },
            { kind: "item", text: "a lamp", ordinal: 4 },
            { kind: "item", text: "oil", ordinal: 1, depth: 1 },
            { kind: "row", text: "Sauna · Adult: 14 €" },
            { kind: "field", text: "room: Aula" },
          ],
          "best",
        ),
      );
      expect(renderer.items(payload)).toEqual(["3. a tent", "  • pegs", "4. a lamp", "  1. oil"]);
      expect(renderer.codes(payload)).toEqual([]);
    });

    test("dots that stand for what is left out are no part of code", () => {
      const lines = Array.from({ length: 400 }, (_, i) => `line ${i}`);
      const payload = renderer.render(quoting([{ kind: "code", text: lines.join("\n") }], "best"));
      expect(renderer.codes(payload).join("\n")).toMatch(/^line 0\n(?:line \d+\n)*line(?: \d+)?$/);
      expect(renderer.visibleText(payload)).toContain("…");
    });

    test("the same reply gives the same payload", () => {
      fc.assert(
        fc.property(replies, (reply) => {
          expect(renderer.render(reply)).toEqual(renderer.render(structuredClone(reply)));
        }),
        { ...contractRuns, numRuns: 50 },
      );
    });
  });
}

/** Characters of a quote that some renderer or platform sets a limit at. */
const LENGTHS = [
  24, 80, 100, 120, 150, 200, 240, 250, 300, 400, 500, 600, 700, 900, 2_400, 2_800, 3_000, 4_000, 12_000,
];

interface Quoted extends Pick<ExcerptBlock, "kind"> {
  readonly text: string;
  readonly depth?: number;
  readonly ordinal?: number;
}

/** A reply that quotes these blocks, all of which answer. */
function quoting(blocks: readonly Quoted[], role: ExcerptItem["role"]): Reply {
  const text = blocks.map((block) => block.text).join("\n");
  let end = -1;
  const laid = blocks.map(({ kind, text: words, depth = 0, ordinal = null }) => {
    const start = end + 1;
    end = start + words.length;
    return { kind, depth, ordinal, start, end };
  });
  const answer = { start: 0, end: text.length };
  const place = { file: "camp.md", line: 3, sha256: "0".repeat(64), ...answer };
  const source = {
    id: "camp",
    title: "Camp",
    publisher: "Club",
    author: null,
    published: "2024",
    url: null,
    note: null,
  };
  const excerpt: Excerpt = {
    text,
    answer,
    answerLocation: place,
    antecedent: null,
    introduction: null,
    blocks: laid,
    highlights: [],
    sentences: laid.map(({ start, end: stop }) => ({ start, end: stop })),
    headings: [],
    source: { ...source, publishedFrom: null },
    location: place,
    score: 1,
  };
  return { summary: "s", items: [{ kind: "excerpt", number: 1, excerpt, role, agreement: [] }] };
}

/** Characters of an answer sentence's first word that are shown at the least, and of a title's. */
const QUOTED = 8;
const TITLE = 4;

function citations(reply: Reply): string[] {
  return reply.items.flatMap((item) => {
    if (item.kind === "excerpt") return [`[${item.number}]`, opening(item.excerpt.source.title, TITLE)];
    if (item.kind === "date") return [item.date.iso.slice(0, 4).replace(/^0+/, "")];
    if (item.kind === "sources") {
      return item.sources.flatMap(({ number, source }) => [`${number}. ${opening(source.title, TITLE)}`]);
    }
    return [];
  });
}

function opening(text: string, length: number): string {
  const word = text
    .split(/\s+/)
    .map(normalise)
    .find((part) => part !== "");
  return Array.from(word ?? "")
    .slice(0, length)
    .join("");
}

/**
 * Whitespace, controls, marks of direction and how an accent is encoded are no matter of the contract: platforms may show
 * them each its way.
 */
function normalise(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s\ufffd]+/gu, "").normalize();
}
