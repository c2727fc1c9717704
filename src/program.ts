import process from "node:process";
import dotenv from "dotenv";
import { readKnowledgeFolder } from "./config/documents.ts";
import { AttacheError } from "./errors.ts";
import { redact } from "./log.ts";
import { open } from "./program/open.ts";
import { print, warn } from "./program/output.ts";
import { parseArguments } from "./terminal/arguments.ts";

async function main(): Promise<void> {
  const invocation = parseArguments(process.argv.slice(2));
  if (invocation.mode === "shown") return print(invocation.text);
  dotenv.config({ quiet: true });
  if (invocation.mode === "ask") {
    const { ask } = await import("./program/ask.ts");
    await ask(invocation, await open(invocation.knowledge ?? readKnowledgeFolder(process.env)));
    // Nothing is left to do: all that is in memory would be given back piece by piece.
    process.stdout.write("", () => process.exit());
    return;
  }
  const oneShot = await import("./program/one-shot.ts");
  if (invocation.mode === "init") return oneShot.setUp(invocation);
  if (invocation.mode === "manifest") return oneShot.printManifest(invocation);
  if (invocation.mode === "check-folder") return oneShot.checkDocuments(invocation);
  if (invocation.mode === "index") return oneShot.indexDocuments(invocation);
  if (invocation.mode === "fetch") return oneShot.fetchDocuments(invocation);
  if (invocation.mode === "eval") return oneShot.evaluateQuestions(invocation);
  if (invocation.mode === "mcp") return oneShot.serveAgents(invocation.knowledge ?? readKnowledgeFolder(process.env));
  const { hasPlatform, readConfig } = await import("./config.ts");
  const config = readConfig(process.env);
  if (invocation.mode === "report") return oneShot.report(invocation, config);
  if (invocation.mode === "register") return oneShot.register(config, invocation.guild ?? null);
  const folder = invocation.knowledge ?? config.knowledge;
  if (!hasPlatform(config)) {
    const { talk } = await import("./program/talk.ts");
    return talk(config, folder);
  }
  const { serveChats } = await import("./program/serve-chats.ts");
  return serveChats(config, folder);
}

// A reader that closes the pipe early, such as head, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await main();
} catch (error) {
  const text = error instanceof AttacheError ? error.message : `Unexpected: ${String((error as Error).stack ?? error)}`;
  warn(redact(text));
  // The code alone does not end it: after a failed start, a platform's client may still hold a socket open.
  process.stdout.write("", () => process.exit(2));
}
