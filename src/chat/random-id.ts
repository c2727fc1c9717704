import { randomBytes } from "node:crypto";

/** @returns 24 characters of a-z and 0-9 that nobody guesses: 120 bits, in digits of base 32 */
export function randomId(): string {
  return [...randomBytes(24)].map((byte) => (byte & 31).toString(32)).join("");
}
