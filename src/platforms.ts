import { type Adapter, type Bot, createBot } from "./bot.ts";
import type { Command } from "./command.ts";
import type { Config } from "./config.ts";
import type { Knowledge } from "./index.ts";
import { createLimits } from "./limits/limits.ts";
import type { Log } from "./log.ts";
import { serve } from "./serve.ts";
import { openStore, startExpiry } from "./store/open.ts";

export interface Parts {
  readonly bot: Bot;
  readonly config: Config;
  readonly log: Log;
}

/** Makes a platform's adapter, importing its SDK only then; null when the platform is not configured. */
type Platform = (parts: Parts) => Promise<Adapter | null>;

/** Every platform there is, a line each. */
const platforms: readonly Platform[] = [];

export interface ServeOptions {
  readonly config: Config;
  readonly commands: readonly Command[];
  readonly knowledge: Knowledge;
  /** Settles when it is time to stop. */
  readonly stop: Promise<void>;
  readonly log: Log;
}

/**
 * Answers on every configured platform until told to stop.
 *
 * @throws AttacheError with a line for each platform that cannot start
 */
export async function servePlatforms({ config, commands, knowledge, stop, log }: ServeOptions): Promise<void> {
  const store = await openStore(config.store, log);
  const endExpiry = startExpiry(store, config.retentionDays, log);
  try {
    const limits = createLimits({ perUser: config.ratePerUser, perChannel: config.ratePerChannel });
    const bot = createBot({ commands, knowledge, store, limits, log });
    const made = await Promise.all(platforms.map((platform) => platform({ bot, config, log })));
    log.info("Ready to answer", { sources: knowledge.sources.length, index: knowledge.index.slice(0, 7) });
    const adapters = made.filter((adapter) => adapter !== null);
    await serve(adapters, stop, log);
    log.info("Stopped");
  } finally {
    endExpiry();
    await store.close();
  }
}
