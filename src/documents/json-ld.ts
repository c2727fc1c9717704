import { z } from "zod";

/** What a page says of itself in JSON-LD (schema.org), as far as it is a citation's. */
export interface LinkedData {
  readonly headline: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** As written. */
  readonly published: string | null;
  readonly url: string | null;
}

/** Types whose author and date are the page's. */
const TYPES =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*Posting|WebPage|\w+Page|Report|Event|Recipe|CreativeWork|HowTo|Review|Book)$/;
/** A whole page's graph holds some ten nodes. */
const MAX_NODES = 500;

const node = z.looseObject({ "@type": z.union([z.string(), z.array(z.string())]).optional() });
type Node = z.infer<typeof node>;

/** @param scripts contents of the page's scripts of type "application/ld+json" */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.flatMap(nodesOf);
  const typed = nodes.filter((one) => [one["@type"] ?? []].flat().some((type) => TYPES.test(type)));
  const isArticle = (one: Node) => [one["@type"] ?? []].flat().some((type) => /Article|Posting$/.test(type));
  const best = typed.toSorted((a, b) => Number(isArticle(b)) - Number(isArticle(a)));
  const first = (read: (one: Node) => string | null) => best.map(read).find((value) => value !== null) ?? null;
  return {
    headline: first((one) => textOf(one["headline"])),
    author: first((one) => namesOf(one["author"], nodes)),
    publisher: first((one) => namesOf(one["publisher"], nodes)),
    published: first((one) => textOf(one["datePublished"])),
    url: first((one) => textOf(one["url"])),
  };
}

function nodesOf(script: string): Node[] {
  let json: unknown;
  try {
    json = JSON.parse(script);
  } catch {
    return [];
  }
  const found: Node[] = [];
  const waiting = [json].flat();
  while (waiting.length > 0 && found.length < MAX_NODES) {
    const read = node.safeParse(waiting.shift());
    if (!read.success) continue;
    found.push(read.data);
    const graph = read.data["@graph"];
    if (Array.isArray(graph)) waiting.push(...graph.slice(0, MAX_NODES));
  }
  return found;
}

/** Names of people or organisations: words, an object with a name, a reference to another node, several of these. */
function namesOf(value: unknown, nodes: readonly Node[]): string | null {
  const names = [value]
    .flat()
    .slice(0, 20)
    .flatMap((one) => {
      const said = textOf(one);
      if (said !== null) return /^https?:/.test(said) ? [] : [said];
      const read = node.safeParse(one).data;
      const meant =
        read?.["name"] === undefined
          ? nodes.find((other) => other["@id"] === read?.["@id"] && read?.["@id"] !== undefined)
          : read;
      return textOf(meant?.["name"]) ?? [];
    });
  return names.length === 0 ? null : [...new Set(names)].join(", ");
}

function textOf(value: unknown): string | null {
  const text = typeof value === "string" ? value.trim().replace(/\s+/g, " ") : "";
  return text === "" || text.length > 500 ? null : text;
}
