import { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Answer } from "../answering/answer.ts";
import type { Knowledge } from "../answering/knowledge.ts";
import type { Timeline } from "../answering/timeline/timeline.ts";
import { leftOut } from "../documents/report.ts";
import { AttacheError } from "../errors.ts";
import { byline } from "../replies/citation.ts";
import { slice } from "../text/span.ts";
import { agreementSchema, quoteLine, quoteSchema, sourceSchema, toAgreement, toQuote, toSource } from "./quotes.ts";

const VERSION = "0.1.0";
const MAX_QUESTION = 2_000;
const MAX_QUOTES = 20;
const MAX_ENTRIES = 200;

const INSTRUCTIONS = `Answers from a folder of documents, in the documents' own words, each with its place. Quote what is \
given and cite its source. Where "status" is "unanswered", the documents do not say: tell the person so; the quotes are \
then only the nearest passages, not an answer.`;

const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

const answerSchema = z.object({
  status: z.enum(["answered", "unanswered"]),
  confidence: z.number().describe("from 0 to 1: how likely the first quote answers"),
  quotes: z.array(quoteSchema).describe("best first; where unanswered, the nearest passages"),
  agreement: z.array(agreementSchema).describe("other sources that say the same as the first quote, or differ"),
  missingTerms: z.array(z.string()).describe("words of the question that stand in no document"),
  fingerprint: z.string().describe("of the documents and the method: the same, the same answer"),
});

const sourcesSchema = z.object({
  sources: z.array(sourceSchema.extend({ passages: z.number().int() })),
  leftOut: z.array(z.object({ file: z.string(), reason: z.string() })).describe("files that could not be read"),
  fingerprint: z.string(),
});

const timelineSchema = z.object({
  entries: z.array(
    z.object({
      date: z.string().describe("ISO 8601: a day, a month or a year"),
      written: z.string().nullable().describe("the words that the date was read from; null for a document's own date"),
      ...quoteSchema.shape,
    }),
  ),
  count: z.number().int().describe("entries that there are of what was asked about"),
  fingerprint: z.string(),
});

/**
 * Serves a knowledge's questions, sources and timeline as tools of the Model Context Protocol.
 *
 * @param current the knowledge as it is whenever a tool is called
 */
export function createMcpServer(current: () => Knowledge): McpServer {
  const server = new McpServer({ name: "attache", version: VERSION }, { instructions: INSTRUCTIONS });
  server.registerTool(
    "ask",
    {
      title: "Ask the documents",
      description: "Answers a question with quotes of the documents and their places, or says that they do not answer.",
      inputSchema: z.object({
        question: z.string().trim().min(1).max(MAX_QUESTION).describe("one question, in plain words"),
        limit: z.number().int().min(1).max(MAX_QUOTES).optional().describe("quotes at the most; 3 if not given"),
        sources: z.array(z.string()).min(1).optional().describe("ids of the sources to answer from; all if not given"),
        history: z.array(z.string()).optional().describe("earlier questions that this one leans on, oldest first"),
      }),
      outputSchema: answerSchema,
      annotations: READ_ONLY,
    },
    async ({ question, limit, sources, history }) => {
      const knowledge = current();
      const unknown = sources?.find((id) => !knowledge.sources.some(({ source }) => source.id === id));
      if (unknown !== undefined)
        throw new AttacheError("usage", `There is no source “${unknown}”: “sources” lists them`);
      const answer = await knowledge.ask(question, {
        ...(limit === undefined ? {} : { limit }),
        ...(sources === undefined ? {} : { sources }),
        ...(history === undefined ? {} : { history }),
      });
      const structuredContent: z.infer<typeof answerSchema> = {
        status: answer.status,
        confidence: answer.confidence,
        quotes: answer.excerpts.map(toQuote),
        agreement: answer.agreement.map(toAgreement),
        missingTerms: [...answer.missingTerms],
        fingerprint: answer.fingerprint,
      };
      return { content: [{ type: "text", text: tellAnswer(answer) }], structuredContent };
    },
  );
  server.registerTool(
    "sources",
    {
      title: "List the documents",
      description: "The documents that are answered from, and the files that could not be read.",
      inputSchema: z.object({}),
      outputSchema: sourcesSchema,
      annotations: READ_ONLY,
    },
    async () => {
      const knowledge = current();
      const structuredContent: z.infer<typeof sourcesSchema> = {
        sources: knowledge.sources.map(({ source, passageCount }) => ({ ...toSource(source), passages: passageCount })),
        leftOut: (knowledge.report === null ? [] : leftOut(knowledge.report)).map(({ file, reason }) => ({
          file,
          reason: reason ?? "",
        })),
        fingerprint: knowledge.fingerprint,
      };
      const lines = knowledge.sources.map(({ source }) => `${source.id}: ${source.title} (${byline(source)})`);
      return { content: [{ type: "text", text: lines.join("\n") }], structuredContent };
    },
  );
  server.registerTool(
    "timeline",
    {
      title: "What happened when",
      description: "What the documents date, in order of time, each entry with a quote and its place.",
      inputSchema: z.object({
        about: z.string().max(MAX_QUESTION).optional().describe("a date, a span of time, words, or both"),
        from: z.number().int().min(0).optional().describe("entries to pass over"),
        limit: z.number().int().min(1).max(MAX_ENTRIES).optional().describe("entries at the most; 20 if not given"),
      }),
      outputSchema: timelineSchema,
      annotations: READ_ONLY,
    },
    async ({ about, from = 0, limit = 20 }) => {
      const knowledge = current();
      const timeline = await knowledge.timeline({ about, from, limit });
      const structuredContent: z.infer<typeof timelineSchema> = {
        entries: timeline.entries.map(({ date, excerpt }) => ({
          date: date.iso,
          written: date.words,
          ...toQuote(excerpt),
        })),
        count: timeline.count,
        fingerprint: knowledge.fingerprint,
      };
      return { content: [{ type: "text", text: tellTimeline(timeline) }], structuredContent };
    },
  );
  return server;
}

/** For a model that sees the text alone. */
function tellAnswer({ status, excerpts, agreement, missingTerms }: Answer): string {
  const quotes = excerpts.map(({ text, answer, source, answerLocation }) =>
    quoteLine(slice(text, answer), source, answerLocation),
  );
  if (status === "answered") {
    const others = agreement.map(
      ({ relation, text, source, location }) =>
        `${relation === "agrees" ? "Agrees" : "Differs"}: ${quoteLine(text, source, location)}`,
    );
    return [...quotes, ...others].join("\n");
  }
  const missing = missingTerms.length === 0 ? [] : [`In no document: ${missingTerms.join(", ")}.`];
  const nearest = quotes.length === 0 ? [] : ["The nearest passages, which are no answer:", ...quotes];
  return ["The documents do not answer this.", ...missing, ...nearest].join("\n");
}

function tellTimeline({ entries, count }: Timeline): string {
  if (count === 0) return "The documents date nothing of that.";
  return entries
    .map(({ date, excerpt: { text, answer, source, answerLocation } }) => {
      return `${date.iso}: ${quoteLine(slice(text, answer), source, answerLocation)}`;
    })
    .join("\n");
}
