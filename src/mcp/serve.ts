import type { Readable, Writable } from "node:stream";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Knowledge } from "../answering/knowledge.ts";
import { createMcpServer } from "./server.ts";

export interface McpServing {
  /** The documents as they are whenever a tool is called. */
  readonly knowledge: () => Knowledge;
  readonly input: Readable;
  readonly output: Writable;
  /** Told of what goes wrong between two messages; a tool's own fault goes to whoever called it. */
  readonly onFault: (error: Error) => void;
}

/** Serves the Model Context Protocol over two streams until the client closes its end. */
export async function serveMcp({ knowledge, input, output, onFault }: McpServing): Promise<void> {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  input.once("end", resolve).once("close", resolve);
  const transport = new StdioServerTransport(input, output);
  const serving = serveStdio(() => createMcpServer(knowledge), { transport, onerror: onFault });
  await closed;
  await serving.close();
}
