import { hash } from "node:crypto";
import { mkdir, readdir, rename, rm, unlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { fingerprintOf, openFresh } from "./fresh.ts";

/** A thousand are made with FRESH_CHANGES=1000. */
const CHANGES = Number(process.env["FRESH_CHANGES"] ?? 150);
const SEED = Number(process.env["FRESH_SEED"] ?? 1);
const NAMES = ["mill", "dairy", "bakery", "forge", "brewery", "tannery", "smithy", "laundry"];
/** Milliseconds between two questions. */
const PACE = 200;

it(
  `${CHANGES} random changes lose no question, show no file half written, and leave what a start would read`,
  async () => {
    const random = xoroshiro128plus(SEED);
    const pick = <T>(from: readonly T[]): T => from[uniformInt(random, 0, from.length - 1)] as T;
    let count = 0;
    /** Every text that an author was done with. */
    const whole = new Set<string>();
    const text = (name: string) => {
      const keeper = `Keeper ${++count}`;
      const lines = Array.from({ length: 40 }, (_, i) => `Line ${i} of the ${name} was written by ${keeper}.`);
      const written = `# The ${name}\n\nThe ${name} was built by ${keeper}.\n\n${lines.join("\n\n")}\n\nThe ${name} closes at ${count} minutes past six.\n`;
      whole.add(hash("sha256", written));
      return written;
    };
    const folder = await makeFolder(Object.fromEntries(NAMES.map((name) => [`${name}.md`, text(name)])));
    await using fresh = await openFresh(folder);
    const { knowledge } = fresh;
    const at = (file: string) => path.join(folder, file);
    const list = async () => (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".md"));
    const nameOf = (file: string) => path.basename(file, ".md").replace(/-.*/, "");
    const inTwo = async (file: string, content: string) => {
      const middle = uniformInt(random, 1, content.length - 1);
      await writeFile(at(file), content.slice(0, middle));
      await sleep(uniformInt(random, 1, 200));
      await writeFile(at(file), content.slice(middle), { flag: "a" });
    };
    const changes: readonly ((file: string) => Promise<unknown>)[] = [
      (file) => writeFile(at(file), text(nameOf(file))),
      (file) => inTwo(file, text(nameOf(file))),
      (file) => inTwo(file, text(nameOf(file))),
      (file) => writeFile(at(`${file}~`), text(nameOf(file))).then(() => rename(at(`${file}~`), at(file))),
      (file) =>
        unlink(at(file))
          .then(() => sleep(30))
          .then(() => writeFile(at(file), text(nameOf(file)))),
      (file) => inTwo(path.join(path.dirname(file), `${pick(NAMES)}-${count}.md`), text(pick(NAMES))),
      (file) => rename(at(file), at(path.join(path.dirname(file), `${nameOf(file)}-${++count}.md`))),
      (file) => mkdir(at(`in-${++count}`)).then(() => rename(at(file), at(`in-${count}/${path.basename(file)}`))),
      (file) =>
        path.dirname(file) === "." ? utimes(at(file), 1, 1) : rename(at(path.dirname(file)), at(`moved-${++count}`)),
      async (file) => ((await list()).length > NAMES.length ? unlink(at(file)) : writeFile(at(`${file}.swp`), "x")),
      (file) => writeFile(at(file), Uint8Array.of(0, 1, 2, 0, 255)),
      (file) => writeFile(at(file), ""),
      () => Promise.all(NAMES.map((name) => writeFile(at(`${name}-all.md`), text(name)))),
    ];
    let isChanging = true;
    const answers: Promise<readonly string[]>[] = [];
    const asking = (async () => {
      for (; isChanging; await sleep(PACE)) {
        const asked = knowledge.ask(`who built the ${pick(NAMES)}`, { limit: 10 });
        const shown = asked.then(({ excerpts }) => excerpts.map(({ location }) => location.sha256));
        // A fault is found in the end.
        shown.catch(() => undefined);
        answers.push(shown);
      }
    })();
    const seen = new Set<string>();
    for (let i = 0; i < CHANGES; i++) {
      await pick(changes)(pick(await list()));
      if (uniformInt(random, 0, 3) === 0) await sleep(uniformInt(random, 0, 600));
      seen.add(knowledge.fingerprint);
    }
    // What cannot be read would not be there after a start.
    for (const file of await list()) await writeFile(at(file), text(nameOf(file)));
    const expected = await fingerprintOf(folder);
    await expect.poll(() => knowledge.fingerprint, { timeout: 60_000, interval: 100 }).toBe(expected);
    isChanging = false;
    await asking;
    const shown = (await Promise.all(answers)).flat();
    expect(shown.length).toBeGreaterThan(answers.length);
    expect(shown.filter((sha256) => !whole.has(sha256))).toEqual([]);
    expect(seen.size).toBeGreaterThan(1);
    await rm(folder, { recursive: true });
  },
  30 * 60_000,
);
