import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import { makeFolder } from "../helpers/folder.ts";
import { knowledgeFolder, root } from "../helpers/program.ts";
import { toldOf, toldOfAll } from "../helpers/told.ts";
import { openInWorker } from "./opened.ts";

const practice = `${root}bench/practice/`;
const folders = ["mill-fire", "choir-mails"];
/** Of so many questions to other documents one is asked: they are refused. */
const OF_OTHERS = 8;

async function questionsOf(folder: string): Promise<string[]> {
  const { answerable, unanswerable } = JSON.parse(await readFile(`${practice}${folder}/questions.json`, "utf8"));
  return [...answerable.map(({ question }: { question: string }) => question), ...unanswerable];
}

it.each([...folders.map((folder) => `${practice}${folder}`), knowledgeFolder])(
  "%s: all that is asked of a worker, which reads a snapshot, is answered as in this thread without one",
  async (folder) => {
    const snapshot = path.join(await makeFolder(), "index");
    await openKnowledge({ folder, snapshot });
    await using opened = await openInWorker(folder, { snapshot });
    expect(opened.log).toEqual([]);
    const remote = opened.knowledge;
    const local = await openKnowledge({ folder });
    const all = await Promise.all(folders.map(async (name) => ({ name, questions: await questionsOf(name) })));
    const asked = all.flatMap(({ name, questions }) =>
      folder.endsWith(name) ? questions : questions.filter((_, i) => i % OF_OTHERS === 0),
    );
    // All at once: they wait for one another in the worker.
    const given = await Promise.all(asked.map((question, i) => toldOf(remote, question, i)));
    for (const [i, question] of asked.entries()) {
      expect(JSON.stringify(given[i]), question).toBe(JSON.stringify(await toldOf(local, question, i)));
    }
    expect(await toldOfAll(remote)).toEqual(await toldOfAll(local));
    expect(asked.length).toBeGreaterThan(10);
  },
  120_000,
);
