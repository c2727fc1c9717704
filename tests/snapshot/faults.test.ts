import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { drawer } from "../../bench/random.ts";
import type { Answer } from "../../src/index.ts";
import { openKnowledge } from "../../src/index.ts";
import { HEADER, readHeader } from "../../src/snapshot/header.ts";
import { rowsMadeWith } from "../../src/snapshot/made-with.ts";
import { Snapshot } from "../../src/snapshot/snapshot.ts";
import { SnapshotFile, UnusableSnapshot } from "../../src/snapshot/snapshot-file.ts";
import { SnapshotWriter } from "../../src/snapshot/snapshot-writer.ts";
import { makeFolder } from "../helpers/folder.ts";
import { compileCache, knowledgeFolder, run } from "../helpers/program.ts";

const QUESTION = "who proposed expelling 35 diplomats";
/** Of each fault; more with ATTACHE_FAULTS=1000. */
const TIMES = Number(process.env["ATTACHE_FAULTS"] ?? 200);
/** Processes killed while they write. */
const KILLS = Math.ceil(TIMES / 4);
const program = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));

let expected: Answer;
let whole: Buffer;
/** Where what only a change needs begins. */
let aside: number;
beforeAll(async () => {
  expected = await (await openKnowledge({ folder: knowledgeFolder })).ask(QUESTION);
  const place = path.join(await makeFolder(), "index");
  await openKnowledge({ folder: knowledgeFolder, snapshot: place });
  whole = readFileSync(place);
  aside = readHeader(whole.subarray(0, HEADER))?.aside ?? Number.NaN;
});

function flip(at: number, bit: number): Buffer {
  const flipped = Buffer.from(whole);
  flipped[at] = (flipped[at] as number) ^ (1 << bit);
  return flipped;
}

/** Opens the shipped folder, or a copy, with a snapshot, and asks. @returns what was wrong with the snapshot */
async function ask(snapshot: string, folder = knowledgeFolder): Promise<string[]> {
  const problems: string[] = [];
  const onSnapshotProblem = (problem: string) => problems.push(problem);
  const knowledge = await openKnowledge({ folder, snapshot, onSnapshotProblem });
  expect(await knowledge.ask(QUESTION)).toEqual(expected);
  return problems;
}

describe("a snapshot that is not what was written", () => {
  const draw = drawer(13);

  it(`is never used: cut short at ${TIMES} places, with a bit flipped at ${TIMES}`, async () => {
    const place = path.join(await makeFolder(), "index");
    for (let i = 0; i < TIMES; i++) {
      writeFileSync(place, whole);
      truncateSync(place, draw(whole.length));
      expect(() => Snapshot.open(place)).toThrow(UnusableSnapshot);
      // The header, and what leads to all else, are small.
      const at = draw(i % 4 === 0 ? HEADER : whole.length);
      writeFileSync(place, flip(at, draw(8)));
      // What only a change needs is looked at where one is read.
      if (at < aside) expect(() => Snapshot.open(place)).toThrow(UnusableSnapshot);
      else expect(() => Snapshot.open(place).readRows()).toThrow(UnusableSnapshot);
    }
    writeFileSync(place, whole);
    expect(() => Snapshot.open(place).readRows()).not.toThrow();
  });

  it("serves on where only what a change needs is damaged, and is made anew at a change", async () => {
    const folder = await makeFolder();
    cpSync(knowledgeFolder, folder, { recursive: true });
    const place = path.join(await makeFolder(), "index");
    writeFileSync(place, flip(aside + draw(whole.length - aside), draw(8)));
    expect(await ask(place, folder)).toEqual([]);
    writeFileSync(path.join(folder, "tea.md"), "The tea is served at five.\n");
    const changed = await openKnowledge({ folder });
    const problems: string[] = [];
    const onSnapshotProblem = (problem: string) => problems.push(problem);
    const opened = await openKnowledge({ folder, snapshot: place, onSnapshotProblem });
    expect(problems).toEqual([expect.stringMatching(/^The snapshot .+ is damaged: it is written anew$/)]);
    expect(opened.fingerprint).toBe(changed.fingerprint);
    for (const question of [QUESTION, "when is the tea served"])
      expect(await opened.ask(question)).toEqual(await changed.ask(question));
    expect(() => Snapshot.open(place).readRows()).not.toThrow();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["cut short", (bytes) => bytes.subarray(0, 10_000)],
    ["cut to a few bytes", (bytes) => bytes.subarray(0, 3)],
    ["empty", () => Buffer.alloc(0)],
    ["longer than it was", (bytes) => Buffer.concat([bytes, bytes])],
    ["flipped at its first byte", (bytes) => Buffer.concat([Buffer.of(0), bytes.subarray(1)])],
    ["flipped in a text", (bytes) => bytes.fill(bytes.subarray(100, 101)[0] === 32 ? 33 : 32, 100, 101)],
    ["of another format", (bytes) => bytes.fill(9, 8, 9)],
  ])("is made anew when it is %s, with one line that says so", async (_, damage) => {
    const place = path.join(await makeFolder(), "index");
    writeFileSync(place, damage(Buffer.from(whole)));
    const problems = await ask(place);
    expect(problems).toEqual([expect.stringMatching(/^The snapshot .+ is (?:damaged|cut short).*: the documents are/)]);
    expect(await ask(place)).toEqual([]);
  });

  it("is made anew when another program made it", async () => {
    const place = path.join(await makeFolder(), "index");
    for (const tree of [{ madeWith: "another" }, { kind: "rows", madeWith: rowsMadeWith() }]) {
      new SnapshotWriter(place).finish(tree);
      expect(await ask(place)).toEqual([expect.stringContaining("is of another version")]);
      expect(await ask(place)).toEqual([]);
    }
  });
});

