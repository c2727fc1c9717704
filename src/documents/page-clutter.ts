import type { Element, Root, RootContent } from "hast";
import { plain } from "./elements.ts";

/** Words in the class or id of what stands around an article and is none of it, as sites and their plugins name it. */
const CLUTTER = new Set(
  "cookie cookies cookiebanner cookieconsent cookiebar consent gdpr ccpa onetrust cookiebot usercentrics didomi ad ads adv advert adverts advertisement advertising adsbygoogle adslot adunit sponsored outbrain taboola comments commentlist disqus disqusthread respond commentform share sharing sharedaddy sharebar addtoany socialshare social socials newsletter subscribe signup paywall related relatedposts recommended recommendations morestories breadcrumb breadcrumbs pagination pager sidebar widgetarea skiplink popup modal toast backtotop".split(
    " ",
  ),
);
/** Words that make one of these the article's own: a page about cookies has a "cookie-policy". */
const OWN = new Set(
  "policy statement article content main body list text page post entry section recipe has with no without open".split(
    " ",
  ),
);
const ROLES = new Set(["dialog", "alertdialog", "complementary"]);
const WHOLE = new Set(["html", "body", "main", "article"]);
/** Elements that hold more of a page's text than this are the page, whatever they are called. */
const MOST = 0.5;
/** A page with one article of so much of its text is that article. */
const ARTICLE = 0.6;

/** Finds what of a page is around what it says: cookie banners, adverts, comments, links to share and to other pages. */
export class PageClutter {
  readonly #length: number;

  constructor(page: Root) {
    this.#length = lengthOf(page.children);
  }

  isClutter({ tagName, properties, children }: Element): boolean {
    if (WHOLE.has(tagName) || /^h[1-6]$/.test(tagName)) return false;
    const { id, className, role, ariaLabel } = properties;
    const names = [...(Array.isArray(className) ? className : []), id ?? ""].map(String);
    const isNamed = names.some(isClutterName);
    const isApart =
      ROLES.has(String(role)) || tagName === "aside" || /\bcookie|consent\b/i.test(String(ariaLabel ?? ""));
    // An aside of an article may be a box of it; one that is named so, or holds little but links, is none.
    if (!isNamed && !(isApart && (tagName !== "aside" || isMostlyLinks(children)))) return false;
    return lengthOf(children) <= MOST * this.#length;
  }
}

function isClutterName(name: string): boolean {
  const words = name
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > 4 || words.some((word) => OWN.has(word))) return false;
  return CLUTTER.has(words.join("")) || words.some((word) => CLUTTER.has(word));
}

/** @returns the part of a page that it is read for: its main part, or its one article; else all of it */
export function mainPart(page: Root, elements: readonly Element[]): Root {
  const mains = elements.filter(({ tagName }) => tagName === "main");
  if (mains.length === 1) return { type: "root", children: mains[0]?.children ?? [] };
  const articles = elements.filter(({ tagName }) => tagName === "article");
  const [only] = articles;
  if (only === undefined || articles.length > 1 || lengthOf(only.children) < ARTICLE * lengthOf(page.children))
    return page;
  // As an article it has a head of its own.
  return { type: "root", children: [only] };
}

function lengthOf(nodes: readonly RootContent[]): number {
  let length = 0;
  for (const node of nodes) {
    if (node.type === "text") length += node.value.trim().length;
    else if (node.type === "element" && !/^(?:script|style|noscript|template|head)$/.test(node.tagName)) {
      length += lengthOf(node.children);
    }
  }
  return length;
}

function isMostlyLinks(nodes: Element["children"]): boolean {
  const links = (children: Element["children"]): number =>
    children.reduce((sum, node) => {
      if (node.type !== "element") return sum;
      return sum + (node.tagName === "a" ? plain(node).trim().length : links(node.children));
    }, 0);
  return links(nodes) * 2 > lengthOf(nodes);
}
