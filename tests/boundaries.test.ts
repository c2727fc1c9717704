import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "./helpers/program.ts";

/** A folder or file of src/, commands/, encoder/ and lancedb/ may import those of the lines above its own, and itself. */
const ORDER: readonly (readonly string[])[] = [
  ["errors", "log", "text", "checkout", "files"],
  ["compile-cache"],
  ["documents", "lexicon", "config", "store"],
  ["search", "watch", "fetch"],
  ["engine"],
  ["lancedb"],
  ["snapshot"],
  ["ranking"],
  ["encoder"],
  ["answering"],
  ["index", "evaluation"],
  ["worker"],
  ["replies"],
  ["report"],
  ["command"],
  ["flags"],
  ["dispatch"],
  ["chat"],
  ["commands"],
  ["terminal", "discord", "slack", "mcp", "health"],
  ["platforms"],
  ["program"],
  ["main"],
];

/** Packages that only one place may know. */
const HOME: readonly (readonly [name: RegExp, area: string])[] = [
  [/^minisearch(?:\/|$)/, "search"],
  [/^(?:discord\.js|discord-api-types|@discordjs\/)/, "discord"],
  [/^@slack\//, "slack"],
  [/^(?:onnxruntime-|@huggingface\/)/, "encoder"],
  [/^(?:@lancedb\/|apache-arrow$)/, "lancedb"],
  [/^prom-client$/, "health"],
  [/^chokidar$/, "watch"],
  [/^(?:feedsmith|robots-parser)$/, "fetch"],
  [/^@modelcontextprotocol\//, "mcp"],
  [/^chrono-node(?:\/|$)/, "answering"],
  [/^(?:kysely|node:sqlite)(?:\/|$)/, "store"],
  [/^(?:commander|wrap-ansi)$/, "terminal"],
];

/** What may read the environment, and end the process. */
const COMPOSITION = ["program", "platforms", "main"];

/** Lines of a file at the most: one that grows beyond has a second subject. */
const MAX_LINES = 300;

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
    const lines = text.split("\n").length - 1;
    if (lines > MAX_LINES) problems.push(`${file} has ${lines} lines: part it by its subjects`);
    const code = withoutComments(text);
    for (const target of importsOf(code)) {
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
  problems.push(...findCircles(files));
  return problems;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, "").replace(/^\s*\/\/.*$/gm, "");
}

function importsOf(code: string): string[] {
  return [...code.matchAll(IMPORT)].map(([, target = ""]) => target);
}

/** Files that import each other in a circle, whether types or more: each circle that a walk over them meets. */
function findCircles(files: ReadonlyMap<string, string>): string[] {
  const circles: string[] = [];
  const left = new Set<string>();
  const walk = (file: string, way: readonly string[]) => {
    const from = way.indexOf(file);
    if (from !== -1) circles.push(`${[...way.slice(from), file].join(" → ")} is a circle of imports`);
    const text = files.get(file);
    if (from !== -1 || left.has(file) || text === undefined) return;
    for (const target of importsOf(withoutComments(text)).filter((name) => name.startsWith("."))) {
      walk(path.posix.join(path.posix.dirname(file), target), [...way, file]);
    }
    left.add(file);
  };
  for (const file of files.keys()) walk(file, []);
  return circles;
}

/** "src/documents/folder.ts" → "documents", "src/main.js" → "main", "commands/ask.ts" → "commands" */
function areaOf(file: string): string {
  return /^(?:src\/)?(\w[\w-]*)/.exec(file)?.[1] ?? file;
}

async function readSources(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of ["src", "commands", "encoder", "lancedb"]) {
    for (const entry of await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.[jt]s$/.test(entry.name) || entry.parentPath.includes("node_modules")) continue;
      const place = path.join(entry.parentPath, entry.name);
      files.set(path.relative(root, place).replaceAll(path.sep, "/"), await readFile(place, "utf8"));
    }
  }
  return files;
}

it("imports run one way and in no circle, SDKs stay at home, files are short, only the root touches the process", async () => {
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
  ["src/terminal/a.ts", 'import { main } from "../main.js";'],
  ["src/answering/a.ts", 'import MiniSearch from "minisearch";'],
  ["src/chat/bot.ts", 'import { Client } from "discord.js";'],
  ["src/discord/a.ts", 'import { App } from "@slack/bolt";'],
  ["src/slack/a.ts", 'import { REST } from "@discordjs/rest";'],
  ["src/ranking/a.ts", 'import { InferenceSession } from "onnxruntime-node";'],
  ["src/engine/a.ts", 'import { connect } from "@lancedb/lancedb";'],
  ["lancedb/a.ts", 'import { openRows } from "../src/snapshot/open-rows.ts";'],
  ["encoder/a.ts", 'import { ask } from "../src/answering/knowledge.ts";'],
  ["src/config.ts", "const token = process.env.TOKEN;"],
  ["src/terminal/a.ts", "process.exit(1);"],
  ["src/chat/bot.ts", 'import { env } from "node:process";'],
  ["src/new-place/a.ts", ""],
  ["src/search/a.ts", "\n".repeat(301)],
  ["src/search/a.ts", 'import type { A } from "./a.ts";'],
])("would see %s with %s", (file, text) => {
  expect(findProblems(new Map([[file, text]]))).toHaveLength(1);
});

it.each([
  ["two files of a folder", { "src/search/a.ts": "./b.ts", "src/search/b.ts": "./a.ts" }],
  ["a folder and the one in it", { "src/search/a.ts": "./in/b.ts", "src/search/in/b.ts": "../a.ts" }],
  ["three files", { "src/text/a.ts": "./b.ts", "src/text/b.ts": "./c.ts", "src/text/c.ts": "./a.ts" }],
])("would see a circle of %s, be it of types alone", (_, imports) => {
  const files = Object.entries(imports).map(([file, target]) => [file, `import type { X } from "${target}";`] as const);
  const problems = findProblems(new Map(files));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain("a circle of imports");
});

it("sees a circle across folders beside the import that runs the wrong way", () => {
  const files = new Map([
    ["src/text/a.ts", 'import { b } from "../search/b.ts";'],
    ["src/search/b.ts", 'import { a } from "../text/a.ts";'],
  ]);
  expect(findProblems(files)).toEqual([
    "src/text/a.ts imports ../search/b.ts",
    "src/text/a.ts → src/search/b.ts → src/text/a.ts is a circle of imports",
  ]);
});

it.each([
  ["src/search/a.ts", "\n".repeat(300)],
  ["src/answering/a.ts", 'import { rank } from "../ranking/rank.ts";\nimport { quote } from "./quote.ts";'],
  ["src/search/a.ts", 'import MiniSearch from "minisearch";'],
  ["src/discord/a.ts", 'import { Client } from "discord.js";\nimport type { Bot } from "../chat/bot.ts";'],
  ["src/program.ts", 'import process from "node:process";\nprocess.exit(1);'],
  ["src/config.ts", "/** for example `process.env` */\n// process.exit is not ours"],
])("allows %s with %s", (file, text) => {
  expect(findProblems(new Map([[file, text]]))).toEqual([]);
});
