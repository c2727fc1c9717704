import process from "node:process";
import { fileURLToPath } from "node:url";
import { sentenceBits } from "../../../src/search/sentence-bits.ts";
import { entityBits } from "../../../src/text/entities/entity-bits.ts";
import { impliedTerms } from "../../../src/text/entities/implied-terms.ts";
import { findWeekdays } from "../../../src/text/entities/weekdays.ts";
import { findDates } from "../../../src/text/entities/written-dates.ts";
import { tokenize } from "../../../src/text/tokens.ts";

/** All that is recognised in a text by patterns, as JSON. */
export function recognise(text: string): string {
  const tokens = tokenize(text);
  const implied = [...impliedTerms(text, tokens)];
  return JSON.stringify([entityBits(text, tokens), implied, findDates(text), findWeekdays(text), sentenceBits(text)]);
}

/** As a program: the same of each of the texts that it is given as JSON. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part);
  const texts: string[] = JSON.parse(Buffer.concat(parts).toString());
  process.stdout.write(JSON.stringify(texts.map(recognise)));
}