describe("a place that cannot be used", () => {
  it("leaves a file that is no snapshot as it is, and says so", async () => {
    const place = path.join(await makeFolder({ notes: "My notes.\n" }), "notes");
    expect(await ask(place)).toEqual([expect.stringMatching(/notes is no snapshot, and is left as it is/)]);
    expect(readFileSync(place, "utf8")).toBe("My notes.\n");
  });

  it.skipIf(process.platform === "win32")("leaves what is no file at all as it is, and opens none", async () => {
    const place = path.join(await makeFolder(), "socket");
    const server = createServer().listen(place);
    await once(server, "listening");
    try {
      expect(await ask(place)).toEqual([expect.stringMatching(/socket is no snapshot, and is left as it is/)]);
      expect(statSync(place).isSocket()).toBe(true);
    } finally {
      server.close();
    }
  });

  it("keeps none among the documents, be it by a way around", async () => {
    const folder = await makeFolder({ "a.md": "The roof is red.\n", "b/c.md": "The roof is blue.\n" });
    for (const place of ["index", "b/index", "new/index", "b/../index"]) {
      const problems: string[] = [];
      const snapshot = `${folder}/${place}`;
      await openKnowledge({ folder, snapshot, onSnapshotProblem: (problem) => problems.push(problem) });
      expect(problems).toEqual([expect.stringContaining("would be among the documents")]);
    }
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["a.md", "b", "b/c.md"]);
  });

  it("serves on where the place is a folder, or below a file", async () => {
    const folder = await makeFolder({ file: "" });
    mkdirSync(path.join(folder, "taken"));
    expect(await ask(path.join(folder, "taken"))).toEqual([expect.stringContaining("taken is no snapshot")]);
    expect(await ask(path.join(folder, "file/index"))).toEqual([
      expect.stringMatching(/cannot be .+\((?:ENOTDIR|EEXIST)\)/),
    ]);
  });

  it.skipIf(process.platform === "win32")("serves on where the disk is full, and leaves nothing behind", async () => {
    const place = path.join(await makeFolder(), "index");
    // No file may grow beyond 100 blocks of 512 bytes: writing on fails as on a full disk.
    const script = `trap '' XFSZ; ulimit -f 100; exec "$0" "$@"`;
    const args = ["-c", script, process.execPath, program("open"), knowledgeFolder, place];
    const { stdout, stderr, status } = await run("sh", args, { env: { NODE_COMPILE_CACHE: "" } });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const { answer, problems } = JSON.parse(stdout);
    expect(answer).toEqual(expected);
    expect(problems).toEqual([expect.stringMatching(/index cannot be written \(EFBIG\): each start reads all/)]);
    expect(readdirSync(path.dirname(place))).toEqual([]);
  });
});

describe("processes that write", () => {
  it("and are killed leave the old snapshot or a new one, and what they began is swept away by the next", async () => {
    const place = path.join(await makeFolder(), "index");
    const draw = drawer(7);
    let left = 0;
    for (let i = 0; i < KILLS; i += 5) {
      await Promise.all(Array.from({ length: 5 }, () => killWhileWriting(place, draw(80))));
      left += readdirSync(path.dirname(place)).filter((name) => name.endsWith(".tmp")).length;
      if (existsSync(place)) expect(() => SnapshotFile.open(place)).not.toThrow();
    }
    expect(left, "none was killed while it wrote: the test shows nothing").toBeGreaterThan(0);
    writeFileSync(place, whole.subarray(0, 100));
    await ask(place);
    expect(readdirSync(path.dirname(place))).toEqual(["index"]);
  }, 120_000);

  it("at the same time do each other no harm", async () => {
    const place = path.join(await makeFolder(), "index");
    for (const there of ["nothing", "another's"]) {
      if (there !== "nothing") new SnapshotWriter(place).finish({ madeWith: "another" });
      const ended = await Promise.all(
        Array.from({ length: 3 }, () => run(process.execPath, [program("open"), knowledgeFolder, place])),
      );
      for (const { stdout, stderr } of ended) {
        expect(stderr).toBe("");
        expect(JSON.parse(stdout).answer).toEqual(expected);
      }
      expect(readdirSync(path.dirname(place))).toEqual(["index"]);
      expect(() => Snapshot.open(place)).not.toThrow();
    }
  }, 60_000);
});

/** @param milliseconds after which it is killed, from when it begins to write on */
async function killWhileWriting(place: string, milliseconds: number): Promise<void> {
  const env = { PATH: process.env["PATH"], ...compileCache };
  const child: ChildProcess = spawn(process.execPath, [program("write-on"), place], { env });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  await sleep(milliseconds);
  child.kill("SIGKILL");
  await once(child, "exit");
}
