import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MONTH_SIGN } from "../../../src/text/entities/dates.ts";
import { CURRENCY, DIGIT, holdsSign } from "../../../src/text/entities/signs.ts";
import { splitSentences } from "../../../src/text/sentences.ts";
import { slice } from "../../../src/text/span.ts";
import fc from "../../helpers/fast-check.ts";
import { recognise } from "./recognised.ts";

const PRACTICE = fileURLToPath(new URL("../../../bench/practice/", import.meta.url));
/** Every so many-th file of practice. */
const EVERY = 15;

/** What the patterns are made of, and what is nearly so. */
const words = fc.constantFrom(
  ..."half¦quarter¦past¦o'clock¦o’clock¦at¦six¦five¦one¦two¦p.m.¦p. m¦pm¦18:30¦18h¦18h30¦6¦9–17¦9-17¦3.5¦½¦1/2".split(
    "¦",
  ),
  ..."mo¦Mo¦fr¦Fr¦so¦we¦Sat¦sat¦Mondays¦monday¦Tues¦weekday¦working days¦workingdays¦daily¦yesterday¦mondayto".split(
    "¦",
  ),
  ..."–¦-¦to¦until¦every¦each¦twice¦a¦week¦per¦hour¦miles¦square¦metres¦from¦on¦in¦out of¦of¦the¦our¦for¦no¦not".split(
    "¦",
  ),
  ..."room¦Room¦hall¦12¦B¦2nd¦floor¦post office¦car park¦café¦opposite¦next¦church¦weg¦Hauptstraße¦Hauptstr.".split(
    "¦",
  ),
  ..."Norwegian¦NorwegA¦Baker¦Road¦Street¦Rue de la¦4thMarch¦4march¦march¦May¦may¦Sept¦2017¦2017-03-04¦04/03/2017".split(
    "¦",
  ),
  ..."Q3¦€¦$5¦£3m¦5kr¦USD5¦5USD¦5 millionUSD¦zł¦cent¦percent¦third¦most¦free¦of charge¦cost¦nothing¦gratis¦ABC¦don't¦isn’t".split(
    "¦",
  ),
  ..."because¦in order to¦is¦means¦by¦must¦only¦tel.¦0301234567¦+49 30 123456¦a@b.org¦www.x.org¦May-September".split(
    "¦",
  ),
);
const apart = fc.constantFrom(" ", " ", " ", "", ", ", ".", "_", "é", "\u00a0");
const soup = fc.array(fc.tuple(words, apart), { minLength: 1, maxLength: 8 }).map((parts) => parts.flat().join(""));

/** What is recognised where every pattern is tried: by a process of its own. */
function recogniseByAll(texts: readonly string[]): string[] {
  const programs = ["without-signs.ts", "recognised.ts"].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  ) as [string, string];
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", ...programs], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe("the signs that a text is looked through for before its patterns", () => {
  it("keep no pattern from finding what it would find", () => {
    const real = globSync("**/*.md", { cwd: PRACTICE })
      .sort()
      .filter((_, i) => i % EVERY === 0)
      .flatMap((file) => readFileSync(path.join(PRACTICE, file), "utf8").split("\n"))
      .flatMap((line) => splitSentences(line).map((span) => slice(line, span)));
    const made = fc.sample(soup, { numRuns: Number(process.env["FUZZ"] ?? 10_000), seed: 9 });
    const texts = [...real, ...made];
    const expected = recogniseByAll(texts);
    expect(texts.filter((text, i) => recognise(text) !== expected[i])).toEqual([]);
  });

  it("are words of whatever case, with no letter beside them", () => {
    expect(holdsSign("In March they met.", MONTH_SIGN)).toBe(true);
    expect(holdsSign("SEPT", MONTH_SIGN)).toBe(true);
    expect(holdsSign("a may-bug", MONTH_SIGN)).toBe(true);
    expect(holdsSign("4thmarch", MONTH_SIGN)).toBe(true);
    expect(holdsSign("countermarch, marching", MONTH_SIGN)).toBe(false);
    expect(holdsSign("", MONTH_SIGN)).toBe(false);
  });

  it("are numbers and signs of currencies too", () => {
    expect(holdsSign("at 7", DIGIT)).toBe(true);
    expect(holdsSign("at seven", DIGIT)).toBe(false);
    expect(holdsSign("for 7 €", CURRENCY)).toBe(true);
    expect(holdsSign("for 7 euros", CURRENCY)).toBe(false);
  });
});
