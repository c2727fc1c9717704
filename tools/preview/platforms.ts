import type { PlatformConfigs } from "../../src/config.ts";
import { discord } from "./discord.ts";
import type { Platform } from "./page.ts";
import { slack } from "./slack.ts";

const all: Readonly<Record<keyof PlatformConfigs, Platform>> = { discord, slack };

/** Every platform that the preview shows, from left to right. */
export const platforms: readonly Platform[] = Object.values(all);
