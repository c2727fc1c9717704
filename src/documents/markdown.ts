import type { Nodes, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { visit } from "unist-util-visit";
import type { Span } from "../text/span.ts";
import type { Block } from "./document.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { decodeUtf8, type ReadDocument, type Reader } from "./reader.ts";

/** Markdown (CommonMark and GitHub's tables) with YAML front matter. */
export const markdown: Reader = {
  extensions: [".md", ".markdown"],
  read: (bytes) => readMarkdown(decodeUtf8(bytes)),
};

function readMarkdown(text: string): ReadDocument {
  // micromark passes over a byte order mark without counting it, which would shift every offset.
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const { plain, blocks, source } = readBody(text.slice(mark));
  const shifted = blocks.map(({ start, end, headings }) => ({ start: start + mark, end: end + mark, headings }));
  return { text, plain: " ".repeat(mark) + plain, blocks: shifted, source };
}

function readBody(text: string): Omit<ReadDocument, "text"> {
  const tree = fromMarkdown(text, {
    extensions: [frontmatter(["yaml"]), gfm()],
    mdastExtensions: [frontmatterFromMarkdown(["yaml"]), gfmFromMarkdown()],
  });
  const first = tree.children[0];
  if (first?.type !== "yaml" && /^---[^\S\n]*\r?\n[\w-]+[^\S\n]*:/.test(text)) {
    throw new Error(
      'opens front matter with "---" on line 1 and never closes it: add a line "---" below the last field',
    );
  }
  const source = first?.type === "yaml" ? parseFrontMatter(first.value) : {};
  const plain = maskMarkup(text, tree);
  const blocks: Block[] = [];
  const title = collectBlocks(tree, plain, blocks);
  return { plain, blocks, source: title === undefined ? source : { title, ...source } };
}

/** The text with everything but its words turned to spaces, character for character. */
function maskMarkup(text: string, tree: Root): string {
  let plain = "";
  const keep = (span: Span) => {
    plain += text.slice(plain.length, span.start).replace(/[^\r\n]/g, " ");
    // In a block quote the marks of its further lines stand inside the text's range.
    plain += text.slice(span.start, span.end).replace(/(?<=\n)[ \t]*>[> \t]*/g, (marks) => " ".repeat(marks.length));
  };
  visit(tree, (node) => {
    if (node.type === "text" || node.type === "inlineCode" || node.type === "code") keep(span(node));
  });
  return plain + text.slice(plain.length).replace(/[^\r\n]/g, " ");
}

/** @returns the first top heading, which names the document when its front matter does not */
function collectBlocks(tree: Root, plain: string, blocks: Block[]): string | undefined {
  const path: { depth: number; text: string }[] = [];
  let headings: readonly string[] = [];
  let title: string | undefined;
  const walk = (node: RootContent) => {
    switch (node.type) {
      case "heading": {
        while ((path.at(-1)?.depth ?? 0) >= node.depth) path.pop();
        const text = words(plain, node);
        if (text !== "" && node.depth === 1 && title === undefined) title = text;
        else if (text !== "") path.push({ depth: node.depth, text });
        headings = path.map((heading) => heading.text);
        break;
      }
      case "paragraph":
      case "tableRow":
      case "code":
        blocks.push({ ...span(node), headings });
        break;
      case "blockquote":
      case "list":
      case "listItem":
      case "footnoteDefinition":
        for (const child of node.children) walk(child);
        break;
      case "table": {
        // The header row says what the columns are: it heads the rows, and is no sentence of its own.
        const [header, ...rows] = node.children;
        const titles = header?.children.map((cell) => words(plain, cell)).filter((text) => text !== "") ?? [];
        const outer = headings;
        headings = titles.length === 0 || rows.length === 0 ? outer : [...outer, titles.join(" · ")];
        for (const row of rows.length === 0 ? node.children : rows) walk(row);
        headings = outer;
        break;
      }
      default:
        break;
    }
  };
  for (const node of tree.children) walk(node);
  return title;
}

function words(plain: string, node: Nodes): string {
  const { start, end } = span(node);
  return plain.slice(start, end).trim().replace(/\s+/g, " ");
}

function span(node: Nodes): Span {
  const { position } = node;
  if (position?.start.offset === undefined || position.end.offset === undefined) {
    throw new Error(`has a ${node.type} without a place`);
  }
  return { start: position.start.offset, end: position.end.offset };
}
