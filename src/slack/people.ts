import type { webApi } from "@slack/bolt";
import { BoundedMap } from "../text/bounded-map.ts";

/** What people are called. */
export interface People {
  /** Text with the names of the people that it mentions, as far as Slack tells them. */
  withNames(text: string): Promise<string>;
}

/** People whose names are kept in memory, and mentions of a text that are looked up. */
const MAX_KEPT = 1_000;
const MAX_LOOKED_UP = 10;
/** A mention that has no name with it. */
const MENTION = /<@([UW][A-Z0-9]+)>/g;

/**
 * @param client that fails at once rather than wait: an answer does not wait for a name
 * @param mayAsk whether the app has the scope for it, users:read, which nothing else needs
 */
export function createPeople(client: webApi.WebClient, mayAsk: () => boolean): People {
  const names = new BoundedMap<string, string>(MAX_KEPT);

  async function nameOf(user: string): Promise<string | null> {
    const known = names.get(user);
    if (known !== undefined) return known;
    const found = await client.users.info({ user }).catch(() => null);
    const { profile, real_name: real, name: handle } = found?.user ?? {};
    const name = [profile?.display_name, profile?.real_name, real, handle].find((one) => one?.trim());
    if (name === undefined) return null;
    names.set(user, name);
    return name;
  }

  return {
    async withNames(text) {
      if (!mayAsk()) return text;
      const ids = [...new Set([...text.matchAll(MENTION)].map(([, id = ""]) => id))].slice(0, MAX_LOOKED_UP);
      const found = new Map(await Promise.all(ids.map(async (id) => [id, await nameOf(id)] as const)));
      return text.replace(MENTION, (mention, id: string) => {
        const name = found
          .get(id)
          ?.replace(/[<>|&\s]+/g, " ")
          .trim();
        return name ? `<@${id}|${name}>` : mention;
      });
    },
  };
}
