import type { Element, ElementContent, RootContent } from "hast";

/** Stands for the mark of a footnote; its `id` is the footnote's. */
export const NOTE_MARK = "x-note-mark";
/** Holds a footnote's text. */
export const NOTE = "x-note";

/** Elements that show no text, or none that is the document's. */
const NEVER_SHOWN = new Set(
  "area audio base canvas col colgroup datalist embed head iframe img input link map math meta nav noembed noframes noscript object param picture progress script select source style svg template textarea title track video".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul"
    .split(" ")
    .concat(NOTE),
);
/** What pages give to text that stands in them for machines, or beside headings as a link to themselves. */
const HIDDEN_CLASSES = new Set(
  "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only hidden d-none headerlink header-anchor anchorjs-link".split(
    " ",
  ),
);
const PAGE_ROLES = new Set(["navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"]);

export function isBlock(node: RootContent): node is Element {
  return node.type === "element" && (BLOCKS.has(node.tagName) || holdsBlock(node.children));
}

function holdsBlock(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => isBlock(node));
}

/** Whether a reader of the page does not see it. */
export function isHidden({ tagName, properties, children }: Element): boolean {
  if (NEVER_SHOWN.has(tagName)) return true;
  const { hidden, ariaHidden, style, className } = properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  if (ariaHidden === "true") return true;
  if (typeof style === "string" && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  if (Array.isArray(className) && className.some((name) => HIDDEN_CLASSES.has(String(name)))) return true;
  return (tagName === "a" || tagName === "sup") && isMark(tagName, properties["href"], children);
}

/** A link of a heading to itself ("#", "¶"), or the mark of a footnote. */
function isMark(tagName: string, href: unknown, children: readonly ElementContent[]): boolean {
  const [only] = children;
  if (tagName === "sup") {
    const link = children.length === 1 && only?.type === "element" && only.tagName === "a" ? only : null;
    return link !== null && isInside(link.properties["href"]) && /^\W*(?:\d{1,3}|[a-z*†‡])\W*$/i.test(plain(link));
  }
  return isInside(href) && children.length > 0 && /^(?:[#¶§🔗↩⤴\s]|\ufe0e)+$/u.test(children.map(plain).join(""));
}

function isInside(href: unknown): boolean {
  return typeof href === "string" && href.includes("#");
}

/** Whether it is a part of every page of a site: its head, its foot, its menus. */
export function isPageFrame({ tagName, properties }: Element, inArticle: boolean): boolean {
  if (PAGE_ROLES.has(String(properties["role"]))) return true;
  return !inArticle && (tagName === "header" || tagName === "footer");
}

/** @returns the text of a node as it was parsed, markup left out */
export function plain(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(plain).join("") : "";
}
