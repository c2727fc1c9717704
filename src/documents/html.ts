import { fromHtml } from "hast-util-from-html";
import { DisplayBuilder } from "./display-builder.ts";
import { findElement } from "./elements.ts";
import { mapSlice } from "./mapped-text.ts";
import { PageWalker } from "./page-walker.ts";
import type { ReadDocument, Reader } from "./reader.ts";

/** A page of HTML: its article, without what surrounds it. */
export const html: Reader = { name: "HTML", extensions: [".html", ".htm", ".xhtml"], read: readHtml };

function readHtml(raw: string): ReadDocument {
  const start = raw.startsWith("\ufeff") ? 1 : 0;
  const source = mapSlice(raw, start);
  const tree = fromHtml(source.text);
  const builder = new DisplayBuilder();
  const walker = new PageWalker(builder, raw);
  const article = findElement(tree, "main") ?? findElement(tree, "article") ?? tree;
  walker.walk(article, source, true);
  const named = findElement(tree, "title")?.children.map((child) => (child.type === "text" ? child.value : ""));
  const title = named?.join("").replace(/\s+/g, " ").trim() || walker.title;
  return { ...builder.finish(), source: title === undefined ? {} : { title }, remarks: [], withheld: null };
}
