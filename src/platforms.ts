import type { Adapter, Bot } from "./bot.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";

export interface Parts {
  readonly bot: Bot;
  readonly config: Config;
  readonly log: Log;
}

/** Makes a platform's adapter; null when the platform is not configured. */
type Platform = (parts: Parts) => Adapter | null;

/** Every platform there is, a line each. */
const platforms: readonly Platform[] = [];

/** @returns the adapters of the platforms that are configured */
export function createAdapters(parts: Parts): readonly Adapter[] {
  return platforms.flatMap((platform) => platform(parts) ?? []);
}
