import path from "node:path";
import { binaryReaders } from "./binary-readers.ts";
import type { TextFormat } from "./reader.ts";

const mdx: TextFormat = {
  name: "MDX",
  extensions: [".mdx"],
  load: async () => (await import("./markdown.ts")).mdx,
};
const markdown: TextFormat = {
  name: "Markdown",
  extensions: [".md", ".markdown", ".mdown", ".mkd"],
  load: async () => (await import("./markdown.ts")).markdown,
};
const xhtml: TextFormat = {
  name: "XHTML",
  extensions: [".xhtml"],
  load: async () => (await import("./html.ts")).xhtml,
};
const html: TextFormat = {
  name: "HTML",
  extensions: [".html", ".htm"],
  load: async () => (await import("./html.ts")).html,
};
const plainText: TextFormat = {
  name: "plain text",
  extensions: [".txt", ".text"],
  load: async () => (await import("./plain-text.ts")).plainText,
};
const csv: TextFormat = {
  name: "CSV",
  extensions: [".csv"],
  load: async () => (await import("./sheets/csv.ts")).csv,
};
const tsv: TextFormat = {
  name: "TSV",
  extensions: [".tsv", ".tab"],
  load: async () => (await import("./sheets/csv.ts")).tsv,
};
const vtt: TextFormat = {
  name: "WebVTT",
  extensions: [".vtt"],
  load: async () => (await import("./captions/captions.ts")).captions,
};
const srt: TextFormat = {
  name: "SubRip",
  extensions: [".srt"],
  load: async () => (await import("./captions/captions.ts")).captions,
};

/** Every format of text, in the order in which a person is told of them, each before its dialects. */
const formats: readonly (readonly [TextFormat, ...TextFormat[]])[] = [
  [markdown, mdx],
  [html, xhtml],
  [plainText],
  [csv, tsv],
  [vtt],
  [srt],
];

export const textFormats: readonly TextFormat[] = formats.flat();

/** @returns the format of a file of text, by the ending of its name, or null */
export function textFormatOf(file: string): TextFormat | null {
  const ending = path.posix.extname(file).toLowerCase();
  return textFormats.find(({ extensions }) => extensions.includes(ending)) ?? null;
}

/** The formats as people know them, by the first ending of each and none of its dialects: ".md, .html or .txt". */
export function endingsRead(): string {
  const endings = [...formats.map(([format]) => format), ...binaryReaders].map(({ extensions }) => extensions[0]);
  return `${endings.slice(0, -1).join(", ")} or ${endings.at(-1)}`;
}
