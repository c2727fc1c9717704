import type { Element, Nodes } from "hast";

/** Elements that start a block of their own (HTML, 15.3: rendered as "display: block", lists, tables). */
const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table ul tbody thead tfoot
  tr td th caption`.split(/\s+/),
);
/** Elements of which a page shows no text, or none that is prose. */
const HIDDEN = new Set(
  `script style template noscript head title meta link img picture video audio source track iframe object embed canvas
  svg math input textarea select button map area datalist param`.split(/\s+/),
);
const FURNITURE = new Set(["nav", "header", "footer", "aside", "form", "dialog", "menu"]);

export function tagOf({ tagName }: Element): string {
  return tagName.toLowerCase();
}

export function isBlock(element: Element): boolean {
  return BLOCKS.has(tagOf(element));
}

/** Whether blocks stand inside an element that is none itself, such as a link around a heading. */
export function hasBlocks(element: Element): boolean {
  return element.children.some((child) => child.type === "element" && (isBlock(child) || hasBlocks(child)));
}

/** Whether a reader sees nothing of it. */
export function isHidden(element: Element): boolean {
  const { hidden, ariaHidden, style } = element.properties;
  if (HIDDEN.has(tagOf(element)) || (hidden !== undefined && hidden !== null && hidden !== false)) return true;
  return String(ariaHidden) === "true" || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ""));
}

/** What surrounds the article on a page. */
export function isPageFurniture(element: Element): boolean {
  return FURNITURE.has(tagOf(element));
}

/** @returns the first element of that name, or null */
export function findElement(node: Nodes, name: string): Element | null {
  if (node.type === "element" && tagOf(node) === name) return node;
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const found = findElement(child, name);
    if (found !== null) return found;
  }
  return null;
}
