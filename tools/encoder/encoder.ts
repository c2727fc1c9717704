import { mkdir } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { openEncoder } from "../../encoder/open.ts";
import { AttacheError } from "../../src/errors.ts";
import { measureScale } from "../../src/ranking/rerank/scale.ts";
import { install } from "../install.ts";
import { fetchFile, toWanted } from "./fetch-file.ts";

const USAGE = `npm run encoder -- install                             install what runs an encoder (290 MB), in encoder/
npm run encoder -- fetch URL SHA256 [URL SHA256 …] DIR  get a model's files, each checked
npm run encoder -- check DIR                           load a model, and tell what it is and what it takes`;
const SKIP_CUDA = { ONNXRUNTIME_NODE_INSTALL: "skip" };
const SENTENCES = ["The office opens at nine.", "Children under twelve pay half."];

async function main([command, ...rest]: readonly string[]): Promise<void> {
  if (command === "install" && rest.length === 0) return install("encoder", "encoder", SKIP_CUDA);
  if (command === "fetch" && rest.length >= 3 && rest.length % 2 === 1) return fetchAll(rest);
  if (command === "check" && rest.length === 1) return check(rest[0] ?? "");
  throw new AttacheError("usage", USAGE);
}

async function fetchAll(words: readonly string[]): Promise<void> {
  const folder = words.at(-1) ?? "";
  const wanted = words.slice(0, -1);
  const files = Array.from({ length: wanted.length / 2 }, (_, i) =>
    toWanted(wanted[2 * i] ?? "", wanted[2 * i + 1] ?? ""),
  );
  await mkdir(folder, { recursive: true });
  for (const file of files) {
    const bytes = await fetchFile(file, folder);
    say(`${path.join(folder, file.name)}: ${bytes} bytes, as its checksum says`);
  }
}

async function check(folder: string): Promise<void> {
  const started = performance.now();
  const encoder = await openEncoder(folder);
  const loaded = performance.now();
  await encoder.likeness("when does the office open", SENTENCES);
  const asked = performance.now();
  const scale = await measureScale(encoder);
  const ms = (from: number, to: number) => `${Math.round(to - from)} ms`;
  say(`${folder}: a ${encoder.kind}, ${encoder.dimensions} dimensions, ${encoder.bytes} bytes`);
  say(`id ${encoder.id}`);
  say(`loaded in ${ms(started, loaded)}; a question and two sentences in ${ms(loaded, asked)}`);
  say(`${scale.answers.toFixed(3)} for what answers, ${scale.unrelated.toFixed(3)} for what is unrelated`);
  await encoder.close();
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof AttacheError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
