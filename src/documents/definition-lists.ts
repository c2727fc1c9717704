import type { Element, ElementContent, RootContent } from "hast";
import { isBlock, isHidden } from "./elements.ts";
import { DEFINED, inserted, type Piece } from "./pieces.ts";

/** Terms that stand one below another, and what they mean. */
export interface Entry {
  readonly terms: readonly Element[];
  readonly definitions: readonly Element[];
}

/** @returns the entries of a `<dl>`, in order; a definition without a term goes with the last */
export function entriesOf(list: Element): Entry[] {
  const entries: { terms: Element[]; definitions: Element[] }[] = [];
  const visit = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== "element" || isHidden(node)) continue;
      const last = entries.at(-1);
      if (node.tagName === "dt") {
        if (last === undefined || last.definitions.length > 0) entries.push({ terms: [node], definitions: [] });
        else last.terms.push(node);
      } else if (node.tagName !== "dd") visit(node.children);
      else if (last === undefined) entries.push({ terms: [], definitions: [node] });
      else last.definitions.push(node);
    }
  };
  visit(list.children);
  return entries;
}

/** Whether a definition begins with text, and not with a list, a table or code. */
export function startsWithText({ children }: Element): boolean {
  const first = children.find((node) => node.type === "element" || (node.type === "text" && node.value.trim() !== ""));
  if (first === undefined || !isBlock(first)) return first !== undefined;
  return first.tagName === "p" || (first.tagName === "div" && startsWithText(first));
}

/** Puts a term before its definition: "Librarian: Ms Ito". */
export function labelled(label: readonly Piece[], pieces: readonly Piece[]): readonly Piece[] {
  const last = label.at(-1);
  return last === undefined ? pieces : [...label, inserted(last.text.endsWith(":") ? " " : ": ", last.to), ...pieces];
}

/** @returns the nodes, with a definition list of HTML for each paragraph whose list defines it */
export function withDefinitions<T extends RootContent | ElementContent>(nodes: readonly T[]): readonly (T | Element)[] {
  if (!nodes.some(isDefining)) return nodes;
  const joined: (T | Element)[] = [];
  for (const node of nodes) {
    const term = isDefining(node) ? joined.findLastIndex(({ type }) => type === "element") : -1;
    const above: RootContent | undefined = joined[term];
    if (!isDefining(node) || above?.type !== "element" || !/^(?:p|dl)$/.test(above.tagName)) {
      joined.push(node);
      continue;
    }
    const definitions = node.children.map((item) => (item.type === "element" ? { ...item, tagName: "dd" } : item));
    const before = above.tagName === "dl" ? above.children : [{ ...(above as Element), tagName: "dt" }];
    joined.length = term;
    const last = joined.at(-1);
    const list: Element = { type: "element", tagName: "dl", properties: {}, children: [...before, ...definitions] };
    // One list of all terms that stand one below another.
    const previous = last?.type === "text" && last.value.trim() === "" ? joined.at(-2) : last;
    if (previous?.type === "element" && previous.tagName === "dl" && made.has(previous)) {
      previous.children.push(...list.children);
    } else {
      made.add(list);
      joined.push(list);
    }
  }
  return joined;
}

const made = new WeakSet<Element>();

function isDefining(node: RootContent): node is Element {
  if (node.type !== "element" || node.tagName !== "ul") return false;
  const first = node.children.find(({ type }) => type === "element");
  return first !== undefined && startsDefined(first);
}

function startsDefined(node: ElementContent): boolean {
  if (node.type === "text") return node.value.trimStart().startsWith(DEFINED);
  const first =
    node.type === "element"
      ? node.children.find((child) => child.type !== "text" || child.value.trim() !== "")
      : undefined;
  return first !== undefined && startsDefined(first);
}
