import { z } from "zod";
import { blockKinds } from "../../src/documents/document.ts";

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });
const nullable = z.string().min(1).nullable();
const score = z.number();

const source = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  publisher: nullable,
  author: nullable,
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  publishedFrom: nullable,
  url: z.url().nullable(),
  note: nullable,
});

const location = z.strictObject({
  file: z.string().min(1),
  line: z.int().min(1),
  ...span.shape,
  sha256: z.string().regex(/^[\da-f]{64}$/),
  page: z.int().min(1).optional(),
  sheet: z.string().min(1).optional(),
  row: z.int().min(1).optional(),
  paragraph: z.int().min(1).optional(),
  chapter: z.string().min(1).optional(),
  time: z
    .string()
    .regex(/^\d{2,}:\d{2}:\d{2}$/)
    .optional(),
  sender: z.string().min(1).optional(),
  sent: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
    .optional(),
  url: z.url().optional(),
});

const excerpt = z.strictObject({
  text: z.string().min(1),
  answer: span,
  answerLocation: location,
  introducedBy: z.array(span).min(1).optional(),
  introduction: nullable,
  blocks: z.array(
    z.strictObject({
      ...span.shape,
      kind: z.enum(blockKinds),
      depth: z.int().min(0),
      ordinal: z.int().nullable(),
    }),
  ),
  antecedent: span.nullable(),
  highlights: z.array(span),
  sentences: z.array(span).min(1),
  headings: z.array(z.string()),
  source,
  location,
  score,
});

/** An answer as design.md promises it, with nothing else in it. */
export const answerSchema = z.strictObject({
  question: z.string(),
  leansOn: z.string().optional(),
  kind: z.enum(["answer", "overview"]),
  status: z.enum(["answered", "unanswered"]),
  confidence: z.number().min(0).max(1),
  excerpts: z.array(excerpt),
  sentences: z.array(z.strictObject({ excerpt: z.int().min(0), ...span.shape, score })),
  agreement: z.array(
    z.strictObject({
      relation: z.enum(["agrees", "differs"]),
      on: z.enum(["number", "date", "name", "verb"]).nullable(),
      words: z.tuple([z.string(), z.string()]).nullable(),
      text: z.string().min(1),
      source,
      location,
    }),
  ),
  missingTerms: z.array(z.string()),
  corrections: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  fingerprint: z.string().regex(/^[\da-f]{64}$/),
});
