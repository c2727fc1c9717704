import { parse } from "discord-markdown-parser";
import { escapeHref, escapeHtml } from "./html.ts";

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly name?: string;
  readonly timestamp?: string;
}

/** Discord's markdown as HTML. A line is quote, small text or heading by what stands at its start, as in Discord. */
export function markdownToHtml(markdown: string): string {
  return markdown
    .split(/^```\n(.*?)\n```$/ms)
    .map((part, i) => (i % 2 === 1 ? `<pre>${escapeHtml(part)}</pre>` : part.split("\n").map(lineToHtml).join("")))
    .join("");
}

function lineToHtml(line: string): string {
  if (line === "") return "";
  const [, mark = "", rest = ""] = /^(> |-# |#{1,3} |)(.*)$/su.exec(line) ?? [];
  const [, indent = "", bullet = "", words = rest] = /^( *)(- |\d+\. )(.*)$/su.exec(rest) ?? [];
  const inner = (parse(words, "extended") as readonly Node[]).map(nodeToHtml).join("");
  const item = bullet === "" ? inner : `${"&emsp;".repeat(1 + indent.length / 2)}${bullet.trim()} ${inner}`;
  if (mark === "> ") return `<blockquote dir="auto">${item}</blockquote>`;
  if (mark === "-# ") return `<div class="small" dir="auto">${inner}</div>`;
  if (mark.startsWith("#")) return `<div class="h${mark.trim().length}" dir="auto">${inner}</div>`;
  return `<div dir="auto">${item}</div>`;
}

const TAGS: Readonly<Record<string, string>> = {
  strong: "b",
  em: "i",
  underline: "u",
  strikethrough: "s",
  inlineCode: "code",
  codeBlock: "pre",
};

/** As `<t:…:D>` is shown to a reader of British English. */
const longDate = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function nodeToHtml(node: Node): string {
  const { type, content = "", target, name, timestamp } = node;
  if (type === "timestamp") return escapeHtml(longDate.format(new Date(Number(timestamp) * 1_000)));
  const inner = typeof content === "string" ? escapeHtml(content) : content.map(nodeToHtml).join("");
  if (target !== undefined) return `<a href="${escapeHref(target)}">${inner}</a>`;
  if (type === "text") return inner;
  if (type === "twemoji") return escapeHtml(name ?? "");
  if (type === "br" || type === "newline") return " ";
  const tag = TAGS[type];
  // Mentions, spoilers and the like: none is ever meant, so each is made to be seen.
  return tag === undefined ? `<mark>${escapeHtml(type)} ${inner}</mark>` : `<${tag}>${inner}</${tag}>`;
}
