import type { Element, ElementContent, Properties, RootContent } from "hast";
import { endsAsking } from "./questions.ts";

/** Stands for the mark of a footnote; its `id` is the footnote's. */
export const NOTE_MARK = "x-note-mark";
/** Holds a footnote's text. */
export const NOTE = "x-note";

/** Elements that show no text, or none that is the document's; what its author struck out is withdrawn. */
const NEVER_SHOWN = new Set(
  "area audio base canvas col colgroup datalist del embed head iframe img input link map math meta nav noembed noframes noscript object param picture progress s script select source strike style svg template textarea title track video".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul"
    .split(" ")
    .concat(NOTE),
);
/** What pages give to text that stands in them for machines, or beside headings as a link to themselves. */
const HIDDEN_CLASSES = new Set("hidden d-none headerlink header-anchor anchorjs-link".split(" "));
/** Of text for screen readers. */
const SPOKEN_CLASSES = new Set(
  "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only".split(" "),
);
/** Tailwind's and Bootstrap's words for what is hidden on small screens alone: `hidden md:block`, `d-none d-md-block`. */
const WIDE_CLASS = /^(?:sm|md|lg|xl|2xl):(?!hidden)[a-z-]+$|^d-(?:sm|md|lg|xl|xxl)-(?!none)[a-z-]+$/;
const ICON_CLASS = /icon|symbol|^fa[srlbd]?(?:-|$)/i;
const PAGE_ROLES = new Set(["navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"]);

export function isBlock(node: RootContent): node is Element {
  return (
    node.type === "element" && (BLOCKS.has(node.tagName) || node.tagName === "button" || holdsBlock(node.children))
  );
}

function holdsBlock(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => isBlock(node));
}

/** Whether a reader of the page does not see it. */
export function isHidden({ tagName, properties, children }: Element): boolean {
  if (NEVER_SHOWN.has(tagName)) return true;
  if (tagName === "pre")
    return children.some((node) => node.type === "element" && classesOf(node.properties).some(isQuery));
  const { hidden, ariaHidden, style } = properties;
  const classes = classesOf(properties);
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  if (ariaHidden === "true") return true;
  if (typeof style === "string" && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  if (classes.some((name) => SPOKEN_CLASSES.has(name))) return true;
  if (classes.some((name) => HIDDEN_CLASSES.has(name)) && !classes.some((name) => WIDE_CLASS.test(name))) return true;
  if (tagName === "button" || tagName === "label") return !endsAsking(children.map(plain).join(""));
  return (tagName === "a" || tagName === "sup") && isMark(tagName, properties["href"], children);
}

/** Code that Obsidian's plugins show the outcome of. */
function isQuery(name: string): boolean {
  return /^language-(?:dataview(?:js)?|tasks|query|base|button|meta-bind\S*)$/.test(name);
}

/**
 * Whether words that screen readers pass over are what others see in place of words for screen readers alone:
 * `<span class="sr-only">7 dollars</span><span aria-hidden="true">$7</span>`.
 */
export function isSeenForSpoken(node: Element, within: Element | null): boolean {
  const { tagName, properties } = node;
  if (properties["ariaHidden"] !== "true" || within === null || NEVER_SHOWN.has(tagName) || tagName === "i")
    return false;
  if (classesOf(properties).some((name) => ICON_CLASS.test(name)) || !/[\p{L}\p{N}]/u.test(plain(node))) return false;
  const seen = { ...node, properties: { ...properties, ariaHidden: "false" } };
  return !isHidden(seen) && holdsSpoken(within);
}

const spoken = new WeakMap<Element, boolean>();

function holdsSpoken(parent: Element): boolean {
  const known = spoken.get(parent);
  if (known !== undefined) return known;
  const holds = parent.children.some(
    (node) => node.type === "element" && classesOf(node.properties).some((name) => SPOKEN_CLASSES.has(name)),
  );
  spoken.set(parent, holds);
  return holds;
}

function classesOf({ className }: Properties): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/** A link of a heading to itself ("#", "¶"), or the mark of a footnote. */
function isMark(tagName: string, href: unknown, children: readonly ElementContent[]): boolean {
  const [only] = children;
  const text = children.map(plain).join("");
  if (/^\s*\[\d{1,3}\]\s*$/.test(text)) return tagName === "sup" || isInside(href);
  if (tagName === "sup") {
    const link = children.length === 1 && only?.type === "element" && only.tagName === "a" ? only : null;
    return link !== null && isInside(link.properties["href"]) && /^\W*(?:\d{1,3}|[a-z*†‡])\W*$/i.test(plain(link));
  }
  return isInside(href) && children.length > 0 && /^(?:[#¶§🔗↩⤴\s]|\ufe0e)+$/u.test(text);
}

function isInside(href: unknown): boolean {
  return typeof href === "string" && href.includes("#");
}

/** @returns the bold paragraph that a quotation begins with, as callouts have a title, or null */
export function titleOf({ children }: Element): Element | null {
  const [first, second] = children.filter((node) => node.type === "element");
  if (first?.tagName !== "p" || second === undefined) return null;
  const shown = first.children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const [only] = shown;
  return shown.length === 1 && only?.type === "element" && /^(?:strong|b)$/.test(only.tagName) ? first : null;
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
