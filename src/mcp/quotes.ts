import { z } from "zod";
import type { Agreement, Excerpt, Location } from "../answering/answer.ts";
import type { Source } from "../documents/document.ts";
import { byline, spot } from "../replies/citation.ts";
import { slice } from "../text/span.ts";

/** How a source is cited. */
export const sourceSchema = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  published: z.string().nullable().describe("ISO 8601: a day, a month or a year"),
  url: z.string().nullable(),
  note: z.string().nullable().describe("what a reader must know of the document, such as who wrote it"),
});

const placeSchema = z.object({
  file: z.string(),
  line: z.number().int(),
  start: z.number().int().describe("offset into the file's text, in UTF-16 code units"),
  end: z.number().int(),
  sha256: z.string().describe("of the file's text as UTF-8; of a file that is no text, of its bytes"),
  told: z.string().describe("the place as a person is told it, such as the page or the row"),
});

export const quoteSchema = z.object({
  quote: z.string().describe("the document's own words that answer"),
  passage: z.string().describe("the passage that they stand in"),
  headings: z.array(z.string()).describe("above the passage, outermost first"),
  place: placeSchema,
  source: sourceSchema,
});

export const agreementSchema = z.object({
  relation: z.enum(["agrees", "differs"]),
  on: z.enum(["number", "date", "name", "verb"]).nullable(),
  quote: z.string(),
  place: placeSchema,
  source: sourceSchema,
});

type Quote = z.infer<typeof quoteSchema>;

export function toSource(source: Source): z.infer<typeof sourceSchema> {
  const { id, title, publisher, author, published, url, note } = source;
  return { id, title, publisher, author, published, url, note };
}

export function toQuote(excerpt: Excerpt): Quote {
  const { text, answer, answerLocation, headings, source } = excerpt;
  return {
    quote: slice(text, answer),
    passage: text,
    headings: [...headings],
    place: toPlace(answerLocation),
    source: toSource(source),
  };
}

export function toAgreement({ relation, on, text, location, source }: Agreement): z.infer<typeof agreementSchema> {
  return { relation, on, quote: text, place: toPlace(location), source: toSource(source) };
}

function toPlace(location: Location): z.infer<typeof placeSchema> {
  const { file, line, start, end, sha256 } = location;
  return { file, line, start, end, sha256, told: spot(location) };
}

/** "“…” (Title; Publisher · 30 December 2016; report.md, line 3)", in one line. */
export function quoteLine(quote: string, source: Source, location: Location): string {
  return `“${quote.replace(/\s+/g, " ")}” (${source.title}; ${byline(source)}; ${spot(location)})`;
}
