import process from "node:process";
import { commands } from "../../commands/index.ts";
import { compilePatterns } from "../chat/compile-patterns.ts";
import { firstSignal } from "../chat/serve.ts";
import { type Config, secretsOf } from "../config.ts";
import { createLog } from "../log.ts";
import { stateOf } from "../watch/folder-state.ts";
import { keepFresh, openOptions } from "./open.ts";
import { warn } from "./output.ts";

/** Serves every platform whose token is set, until told to stop. */
export async function serveChats(config: Config, folder: string): Promise<void> {
  const log = createLog({ level: config.logLevel, write: warn, secrets: secretsOf(config) });
  process.on("unhandledRejection", (cause) => {
    log.error("A fault that nobody caught; going on", { cause, stack: (cause as Error | undefined)?.stack });
  });
  const { WorkerKnowledge } = await import("../worker/worker-knowledge.ts");
  const state = await stateOf(folder, config.exclude);
  const opening = WorkerKnowledge.open({ ...openOptions(folder), log });
  // While the worker reads, and nobody can ask yet.
  compilePatterns();
  const knowledge = await opening;
  const reload = async () => {
    await knowledge.reload();
    return knowledge.report;
  };
  const { exclude, watch } = config;
  await keepFresh(watch, { folder, exclude, state, report: knowledge.report, reload, log });
  const underNpm = process.env["npm_lifecycle_event"] !== undefined;
  const stop = firstSignal(process, () => process.exit(1), { underNpm });
  // Looked for beside what else is to be done, so that they are there once somebody types; a fault is told to whoever waits.
  knowledge.answeredQuestions().catch(() => undefined);
  // The platforms' clients and the store take time to load, which the terminal can do without.
  const { servePlatforms } = await import("../platforms.ts");
  const isServing = () => knowledge.isServing;
  await servePlatforms({ config, commands, knowledge, folder, reload: () => knowledge.reload(), isServing, stop, log });
  // The worker goes on until then, and a platform's client may leave a socket open that nobody waits for.
  process.exit(0);
}
