import { type Adapter, type Bot, createBot } from "./chat/bot.ts";
import { createRateLimits } from "./chat/rate-limits.ts";
import { serve } from "./chat/serve.ts";
import type { Command } from "./command.ts";
import type { Config, PlatformConfigs } from "./config.ts";
import type { Knowledge } from "./index.ts";
import type { Log } from "./log.ts";
import { openStore, startExpiry } from "./store/open.ts";

export interface Parts {
  readonly bot: Bot;
  readonly config: Config;
  readonly log: Log;
  /** Ends the program in order: what the platform needs is gone for good. */
  readonly fail: (error: Error) => void;
}

/** Makes a platform's adapter, importing its SDK only then; null when the platform is not configured. */
type Platform = (parts: Parts) => Promise<Adapter | null>;

/** Every platform there is. */
const platforms: Readonly<Record<keyof PlatformConfigs, Platform>> = {
  discord: async ({ bot, config: { discord }, log, fail }) => {
    if (discord === null) return null;
    const { createDiscordAdapter } = await import("./discord/adapter.ts");
    const { apiUrl: api, ...settings } = discord;
    return createDiscordAdapter({ ...settings, api, bot, log, onFatal: fail });
  },
  slack: async ({ bot, config: { slack }, log }) => {
    if (slack === null) return null;
    const { createSlackAdapter } = await import("./slack/adapter.ts");
    return createSlackAdapter({ bot, log, config: slack });
  },
};

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
 * @throws AttacheError with a line for each platform that cannot start, or for one that later fails for good
 */
export async function servePlatforms({ config, commands, knowledge, stop, log }: ServeOptions): Promise<void> {
  const store = await openStore(config.store, log);
  const endExpiry = startExpiry(store, config.retentionDays, log);
  try {
    const limits = createRateLimits({ perUser: config.ratePerUser, perChannel: config.ratePerChannel });
    const bot = createBot({ commands, knowledge, store, limits, log });
    let failure: Error | undefined;
    const failed = Promise.withResolvers<void>();
    const fail = (error: Error) => {
      failure ??= error;
      failed.resolve();
    };
    const made = await Promise.all(Object.values(platforms).map((platform) => platform({ bot, config, log, fail })));
    log.info("Ready to answer", { sources: knowledge.sources.length, index: knowledge.fingerprint.slice(0, 7) });
    const adapters = made.filter((adapter) => adapter !== null);
    await serve(adapters, Promise.race([stop, failed.promise]), log);
    log.info("Stopped");
    if (failure !== undefined) throw failure;
  } finally {
    endExpiry();
    await store.close();
  }
}
