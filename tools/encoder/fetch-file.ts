import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AttacheError } from "../../src/errors.ts";

/** Bytes of a file at the most. */
const MAX_BYTES = 2 * 2 ** 30;

/** A file that is to be had. */
export interface Wanted {
  readonly url: URL;
  readonly sha256: string;
  readonly name: string;
}

/** @throws AttacheError "usage" for an address without https, or what is no checksum */
export function toWanted(address: string, sha256: string): Wanted {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:") throw new AttacheError("usage", `${address} is no address that starts with https://`);
  if (!/^[0-9a-f]{64}$/i.test(sha256)) {
    throw new AttacheError("usage", `${sha256} is no SHA-256, which has 64 hexadecimal digits: it follows its address`);
  }
  const name = path.posix.basename(url.pathname);
  if (!/^\w[\w.-]*$/.test(name)) throw new AttacheError("usage", `${address} does not end in the name of a file`);
  return { url, sha256: sha256.toLowerCase(), name };
}

/**
 * Fetches a file into a folder. Nothing is there under its name before its checksum is right.
 *
 * @param send what fetches, other than Node's own
 * @returns how many bytes it has
 * @throws AttacheError "encoder" when it cannot be had, is too large, or is not what its checksum says
 */
export async function fetchFile({ url, sha256, name }: Wanted, folder: string, send = fetch): Promise<number> {
  const file = path.join(folder, name);
  const part = `${file}.part`;
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > MAX_BYTES ? new Error(`it has more than ${MAX_BYTES} bytes`) : null, chunk);
    },
  });
  try {
    const response = await send(url);
    if (new URL(response.url).protocol !== "https:") throw new Error("it leads to an address without https");
    if (!response.ok || response.body === null) throw new Error(`the answer was ${response.status}`);
    await pipeline(Readable.fromWeb(response.body), counted, createWriteStream(part));
    const found = hash.digest("hex");
    if (found !== sha256) throw new Error(`its SHA-256 is ${found}: check the address and the checksum`);
    await rename(part, file);
    return bytes;
  } catch (cause) {
    await rm(part, { force: true });
    const { message, cause: deeper } = cause as Error;
    const reason = deeper instanceof Error ? deeper.message : message;
    throw new AttacheError("encoder", `${url.href} was not fetched: ${reason}`, { cause });
  }
}
