import type { Nodes, Root } from "mdast";
import type { Span } from "../text/span.ts";

/** Spans of a text, in order, without overlap. */
export class Regions {
  readonly spans: readonly Span[];

  constructor(spans: readonly Span[]) {
    const merged: { start: number; end: number }[] = [];
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
      else if (end > start) merged.push({ start, end });
    }
    this.spans = merged;
  }

  /** @returns the first region that ends behind an offset */
  from(offset: number): Span | undefined {
    let [low, high] = [0, this.spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle] as Span).end > offset) high = middle;
      else low = middle + 1;
    }
    return this.spans[low];
  }

  touches({ start, end }: Span): boolean {
    const region = this.from(start);
    return region !== undefined && region.start < end;
  }

  holds(offset: number): boolean {
    return this.touches({ start: offset, end: offset + 1 });
  }
}

/** Where a document's code and HTML stand, as Markdown that knows no templates reads it. */
export interface Layout {
  readonly code: Regions;
  /** HTML blocks that hold more than comments. */
  readonly html: Regions;
  /** Indented HTML, which would be code, in HTML that a blank line interrupted. */
  readonly indentedHtml: readonly Span[];
}

export function layoutOf(tree: Root, text: string): Layout {
  const [code, html, indentedHtml]: [Span[], Span[], Span[]] = [[], [], []];
  const visit = (node: Nodes, before: Nodes | undefined): void => {
    if ("children" in node) {
      let previous: Nodes | undefined;
      for (const child of node.children) {
        visit(child, previous);
        previous = child;
      }
      return;
    }
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    if (node.type === "html" && node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, "").trim() !== "") {
      html.push({ start, end });
    } else if (
      node.type === "code" &&
      /^ {0,3}<[a-z/!]/i.test(node.value) &&
      !/^[ \t]*(?:```|~~~)/.test(text.slice(start))
    ) {
      const follows = before?.type === "html" || before?.position?.end.offset === indentedHtml.at(-1)?.end;
      (follows && before !== undefined ? indentedHtml : code).push({ start, end });
    } else if (node.type === "code" || node.type === "inlineCode") {
      code.push({ start, end });
    }
  };
  visit(tree, undefined);
  return { code: new Regions([...code, ...codeElements(text)]), html: new Regions(html), indentedHtml };
}

/** Code that is written as HTML, unless a template engine is to fill it. */
export function codeElements(text: string): Span[] {
  if (!/<(?:pre|code)\b/i.test(text)) return [];
  return Array.from(text.matchAll(/<(pre|code)\b[^>]*>([\s\S]*?)<\/\1\s*>/gi)).flatMap((match) => {
    const [element, , content = ""] = match;
    const filled = content.replace(/\{%[^%]*%\}|\{\{[^{}]*\}\}/g, "").trim() === "";
    return filled ? [] : [{ start: match.index, end: match.index + element.length }];
  });
}
