import type { Agreement, Excerpt, ExcerptBlock } from "../../src/answering/answer.ts";
import { blockKinds, type Source } from "../../src/documents/document.ts";
import {
  type Action,
  actionRoles,
  type ExcerptItem,
  type Reply,
  type ReplyItem,
  type SourceEntry,
} from "../../src/replies/reply.ts";
import type { Span } from "../../src/text/span.ts";
import fc from "../helpers/fast-check.ts";

/** What documents and people write that a platform may take for its own markup. */
const HOSTILE = [
  "**bold** __under__ *it* _it_ ~~gone~~ ||hidden||",
  "`code` ```js\nblock```",
  "@everyone @here <@123456789012345678> <@!1> <@&2> <#3> <!channel> <!here> <@U024BE7LH> <#C024BE7LR|general>",
  "[masked](https://evil.example/) <https://evil.example/|masked> [a [nested] link](http://x.example)",
  "# heading\n## heading\n-# small\n> quote\n>>> block\n- item\n1. item\n* item",
  ":smile: <:custom:123456789012345678> <t:1618953630:R> </ask:123>",
  "https://example.org/a_b_c?d=*e*&f=~g~ mailto:a@example.org discord.gg/abc",
  "a & b &amp; &lt;script&gt; <b>",
  "\\* \\\\ \\` ¯\\_(ツ)_/¯",
  "שלום עולם, הנשיא הציע לגרש 35 דיפלומטים",
  "اقترح الوزير طرد 35 دبلوماسيا",
  "\u202eright to left\u202c \u2066isolated\u2069",
  "👩‍👩‍👧‍👦 👍🏽 🇳🇴 e\u0301 \u{1F926}\u{1F3FC}\u200D\u2642\uFE0F",
  "\u200b \u00a0 \ufeff",
  "𝕬𝖙𝖙𝖆𝖈𝖍é 中文的文档 日本語",
  "\u0000\u0007\u001b[31m",
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z]{1,12}$/) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.stringMatching(/^[*_~`|<>&@#[\]()\\:-]{1,30}$/) },
);

/** Some text that holds something to be seen, at most `max` UTF-16 code units, now and then just as long. */
function words(max: number): fc.Arbitrary<string> {
  const short = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(" "));
  const long = fc
    .tuple(fc.array(word, { minLength: 5, maxLength: 20 }), fc.integer({ min: 1, max: 12 }))
    .map(([list, times]) => `${list.join(" ")} `.repeat(times));
  const full = fc.constantFrom("a", "*", "界", "😀", "word ").map((unit) => unit.repeat(Math.ceil(max / unit.length)));
  return fc
    .oneof({ weight: 6, arbitrary: short }, { weight: 2, arbitrary: long }, { weight: 1, arbitrary: full })
    .map((text) => text.slice(0, max).toWellFormed().trim())
    .map((text) => (/[\p{L}\p{N}]/u.test(text) ? text : `x${text}`.slice(0, max).toWellFormed()));
}

const url = fc.oneof(
  fc.constant(null),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "https://en.wikipedia.org/wiki/Diplomat_(disambiguation)",
    `https://example.org/${"long/".repeat(120)}`,
    "ftp://example.org/file.txt",
    "javascript:alert(1)",
    "not a url",
    "https://example.org/a b|c>d)e]f",
    "https://пример.рф/страница",
  ),
);

const published = fc.constantFrom(null, "2016", "2016-12", "2016-12-30");

/** @param id unique within a reply */
function sourceOf(id: string): fc.Arbitrary<Source> {
  return fc.record({
    id: fc.constant(id),
    title: words(400),
    publisher: fc.option(words(120)),
    author: fc.option(words(120)),
    published,
    publishedFrom: fc.constantFrom(null, "lastmod", "file name"),
    url,
    note: fc.option(words(400)),
  });
}

function locationOf(file: string, { start, end }: Span) {
  return fc
    .record({ line: fc.integer({ min: 1, max: 99_999 }), sha256: fc.constant("0".repeat(64)) })
    .map((rest) => ({ file, start, end, ...rest }));
}

function blockOf(span: Span): fc.Arbitrary<ExcerptBlock> {
  return fc.record({
    start: fc.constant(span.start),
    end: fc.constant(span.end),
    kind: fc.constantFrom(...blockKinds),
    depth: fc.nat({ max: 2 }),
    ordinal: fc.option(fc.nat({ max: 300 })),
  });
}

/** A passage of whole sentences with one of them marked: what `Knowledge.ask` may return. */
function excerptOf(id: string): fc.Arbitrary<Excerpt> {
  const sentences = fc.array(words(900), { minLength: 1, maxLength: 8 });
  const gap = fc.constantFrom(" ", "\n", "  \n");
  return fc
    .tuple(sentences, gap, fc.nat(), fc.option(fc.nat()), sourceOf(id), fc.array(words(80), { maxLength: 3 }))
    .chain(([list, between, chosen, before, source, headings]) => {
      const spans: Span[] = [];
      let text = "";
      for (const sentence of list) {
        if (text !== "") text += between;
        spans.push({ start: text.length, end: text.length + sentence.length });
        text += sentence;
      }
      const index = chosen % spans.length;
      const answer = spans[index] as Span;
      const antecedent = before === null || index === 0 ? null : (spans[before % index] as Span);
      return fc
        .record({
          location: locationOf(`${id}.md`, { start: 0, end: text.length }),
          answerLocation: locationOf(`${id}.md`, answer),
          introduction: fc.option(words(200)),
          introducedBy: fc.constant(spans.slice(0, index).filter((_, i) => i % 2 === 0)),
          blocks: fc.tuple(...spans.map(blockOf)),
          score: fc.float({ noNaN: true }),
        })
        .map((rest) => ({ text, answer, antecedent, highlights: [], sentences: spans, headings, source, ...rest }));
    });
}

