import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generateFolder } from "../../bench/generated-folder.ts";
import { practiceFolders } from "../../bench/practice.ts";
import { openKnowledge } from "../../src/index.ts";
import { makeFolder } from "../helpers/folder.ts";
import { root } from "../helpers/program.ts";
import { toldOf, toldOfAll } from "../helpers/told.ts";
import { isInstalled, NOT_INSTALLED, openInLanceDb, SLOW } from "./installed.ts";

const place = async () => path.join(await makeFolder(), "index");

it.skipIf(isInstalled)("an index in LanceDB is tested", ({ skip }) => skip(NOT_INSTALLED));

it.skipIf(isInstalled)("what is not installed is named with its fix", async () => {
  await expect(openInLanceDb(await makeFolder({ "a.md": "A roof.\n" }), await place())).rejects.toMatchObject({
    code: "index",
    message: "LanceDB is not installed: run npm run lancedb -- install, or leave INDEX empty",
  });
});

/** Some words of a file, as a question. */
function questionsOf(files: ReadonlyMap<string, string>, count: number): string[] {
  const texts = [...files.values()];
  return Array.from({ length: count }, (_, i) => {
    const words = (texts[(7 * i) % texts.length] as string).split(/\s+/);
    return `who ${words
      .slice((13 * i) % Math.max(1, words.length - 6))
      .slice(0, 6)
      .join(" ")}`;
  });
}

describe.skipIf(!isInstalled)("kept in LanceDB", { timeout: SLOW }, () => {
  const practice = practiceFolders.filter(({ name }) => name === "choir-mails");

  it.each(practice)("$name is told of as from memory, whatever is asked", async (of) => {
    const { folder, answerable, unanswerable } = of;
    const memory = await openKnowledge({ folder });
    const { knowledge, problems } = await openInLanceDb(folder, await place());
    expect(problems).toEqual([]);
    const questions = [...answerable.map(({ question }) => question), ...unanswerable].slice(0, 25);
    for (const [i, question] of questions.entries()) {
      expect(await toldOf(knowledge, question, i)).toEqual(await toldOf(memory, question, i));
    }
    expect(await toldOfAll(knowledge)).toEqual(await toldOfAll(memory));
  });

  it("a conversation goes on as from memory", async () => {
    const memory = await openKnowledge({ folder: `${root}knowledge` });
    const { knowledge } = await openInLanceDb(`${root}knowledge`, await place());
    const history: string[] = [];
    for (const question of [
      "who proposed expelling 35 diplomats",
      "why?",
      "and when?",
      "what did he say about it?",
      "who said that?",
      "what else did he say?",
      "and the president?",
      "are you sure?",
    ]) {
      expect(await knowledge.ask(question, { history, explain: true })).toEqual(
        await memory.ask(question, { history, explain: true }),
      );
      history.push(question);
    }
  });

  it("so is a folder that is added to, changed, and changed back, of which only that is written", async () => {
    const files = generateFolder(200);
    const folder = await makeFolder(Object.fromEntries(files));
    const index = await place();
    const questions = questionsOf(files, 10);
    const compare = async () => {
      const [memory, opened] = [await openKnowledge({ folder }), await openInLanceDb(folder, index)];
      expect(opened.problems).toEqual([]);
      for (const question of questions) {
        expect(await opened.knowledge.ask(question, { limit: 5 })).toEqual(await memory.ask(question, { limit: 5 }));
      }
      return opened.written;
    };
    expect(await compare()).toBeGreaterThan(150);
    expect(await compare()).toBe(0);
    const [first = "", second = ""] = files.keys();
    const before = readFileSync(path.join(folder, second), "utf8");
    appendFileSync(path.join(folder, second), "\nThe lanterns of the harbor are lit by Zanzo Quill.\n");
    writeFileSync(path.join(folder, "000/added.md"), "# Added\n\nNobody lights the lanterns in May.\n");
    rmSync(path.join(folder, first));
    questions.push("who lights the lanterns of the harbor");
    const changed = await compare();
    expect(changed).toBeGreaterThan(1);
    expect(changed).toBeLessThan(60);
    writeFileSync(path.join(folder, second), before);
    writeFileSync(path.join(folder, first), files.get(first) ?? "");
    expect(await compare()).toBeLessThan(60);
  });
});
