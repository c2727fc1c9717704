import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reply } from "../../src/replies/reply.ts";
import { contractRuns, replies } from "./arbitrary.ts";

/** What the contract must know of a platform to hold its renderer to it. */
export interface RendererUnderTest<Payload> {
  readonly platform: string;
  render(reply: Reply): Payload;
  /** @returns what the platform would refuse, a line for each; none for a payload it takes */
  problems(payload: Payload): readonly string[];
  /** @returns the text that a reader sees, markup read as the platform reads it */
  visibleText(payload: Payload): string;
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

/** Characters of an answer sentence's first word that are shown at the least, and of a title's. */
const QUOTED = 8;
const TITLE = 4;

function citations(reply: Reply): string[] {
  return reply.items.flatMap((item) => {
    if (item.kind === "excerpt") return [`[${item.number}]`, opening(item.excerpt.source.title, TITLE)];
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

/** Whitespace, controls and marks of direction are no matter of the contract: platforms may show them each its way. */
function normalise(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s\ufffd]+/gu, "");
}
