import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { generateFolder } from "../../bench/generated-folder.ts";
import { practiceFolders } from "../../bench/practice.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { FIXTURES } from "../documents/formats/fixture.ts";
import { makeFolder } from "../helpers/folder.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const PLAIN = [
  "who proposed expelling 35 diplomats",
  "what is this about",
  "where is the harbor and the lanterns",
  "how many people came",
  "why was the meeting put off",
  "when did it begin",
  "what did they decide about the costs?",
  "who is in charge",
];

/** Everything that is told of some questions, and without any, as text. */
async function tell(knowledge: Knowledge, questions: readonly string[]): Promise<string> {
  return JSON.stringify([
    await answer(knowledge, questions),
    await knowledge.timeline(),
    await knowledge.people(),
    await knowledge.differences(),
  ]);
}

async function answer(knowledge: Knowledge, questions: readonly string[]): Promise<string> {
  const told: unknown[] = [
    knowledge.fingerprint,
    withoutTimes(knowledge.sources),
    withoutTimes(knowledge.report?.files),
  ];
  for (const question of questions) {
    const found = await knowledge.ask(question, { limit: 5, explain: true });
    const [best] = found.excerpts;
    told.push(found, best === undefined ? null : await knowledge.widen(best));
  }
  return JSON.stringify(told);
}

/** A file that is changed and changed back was changed all the same. */
function withoutTimes(told: readonly { readonly changed?: number | null }[] | undefined) {
  return told?.map(({ changed, ...others }) => others);
}

interface Opened {
  readonly knowledge: Knowledge;
  readonly problems: readonly string[];
}

async function open(folder: string, snapshot: string | null): Promise<Opened> {
  const problems: string[] = [];
  const knowledge = await openKnowledge({ folder, snapshot, onSnapshotProblem: (problem) => problems.push(problem) });
  return { knowledge, problems };
}

const folders: readonly (readonly [name: string, files: () => Promise<string>, questions: readonly string[]])[] = [
  ["the shipped folder", () => copyOf(knowledgeFolder), PLAIN],
  ...practiceFolders
    .slice(0, 2)
    .map(
      ({ name, folder, answerable }) =>
        [
          `the practice folder ${name}`,
          () => copyOf(folder),
          answerable.slice(0, 10).map(({ question }) => question),
        ] as const,
    ),
];

async function copyOf(folder: string): Promise<string> {
  const copy = await makeFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

it.each(folders)(
  "answers from %s are the same built anew, as written, from the snapshot, and after a change and back",
  async (_, make, questions) => {
    const folder = await make();
    const place = path.join(await makeFolder(), "index");
    const anew = await tell((await open(folder, null)).knowledge, questions);
    const check = async (expected: string) => {
      const { knowledge, problems } = await open(folder, place);
      expect(problems).toEqual([]);
      expect((await tell(knowledge, questions)) === expected, "the same to the letter").toBe(true);
    };
    await check(anew);
    const written = statSync(place);
    expect(written.mode & 0o077).toBe(0);
    await check(anew);
    expect(statSync(place).mtimeMs).toBe(written.mtimeMs);
    const file = path.join(
      folder,
      readdirSync(folder, { recursive: true, encoding: "utf8" }).find(isDocument) as string,
    );
    const before = readFileSync(file, "utf8");
    writeFileSync(
      file,
      `${before}\n\nThe harbor was closed on 3 May 2021 by Jane Doe, who proposed expelling 35 gulls.\n`,
    );
    const changed = await tell((await open(folder, null)).knowledge, questions);
    expect(changed === anew).toBe(false);
    await check(changed);
    await check(changed);
    writeFileSync(file, before);
    await check(anew);
    await check(anew);
  },
  120_000,
);

it.each([
  ["a folder so large that the flat index finds the candidates", Object.fromEntries(generateFolder(2_200))],
  ["files that are no text, by pages, rows and messages", fixtures()],
])(
  "answers from %s are the same too",
  async (_, files) => {
    const folder = await makeFolder(files);
    const place = path.join(await makeFolder(), "index");
    const told: string[] = [];
    for (const snapshot of [null, place, place])
      told.push(await answer((await open(folder, snapshot)).knowledge, PLAIN));
    expect(told.map((one) => one === told[0])).toEqual([true, true, true]);
  },
  60_000,
);

function fixtures(): Record<string, Uint8Array> {
  const names = readdirSync(FIXTURES).filter((name) => path.extname(name) !== "" && name !== "make.sh");
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(FIXTURES, name))]));
}

function isDocument(file: string): boolean {
  return file.endsWith(".md");
}

it("goes on quoting what it read, whatever becomes of the files and of the snapshot", async () => {
  const folder = await copyOf(knowledgeFolder);
  const place = path.join(await makeFolder(), "index");
  await open(folder, place);
  const { knowledge } = await open(folder, place);
  const anew = await tell((await open(folder, null)).knowledge, PLAIN);
  for (const file of readdirSync(folder)) writeFileSync(path.join(folder, file), "Something else.\n");
  await open(folder, place);
  rmSync(place);
  expect((await tell(knowledge, PLAIN)) === anew).toBe(true);
});
