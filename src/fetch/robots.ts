import robotsParser from "robots-parser";
import { AttacheError } from "../errors.ts";
import { AGENT, type Web } from "./web.ts";

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
}

/** Its types are those of a module of another kind than it is. */
const parse = robotsParser as unknown as (place: string, text: string) => Rules;

/** RFC 9309 has at least so much of a robots.txt read. */
const MOST = 500 * 1_024;
const FREE: Rules = { isAllowed: () => true };

/** What the robots.txt of each site allows this program, asked for once. */
export class Robots {
  readonly #web: Web;
  readonly #rules = new Map<string, Promise<Rules>>();

  constructor(web: Web) {
    this.#web = web;
  }

  /** @throws AttacheError "fetch" where a site does not want an address fetched, or does not say what it wants */
  async check(url: URL): Promise<void> {
    let rules = this.#rules.get(url.origin);
    if (rules === undefined) {
      rules = this.#read(url.origin);
      this.#rules.set(url.origin, rules);
    }
    if ((await rules).isAllowed(url.href, AGENT) === false) {
      throw new AttacheError("fetch", "is not to be fetched by programs, says the site's robots.txt: save it by hand");
    }
  }

  /** RFC 9309, 2.3.1: where there is none all is allowed, and where it cannot be had nothing is. */
  async #read(origin: string): Promise<Rules> {
    const place = `${origin}/robots.txt`;
    const { status, bytes } = await this.#web.get(place).catch((cause: Error) => {
      throw new AttacheError("fetch", `is at a site whose robots.txt ${cause.message}`, { cause });
    });
    if (status >= 500)
      throw new AttacheError("fetch", `is at a site whose robots.txt answers ${status}: try again later`);
    return status >= 400 ? FREE : parse(place, bytes.subarray(0, MOST).toString("utf8"));
  }
}
