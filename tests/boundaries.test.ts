import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "./helpers/program.ts";

/** A folder or file of src/, and commands/, may import those of the lines above its own, and itself. */
const ORDER: readonly (readonly string[])[] = [
  ["errors", "log", "text"],
  ["documents", "lexicon", "config", "store"],
  ["search"],
  ["ranking"],
  ["answering"],
  ["index"],
  ["replies"],
  ["command"],
  ["dispatch"],
  ["chat"],
  ["commands"],
  ["terminal", "discord", "slack"],
  ["platforms"],
  ["main"],
];

/** Packages that only one place may know. */
const HOME: readonly (readonly [name: RegExp, area: string])[] = [
  [/^minisearch(?:\/|$)/, "search"],
  [/^(?:discord\.js|discord-api-types|@discordjs\/)/, "discord"],
  [/^@slack\//, "slack"],
  [/^(?:kysely|node:sqlite)(?:\/|$)/, "store"],
  [/^(?:commander|wrap-ansi)$/, "terminal"],
];

/** What may read the environment, and end the process. */
const COMPOSITION = ["main", "platforms"];

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)["']([^"'\n]+)["']/gm;

function findProblems(files: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const rankOf = (area: string) => ORDER.findIndex((areas) => areas.includes(area));
  for (const [file, text] of files) {
    const area = areaOf(file);
    if (rankOf(area) === -1) {
      problems.push(`${file} has no place in the order of imports: give it one in tests/boundaries.test.ts`);
      continue;
    }
    const code = text.replace(/\/\*.*?\*\//gs, "").replace(/^\s*\/\/.*$/gm, "");
    for (const [, target = ""] of code.matchAll(IMPORT)) {
      if (target.startsWith(".")) {
        const other = areaOf(path.posix.join(path.posix.dirname(file), target));
        if (other !== area && rankOf(other) >= rankOf(area)) problems.push(`${file} imports ${target}`);
      } else {
        const home = HOME.find(([name]) => name.test(target));
        if (home !== undefined && home[1] !== area) problems.push(`${file} imports ${target}`);
      }
    }
    const own = /\bprocess\s*(?:\.|\?\.)\s*(?:env|exit|exitCode)\b|\b(?:env|exit)\b[^;]*from "node:process"/.exec(code);
    if (own !== null && !COMPOSITION.includes(area)) problems.push(`${file} uses ${own[0]}`);
  }
  return problems;
}

/** "src/documents/folder.ts" → "documents", "src/main.ts" → "main", "commands/ask.ts" → "commands" */
function areaOf(file: string): string {
  return /^(?:src\/)?(\w[\w-]*)/.exec(file)?.[1] ?? file;
}

async function readSources(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of ["src", "commands"]) {
    for (const entry of await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
      const place = path.join(entry.parentPath, entry.name);
      files.set(path.relative(root, place).replaceAll(path.sep, "/"), await readFile(place, "utf8"));
    }
  }
  return files;
}

it("imports run one way, SDKs stay at home, and only the composition root touches the process", async () => {
  const files = await readSources();
  expect(files.size).toBeGreaterThan(30);
  expect(findProblems(files)).toEqual([]);
});

it.each([
  ["src/documents/a.ts", 'import type { A } from "../answering/answer.ts";'],
  ["src/ranking/a.ts", 'import {\n  a,\n  b,\n} from "../answering/knowledge.ts";'],
  ["src/answering/a.ts", 'export { notice } from "../replies/notice.ts";'],
  ["src/replies/a.ts", 'const { dispatch } = await import("../dispatch.ts");'],
  ["src/replies/a.ts", 'import "../command.ts";'],
  ["commands/a.ts", 'import { chat } from "../src/terminal/chat.ts";'],
  ["src/discord/a.ts", 'import { escape } from "../slack/escape.ts";'],
  ["src/slack/a.ts", 'import { color } from "../terminal/render.ts";'],
  ["src/terminal/a.ts", 'import { main } from "../main.ts";'],
  ["src/answering/a.ts", 'import MiniSearch from "minisearch";'],
  ["src/chat/bot.ts", 'import { Client } from "discord.js";'],
  ["src/discord/a.ts", 'import { App } from "@slack/bolt";'],
  ["src/slack/a.ts", 'import { REST } from "@discordjs/rest";'],
  ["src/config.ts", "const token = process.env.TOKEN;"],
  ["src/terminal/a.ts", "process.exit(1);"],
  ["src/chat/bot.ts", 'import { env } from "node:process";'],
  ["src/new-place/a.ts", ""],
])("would see %s with %s", (file, text) => {
  expect(findProblems(new Map([[file, text]]))).toHaveLength(1);
});

it.each([
  ["src/answering/a.ts", 'import { rank } from "../ranking/rank.ts";\nimport { quote } from "./quote.ts";'],
  ["src/search/a.ts", 'import MiniSearch from "minisearch";'],
  ["src/discord/a.ts", 'import { Client } from "discord.js";\nimport type { Bot } from "../chat/bot.ts";'],
  ["src/main.ts", 'import process from "node:process";\nprocess.exit(1);'],
  ["src/config.ts", "/** for example `process.env` */\n// process.exit is not ours"],
])("allows %s with %s", (file, text) => {
  expect(findProblems(new Map([[file, text]]))).toEqual([]);
});
