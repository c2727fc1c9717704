import { type Adapter, type Bot, createBot } from "./chat/bot.ts";
import { createKeepAnswer } from "./chat/people/keep-answer.ts";
import { createRateLimits } from "./chat/rate-limits.ts";
import { serve } from "./chat/serve.ts";
import type { Command } from "./command.ts";
import type { Config, PlatformConfigs } from "./config.ts";
import type { Health } from "./health/server.ts";
import type { Knowledge } from "./index.ts";
import type { Log } from "./log.ts";
import { openStore, startExpiry } from "./store/open.ts";
import type { Store } from "./store/store.ts";

export interface Parts {
  readonly bot: Bot;
  readonly config: Config;
  readonly log: Log;
  /** Gives the platform up: what it needs is gone for good. */
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
  slack: async ({ bot, config: { slack }, log, fail }) => {
    if (slack === null) return null;
    const { createSlackAdapter } = await import("./slack/adapter.ts");
    return createSlackAdapter({ bot, log, config: slack, onFatal: fail });
  },
};

export interface ServeOptions {
  readonly config: Config;
  readonly commands: readonly Command[];
  readonly knowledge: Knowledge;
  /** Folder of the documents, to which people's answers are added. */
  readonly folder: string;
  /** Reads the folder anew. */
  readonly reload: () => Promise<void>;
  /** Whether the index answers now. */
  readonly isServing: () => boolean;
  /** Settles when it is time to stop. */
  readonly stop: Promise<void>;
  readonly log: Log;
}

/**
 * Answers on every configured platform until told to stop.
 *
 * @throws AttacheError with a line for each platform that cannot start, or for the last one that later fails for good
 */
export async function servePlatforms(options: ServeOptions): Promise<void> {
  const { config, commands, knowledge, stop, log } = options;
  const store = await openStore(config.store, log);
  const endExpiry = startExpiry(store, config.retentionDays, log);
  let health: Health | null = null;
  try {
    const adapters: Adapter[] = [];
    const watched = config.health === null ? null : await watch(config.health, { ...options, store, adapters });
    if (watched !== null) {
      health = watched.health;
      log.info(`How it is: http://${config.health?.host}:${health.port}/readyz, /healthz and /metrics`);
    }
    const limits = createRateLimits({ perUser: config.ratePerUser, perChannel: config.ratePerChannel });
    const bot = createBot({
      commands,
      knowledge,
      store,
      limits,
      log,
      operators: { discord: config.discord?.admins ?? [], slack: config.slack?.admins ?? [] },
      reportDays: config.retentionDays,
      escalatedOn: (["discord", "slack"] as const).filter((platform) => config[platform]?.escalateTo != null),
      keepAnswer: createKeepAnswer(options),
      ...(watched === null ? {} : { observe: watched.observe }),
    });
    const made = await Promise.all(
      Object.values(platforms).map(async (platform) => {
        const { promise: failed, resolve: fail } = Promise.withResolvers<Error>();
        const adapter = await platform({ bot, config, log, fail });
        return adapter === null ? [] : [{ ...adapter, failed }];
      }),
    );
    adapters.push(...made.flat());
    log.info("Ready to answer", { sources: knowledge.sources.length, index: knowledge.fingerprint.slice(0, 7) });
    // Names are offered at the first key that somebody types. Whoever asks for them is told of a fault.
    const findNames = () => void knowledge.people().catch(() => undefined);
    await serve(adapters, stop, log, findNames);
    log.info("Stopped");
  } finally {
    endExpiry();
    await health?.close();
    await store.close();
  }
}

interface Watched extends Pick<ServeOptions, "knowledge" | "isServing"> {
  readonly store: Store;
  /** Those that serve, as soon as they are made. */
  readonly adapters: readonly Adapter[];
}

/** Tells supervisors how it is, from before the platforms are connected. */
async function watch(place: NonNullable<Config["health"]>, { knowledge, isServing, store, adapters }: Watched) {
  const [{ createMetrics }, { startHealth }] = await Promise.all([
    import("./health/metrics.ts"),
    import("./health/server.ts"),
  ]);
  const metrics = createMetrics(knowledge);
  const readiness = async () => ({
    index: isServing(),
    store: await store.isReady(),
    ...Object.fromEntries(adapters.map((adapter) => [adapter.name.toLowerCase(), adapter.isConnected()])),
    platforms: adapters.length > 0,
  });
  return { observe: metrics.observe, health: await startHealth({ ...place, metrics, readiness }) };
}
