import process from "node:process";
import { createInterface } from "node:readline";
import { tokenize } from "../../src/text/tokens.ts";

/** Prints, for each line of standard input, its words and their terms ("word=term"), stop words left out. */
for await (const line of createInterface({ input: process.stdin })) {
  const tokens = tokenize(line).filter(({ stop }) => !stop);
  process.stdout.write(`${tokens.map(({ word, term }) => `${word}=${term}`).join(" ")}\n`);
}
