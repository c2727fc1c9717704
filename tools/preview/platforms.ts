import { discord } from "./discord.ts";
import type { Platform } from "./page.ts";
import { slack } from "./slack.ts";

/** Every platform that the preview shows, from left to right. */
export const platforms: readonly Platform[] = [discord, slack];
