import type { Excerpt } from "../../src/answering/answer.ts";
import type { Source } from "../../src/documents/document.ts";
import type { Reply } from "../../src/replies/reply.ts";

const MARKUP =
  "**bold** _it_ ~~gone~~ ||hidden|| `code` [masked](https://evil.example/) <https://evil.example/|masked> @everyone <!channel> <@U024BE7LH> <@1> :smile: & <script>alert(1)</script>";

function sourceOf(number: number, title: string): Source {
  return {
    id: `source-${number}`,
    title,
    publisher: number % 3 === 0 ? null : `Publisher ${number}`,
    author: null,
    published: number % 4 === 0 ? null : "2016-12-30",
    publishedFrom: null,
    url: number % 5 === 0 ? null : `https://example.org/articles/${number}`,
    note: null,
  };
}

function excerptOf(text: string, answer: string, source: Source): Excerpt {
  const start = text.indexOf(answer);
  const span = { start, end: start + answer.length };
  const location = { file: `${source.id}.md`, line: 7, start: 0, end: text.length, sha256: "0".repeat(64) };
  const whole = { start: 0, end: text.length };
  return {
    text,
    answer: span,
    answerLocation: { ...location, ...span },
    introduction: null,
    blocks: [{ ...whole, kind: "paragraph", depth: 0, ordinal: null }],
    antecedent: null,
    highlights: [],
    sentences: [whole],
    headings: [MARKUP],
    source,
    location,
    score: 1,
  };
}

const rightToLeft = "הנשיא אמר כי לא יגרש איש. השר הציע לגרש 35 דיפלומטים.";

/** What documents and people may write that a platform takes for its own markup. */
export const hostileReply: Reply = {
  summary: MARKUP,
  items: [
    { kind: "heading", text: MARKUP },
    {
      kind: "excerpt",
      number: 1,
      role: "best",
      excerpt: excerptOf(`${MARKUP} Then: ${MARKUP}`, `Then: ${MARKUP}`, sourceOf(1, MARKUP)),
      agreement: [
        {
          relation: "differs",
          on: "number",
          words: ["35", "31"],
          text: MARKUP,
          source: sourceOf(2, MARKUP),
          location: { file: "source-2.md", line: 3, start: 0, end: 1, sha256: "0".repeat(64) },
        },
      ],
    },
    {
      kind: "excerpt",
      number: 2,
      role: "more",
      excerpt: excerptOf(rightToLeft, "השר הציע לגרש 35 דיפלומטים.", sourceOf(3, "כותרת המאמר")),
      agreement: [],
    },
    { kind: "fields", fields: [{ name: MARKUP, value: MARKUP }] },
    { kind: "actions", actions: [{ role: "sources", label: "Sources", command: "sources", options: {} }] },
    { kind: "footer", text: "index 57d4bfc · 4 ms" },
  ],
};

/** As many sources as a conference may have. */
export const manySources: Reply = {
  summary: "60 sources",
  items: [
    { kind: "heading", text: "60 sources" },
    {
      kind: "sources",
      sources: Array.from({ length: 60 }, (_, i) => ({
        number: i + 1,
        source: sourceOf(i + 1, `What was said on day ${i + 1}, and by whom, in the words of those who were there`),
        passageCount: (i * 7) % 30,
      })),
    },
    { kind: "footer", text: "For one in full: /sources 1" },
  ],
};

const PIECES = [
  ["paragraph", "To open the pool:", 0, null],
  ["item", "Unlock the gate", 0, 1],
  ["item", "with the key from the office", 1, null],
  ["item", "Switch the pump on", 0, 2],
  ["code", "pump start --level 3\n  --quiet", 0, null],
  ["row", "Sauna · Adult: 14 € · Child: 7 €", 0, null],
  ["field", "room: Aula", 0, null],
] as const;

/** One of each kind of text that a document is made of. */
export const kindsReply: Reply = { summary: "To open the pool", items: [kindsItem()] };

function kindsItem(): Extract<Reply["items"][number], { kind: "excerpt" }> {
  let text = "";
  const blocks = PIECES.map(([kind, words, depth, ordinal]) => {
    const start = text === "" ? 0 : text.length + 1;
    text = text === "" ? words : `${text}\n${words}`;
    return { kind, depth, ordinal, start, end: start + words.length };
  });
  const excerpt = excerptOf(text, "Unlock the gate", sourceOf(1, "The pool"));
  const sentences = blocks.map(({ start, end }) => ({ start, end }));
  return { kind: "excerpt", number: 1, role: "best", excerpt: { ...excerpt, blocks, sentences }, agreement: [] };
}
