import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, type Dispatcher, request } from "undici";
import { AttacheError } from "../errors.ts";
import { type IsAllowed, lookupAllowed, refuseOthers } from "./addresses.ts";

export interface WebOptions {
  readonly isAllowed: IsAllowed;
  /** For one address, with all that it redirects to. */
  readonly milliseconds: number;
  /** Bytes at the most, as they are once they are unpacked. */
  readonly most: number;
}

/** A page, as a server gave it. */
export interface Response {
  /** The address that it was at in the end. */
  readonly url: URL;
  readonly status: number;
  /** Lower-case, without parameters; "" where none is told. */
  readonly type: string;
  /** What the server calls its encoding; null where it does not. */
  readonly charset: string | null;
  readonly bytes: Buffer;
}

/** By which servers know this program, and their robots.txt names it. */
export const AGENT = "Attache";
/** Times in a row that an address may lead on to another, as RFC 9309 has it of robots.txt. */
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Gets what stands at addresses of the web, within bounds. */
export class Web {
  readonly #options: WebOptions;
  readonly #agent: Agent;

  constructor(options: WebOptions) {
    this.#options = options;
    const { isAllowed, milliseconds } = options;
    this.#agent = new Agent({ connect: { timeout: milliseconds, lookup: lookupAllowed(isAllowed) } });
  }

  /**
   * @param onHop told of each address before it is asked for; what it throws ends it
   * @throws AttacheError "fetch" that says in words to follow the address why it cannot be had
   */
  async get(address: string, onHop: (url: URL) => Promise<void> = async () => {}): Promise<Response> {
    const signal = AbortSignal.timeout(this.#options.milliseconds);
    let url = toUrl(address);
    try {
      for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
        refuseOthers(url.hostname, this.#options.isAllowed);
        await onHop(url);
        const response = await request(url, {
          dispatcher: this.#agent,
          signal,
          headers: { "user-agent": `${AGENT} (saves pages for a bot that quotes them)`, "accept-encoding": "gzip, br" },
        });
        const location = one(response.headers["location"]);
        if (!REDIRECTS.has(response.statusCode) || location === null) return await this.#read(url, response, signal);
        // What a redirect says beside is of no use, and may be endless.
        response.body.on("error", () => {}).destroy();
        url = toUrl(location, url);
      }
    } catch (error) {
      throw this.#describe(error);
    }
    throw new AttacheError("fetch", `leads on more than ${MAX_REDIRECTS} times: name the page that it leads to`);
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #read(
    url: URL,
    { statusCode, headers, body }: Dispatcher.ResponseData,
    signal: AbortSignal,
  ): Promise<Response> {
    const { most } = this.#options;
    const encoding = one(headers["content-encoding"])?.toLowerCase() ?? "identity";
    const chunks: Buffer[] = [];
    let length = 0;
    const collect = async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        length += chunk.length;
        if (length > most)
          throw new AttacheError("fetch", `is over ${Math.round(most / 1_048_576)} MB: save a part of it by hand`);
        chunks.push(chunk);
      }
    };
    const unpack = unpacker(encoding);
    const source: Readable = body;
    await (unpack === null ? pipeline(source, collect, { signal }) : pipeline(source, unpack, collect, { signal }));
    const [type = "", ...parameters] = (one(headers["content-type"]) ?? "").split(";");
    const charset = /^\s*charset\s*=\s*"?([^"\s]+)/i;
    const named = parameters.flatMap((parameter) => charset.exec(parameter)?.[1] ?? []);
    return {
      url,
      status: statusCode,
      type: type.trim().toLowerCase(),
      charset: named[0] ?? null,
      bytes: Buffer.concat(chunks),
    };
  }

  #describe(error: unknown): AttacheError {
    const { name, code, cause, message } = error as NodeJS.ErrnoException;
    if (error instanceof AttacheError) return error;
    if (cause instanceof AttacheError) return cause;
    if (name === "TimeoutError" || (name === "AbortError" && (cause as Error | undefined)?.name === "TimeoutError")) {
      const seconds = this.#options.milliseconds / 1_000;
      return new AttacheError("fetch", `takes longer than ${seconds} s: try again later`, { cause: error });
    }
    if (code === "ENOTFOUND")
      return new AttacheError("fetch", "has a host that does not exist: check it", { cause: error });
    return new AttacheError("fetch", `cannot be had (${code ?? message}): try again later`, { cause: error });
  }
}

/** An address as it may be shown and kept; what is none stays as it is. */
export function withoutPassword(address: string): string {
  const url = URL.parse(address);
  if (url === null || (url.username === "" && url.password === "")) return address;
  url.username = "";
  url.password = "";
  return url.href;
}

function toUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null) throw new AttacheError("fetch", `leads to “${address}”, which is no address of the web`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new AttacheError("fetch", `is at ${url.protocol}, and only http and https are fetched`);
  }
  // Neither a password nor a place on the page is part of what is asked for and kept.
  url.username = "";
  url.password = "";
  url.hash = "";
  return url;
}

function unpacker(encoding: string): Transform | null {
  if (encoding === "identity" || encoding === "") return null;
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "br") return createBrotliDecompress();
  if (encoding === "deflate") return createInflate();
  throw new AttacheError("fetch", `is packed as ${encoding}, which was not asked for`);
}

function one(header: string | readonly string[] | undefined): string | null {
  return (typeof header === "string" ? header : header?.[0]) ?? null;
}
