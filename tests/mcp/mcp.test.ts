import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { attache, knowledgeFolder, root } from "../helpers/program.ts";

let folder: string;
let client: Client;

interface Quote {
  readonly quote: string;
  readonly place: { file: string; line: number; start: number; end: number; told: string };
  readonly source: { id: string };
}

async function connect(knowledge: string): Promise<Client> {
  const connected = new Client({ name: "test", version: "1.0.0" });
  await connected.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [`${root}src/main.js`, "mcp", "--knowledge", knowledge],
      stderr: "pipe",
    }),
  );
  return connected;
}

beforeAll(async () => {
  folder = await makeFolder({
    "pool.md": "---\npublished: 2024-05-03\n---\n# The pool\n\nThe pool **opens** at 7 in the morning.\n",
    "shop.md": "# The shop\n\nOn 4 May 2024 the shop burnt down. The pool opens at 8 in the morning, the owner says.\n",
    "empty.md": "",
  });
  client = await connect(folder);
});
afterAll(() => client.close());

async function call<T>(name: string, args: Record<string, unknown> = {}): Promise<T> {
  const result = await client.callTool({ name, arguments: args });
  expect(result.isError, JSON.stringify(result.content)).not.toBe(true);
  return result.structuredContent as T;
}

const textOf = ({ content }: { content: unknown }) =>
  (content as { text: string }[]).map(({ text }) => text).join("\n");

describe("attache mcp", () => {
  it("says what it is and what it does, by the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
    expect(client.getServerVersion()).toMatchObject({ name: "attache", version });
    expect(client.getInstructions()).toContain("in the documents' own words");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(["ask", "sources", "timeline"]);
    for (const { inputSchema, outputSchema, annotations } of tools) {
      expect([inputSchema.type, outputSchema?.type]).toEqual(["object", "object"]);
      expect(annotations?.readOnlyHint).toBe(true);
    }
  });

  it("answers with the documents' own words, their place in the file and the fingerprint", async () => {
    const answer = await call<{ status: string; quotes: Quote[]; agreement: Quote[]; fingerprint: string }>("ask", {
      question: "when does the pool open?",
    });
    expect(answer.status).toBe("answered");
    const [best] = answer.quotes;
    expect(best?.quote).toBe("The pool opens at 7 in the morning.");
    expect(best?.place).toMatchObject({ file: "pool.md", line: 6, told: "pool.md, line 6" });
    const raw = readFileSync(path.join(folder, "pool.md"), "utf8");
    expect(raw.slice(best?.place.start, best?.place.end)).toBe("The pool **opens** at 7 in the morning.");
    expect(answer.fingerprint).toMatch(/^[\da-f]{64}$/);
    const { fingerprint } = await call<{ fingerprint: string }>("sources");
    expect(fingerprint).toBe(answer.fingerprint);
  });

  it("keeps to the sources asked for, and to the limit", async () => {
    const answer = await call<{ quotes: Quote[] }>("ask", {
      question: "when does the pool open?",
      sources: ["shop"],
      limit: 1,
    });
    expect(answer.quotes.map(({ source }) => source.id)).toEqual(["shop"]);
  });

  it("says that the documents do not answer, so that a model that sees the text alone cannot miss it", async () => {
    const result = await client.callTool({ name: "ask", arguments: { question: "who invented the zeppelin?" } });
    expect(result.structuredContent).toMatchObject({ status: "unanswered", missingTerms: ["invented", "zeppelin"] });
    expect(textOf(result)).toMatch(/^The documents do not answer this\.\nIn no document: invented, zeppelin\./);
  });

  it("lists the documents, and the files that could not be read", async () => {
    expect(await call("sources")).toMatchObject({
      sources: [
        { id: "pool", title: "The pool", published: "2024-05-03", passages: 1 },
        { id: "shop", passages: 1 },
      ],
      leftOut: [{ file: "empty.md", reason: "is empty: write some text, or remove it" }],
    });
  });

  it("tells what happened when", async () => {
    const told = await call<{ entries: (Quote & { date: string })[]; count: number }>("timeline", {
      about: "May 2024",
    });
    expect(told.entries.map(({ date, quote }) => [date, quote])).toContainEqual([
      "2024-05-04",
      "On 4 May 2024 the shop burnt down.",
    ]);
    expect(told.count).toBe(told.entries.length);
  });

  it.each([
    ["no question", "ask", { question: " " }],
    ["no number", "ask", { question: "when?", limit: 0 }],
    ["a source that there is not", "ask", { question: "when?", sources: ["pond"] }],
    ["too long a question", "ask", { question: "a".repeat(2_001) }],
  ])("tells an agent that gives %s what is wrong, and serves on", async (_, name, args) => {
    const said = await client.callTool({ name, arguments: args }).then(
      (result) => (result.isError === true ? textOf(result) : "no fault"),
      (error: Error) => error.message,
    );
    expect(said).toMatch(/question|limit|pond/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(await call("sources")).toBeDefined();
  });

  it("answers many at once, each its own", async () => {
    const [pool, shop] = await Promise.all(
      ["when does the pool open?", "what burnt down?"].map((question) =>
        call<{ quotes: Quote[] }>("ask", { question }),
      ),
    );
    expect(pool?.quotes[0]?.quote).toContain("opens at 7");
    expect(shop?.quotes[0]?.quote).toContain("burnt down");
  });

  it("answers from the documents as they are, whenever they change", { timeout: 60_000 }, async () => {
    const changing = await makeFolder({ "pool.md": "# The pool\n\nThe pool opens at 7.\n" });
    const agent = await connect(changing);
    type Answer = { quotes: Quote[]; fingerprint: string };
    const ask = async () =>
      (await agent.callTool({ name: "ask", arguments: { question: "when does the pool open?" } }))
        .structuredContent as Answer;
    const before = await ask();
    expect(before.quotes[0]?.quote).toBe("The pool opens at 7.");
    writeFileSync(path.join(changing, "pool.md"), "# The pool\n\nThe pool opens at 9.\n");
    await expect.poll(async () => (await ask()).quotes[0]?.quote, { timeout: 50_000 }).toBe("The pool opens at 9.");
    const { fingerprint } = await ask();
    expect(fingerprint).not.toBe(before.fingerprint);
    const sources = await agent.callTool({ name: "sources", arguments: {} });
    expect(sources.structuredContent).toMatchObject({ fingerprint });
    await agent.close();
  });

  it("ends when the client goes, and prints nothing but the protocol", async () => {
    const request = { jsonrpc: "2.0", id: 1, method: "ping" };
    const ended = await attache(["mcp", "--knowledge", knowledgeFolder], {
      input: `no json\n${JSON.stringify(request)}\n`,
    });
    expect(ended.status).toBe(0);
    for (const line of ended.stdout.split("\n").filter(Boolean)) expect(JSON.parse(line)).toHaveProperty("jsonrpc");
  });
});