function agreementOf(id: string): fc.Arbitrary<Agreement> {
  const differs = fc.record({
    relation: fc.constant("differs" as const),
    on: fc.constantFrom("number", "date", "name", "verb", null),
    words: fc.option(fc.tuple(words(40), words(40))),
  });
  const agrees = fc.constant({ relation: "agrees" as const, on: null, words: null });
  return fc
    .tuple(fc.oneof(agrees, differs), words(500), sourceOf(id))
    .chain(([kind, text, source]) =>
      locationOf(`${id}.md`, { start: 0, end: text.length }).map((location) => ({ ...kind, text, source, location })),
    );
}

function excerptItem(number: number): fc.Arbitrary<ExcerptItem> {
  const role =
    number === 1
      ? fc.constantFrom("best" as const, "nearest" as const, "passage" as const)
      : fc.constantFrom("more" as const, "entry" as const);
  const agreement = fc
    .integer({ min: 0, max: number === 1 ? 4 : 0 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => agreementOf(`other-${i}`))));
  const note = fc.option(words(80), { nil: undefined });
  return fc.tuple(excerptOf(`source-${number}`), role, agreement, note).map(([excerpt, role, agreement, note]) => ({
    kind: "excerpt",
    number,
    excerpt,
    role,
    agreement,
    ...(note === undefined ? {} : { note }),
  }));
}

const action: fc.Arbitrary<Action> = fc.record({
  label: fc.oneof({ weight: 4, arbitrary: fc.constantFrom("Sources", "More", "👍", "👎", "Share") }, words(120)),
  role: fc.constantFrom(...actionRoles),
  command: fc.constantFrom("ask", "sources", "feedback"),
  options: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(words(1_000), fc.integer(), fc.boolean())),
});

function sourceEntries(max: number): fc.Arbitrary<SourceEntry[]> {
  return fc.integer({ min: 0, max }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, i) =>
        fc.tuple(sourceOf(`listed-${i + 1}`), fc.nat(999)).map(([source, passageCount]) => ({
          number: i + 1,
          source,
          passageCount,
        })),
      ),
    ),
  );
}

const text = words(2_500);
type Plain = Exclude<ReplyItem["kind"], "excerpt" | "sources">;

/** Items of every kind but the two that a reply numbers. */
const plainItems: { readonly [K in Plain]: fc.Arbitrary<Extract<ReplyItem, { kind: K }>> } = {
  question: fc.record(
    { kind: fc.constant("question"), text: words(1_000), shared: fc.record({ by: fc.option(words(60)) }) },
    { requiredKeys: ["kind", "text"] },
  ),
  heading: fc.record({ kind: fc.constant("heading"), text: words(400) }),
  prose: fc.record({ kind: fc.constant("prose"), text }),
  notice: fc.record({ kind: fc.constant("notice"), tone: fc.constantFrom("info", "warning", "error"), text }),
  footer: fc.record({ kind: fc.constant("footer"), text: words(200) }),
  date: fc.record({
    kind: fc.constant("date"),
    date: fc.record({
      iso: fc.constantFrom("2016", "2016-12", "2016-12-30", "1848-03-01", "0987-02-28"),
      partOfDay: fc.option(fc.constantFrom("afternoon", "9:30")),
    }),
    words: fc.option(words(120)),
  }),
  fields: fc.record({
    kind: fc.constant("fields"),
    fields: fc.array(fc.record({ name: words(100), value: words(800) }), { maxLength: 8 }),
  }),
  actions: fc.record({ kind: fc.constant("actions"), actions: fc.array(action, { maxLength: 7 }) }),
};
const plainItem: fc.Arbitrary<ReplyItem> = fc.oneof(...Object.values(plainItems));

/**
 * Any Reply that a command may return, and some that none does yet: long titles, markup of both platforms, emoji,
 * right-to-left text, control characters, sources without an address or with a bad one, up to 60 sources, up to 5
 * excerpts. Every title, quote and label holds a letter or digit; text is well-formed UTF-16.
 */
export const replies: fc.Arbitrary<Reply> = fc
  .record({
    summary: words(400),
    before: fc.array(plainItem, { maxLength: 3 }),
    excerpts: fc
      .oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => excerptItem(i + 1)))),
    sources: fc.oneof(
      { weight: 3, arbitrary: fc.constant([] as SourceEntry[]) },
      { weight: 2, arbitrary: sourceEntries(60) },
    ),
    after: fc.array(plainItem, { maxLength: 3 }),
  })
  .map(({ summary, before, excerpts, sources, after }) => ({
    summary,
    items: [...before, ...excerpts, ...(sources.length === 0 ? [] : [{ kind: "sources" as const, sources }]), ...after],
  }));

/** How many Replies every renderer is given. A failure is shown as found: shrinking one takes minutes. */
export const contractRuns = { numRuns: 500, endOnFailure: true } as const;
