import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { howToRun, shippedFile } from "../checkout.ts";
import { readConfig } from "../config.ts";
import { AttacheError } from "../errors.ts";

export interface InitOptions {
  /** The folder to set up; made where it is missing. */
  readonly folder: string;
  /** Whether a person sits there, to be asked for tokens. */
  readonly interactive: boolean;
  readonly input: Readable;
  readonly output: Writable;
}

const SAMPLE = `---
title: About these documents
---

# About these documents

Every file in this folder is a source that the bot answers from. This one is a sample: take it out, and put your own in its place.

The bot quotes the words of a document, and names the file and the place where they stand. When the documents do not say, it says so.

## What goes into this folder

The bot reads Markdown, HTML and plain text, PDF, Word and OpenDocument texts, CSV, TSV and Excel, EPUB, captions (WebVTT, SubRip), mails and mailboxes, and exports of Slack and Discord, in subfolders too. Files that begin with a dot are passed over.
`;

/** What comes next, by its command. */
const STEPS = {
  "ask what does the bot quote": "a question in the terminal",
  "check-folder": "what is read of the documents in knowledge/, and what is not",
  manifest: "for Slack: the manifest, pasted where the app is made",
  register: "for Discord: its commands, once DISCORD_TOKEN is set in .env",
  start: "serves every platform whose token is set",
} as const;

const IGNORED = ".env\ndata/\n";
const NAMES_SETTINGS = /^\/?\*?\.env\*?\s*$/m;

/** A token to be asked for. */
interface Token {
  readonly name: string;
  /** What the platform calls it, and where it stands there. */
  readonly from: string;
  /** What else has to be set for it to be checked; it is asked for only where that was given. */
  readonly needs?: string;
}

const TOKENS: readonly Token[] = [
  { name: "DISCORD_TOKEN", from: "Discord: your application’s page “Bot”, Reset Token" },
  { name: "SLACK_BOT_TOKEN", from: "Slack: “OAuth & Permissions”, Bot User OAuth Token, xoxb-…" },
  {
    name: "SLACK_APP_TOKEN",
    from: "Slack: “Basic Information”, App-Level Token with the scope connections:write, xapp-…",
    needs: "SLACK_BOT_TOKEN",
  },
];

/**
 * Sets a folder up to run the bot in: the settings, a folder of documents with a sample, and what version control is to
 * leave alone. What is there already stays as it is.
 *
 * @returns what was done and what comes next, in lines
 * @throws AttacheError "usage" when the folder cannot be written
 */
export async function initialise(options: InitOptions): Promise<string[]> {
  const { folder } = options;
  const done: string[] = [];
  const note = (file: string, made: boolean) => done.push(`${made ? "made" : "kept"}  ${path.join(folder, file)}`);
  try {
    await mkdir(path.join(folder, "knowledge"), { recursive: true });
    const isEmpty = (await readdir(path.join(folder, "knowledge"))).length === 0;
    if (isEmpty) await write(path.join(folder, "knowledge/about.md"), SAMPLE);
    note(isEmpty ? "knowledge/about.md" : "knowledge", isEmpty);
    const rules = path.join(folder, ".gitignore");
    const isOurs = await write(rules, IGNORED);
    note(".gitignore", isOurs);
    if (!isOurs && !NAMES_SETTINGS.test(await readFile(rules, "utf8")))
      done.push("      It does not name .env, which holds tokens: add a line “.env” to it");
    const settings = path.join(folder, ".env");
    const isNew = await write(settings, await readFile(shippedFile(".env.example"), "utf8"), 0o600);
    if (isNew && options.interactive)
      await writeFile(settings, await askFor(await readFile(settings, "utf8"), options));
    note(".env", isNew);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new AttacheError("usage", `${folder} cannot be set up (${code}): name a folder that you may write`, {
      cause,
    });
  }
  const cd = path.resolve(folder) === process.cwd() ? [] : [`  cd ${folder}`];
  const commands = Object.entries(STEPS).map(([command, what]) => [howToRun(command), what] as const);
  const width = Math.max(...commands.map(([command]) => command.length)) + 2;
  const steps = commands.map(([command, what]) => `  ${command.padEnd(width)}${what}`);
  return [...done, "", "Next:", ...cd, ...steps];
}

/** @returns whether it was written: a file that is there stays */
async function write(file: string, text: string, mode = 0o644): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: "wx", mode });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Asks for the tokens, without showing them, until each is one or is passed over. @returns the settings with them */
async function askFor(settings: string, { input, output }: InitOptions): Promise<string> {
  const lines = createInterface({ input, output: new PassThrough().resume(), terminal: true, historySize: 0 });
  const { promise: closed, resolve } = Promise.withResolvers<string>();
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
    resolve("");
  });
  const given: Record<string, string> = {};
  output.write("Paste each token and press Enter: it is not shown. Enter alone passes it over.\n");
  for (const { name, from, needs } of TOKENS) {
    if (needs !== undefined && given[needs] === undefined) continue;
    while (isOpen) {
      output.write(`\n${from}\n${name}: `);
      const value = (await Promise.race([lines.question(""), closed])).trim();
      const problem = value === "" ? null : problemOf(name, value);
      output.write(`${problem ?? (value === "" ? "passed over" : "taken")}\n`);
      if (problem !== null) continue;
      if (value !== "") given[name] = value;
      break;
    }
  }
  lines.close();
  return Object.entries(given).reduce(
    (text, [name, value]) => text.replace(new RegExp(`^${name}=.*$`, "m"), () => `${name}=${value}`),
    settings,
  );
}

/** What is wrong with a token by its looks, or null. */
function problemOf(name: string, value: string): string | null {
  // Of Slack's two, each is told to be missing where it stands alone: that is not what is asked here.
  const other = name === "SLACK_BOT_TOKEN" ? { SLACK_APP_TOKEN: "xapp-1" } : { SLACK_BOT_TOKEN: "xoxb-1" };
  try {
    readConfig({ ...(name.startsWith("SLACK") ? other : {}), [name]: value });
    return null;
  } catch (error) {
    if (error instanceof AttacheError) return error.message.replace(" (see .env.example)", "");
    throw error;
  }
}
