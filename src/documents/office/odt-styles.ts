import { readXml, type XmlAttributes } from "../xml.ts";

/** What the styles of an OpenDocument text say of how it is to be read. */
export interface OdtStyles {
  readonly isBold: (style: string | undefined) => boolean;
  readonly isHidden: (style: string | undefined) => boolean;
  readonly isStruck: (style: string | undefined) => boolean;
  /** Whether a paragraph is the document's title. */
  readonly isTitle: (style: string | undefined) => boolean;
  /** @param level of the list, from 1 */
  readonly isNumbered: (list: string | undefined, level: number) => boolean;
}

/** Styles that inherit from one another: a chain longer than this goes round. */
const MAX_CHAIN = 20;

/** Reads the styles of an OpenDocument text (ODF 1.3, part 3, 16) from the parts that hold them. */
export function readOdtStyles(parts: readonly string[]): OdtStyles {
  const parents = new Map<string, string>();
  const bold = new Map<string, boolean>();
  const [hidden, struck, numbered] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let [style, list] = ["", ""];
  const open = (name: string, attributes: XmlAttributes) => {
    const called = attributes["style:name"] ?? "";
    if (name === "style:style") {
      style = called;
      if (attributes["style:parent-style-name"]) parents.set(style, attributes["style:parent-style-name"]);
    } else if (name === "text:list-style") list = called;
    else if (name === "text:list-level-style-number") {
      if (attributes["style:num-format"]) numbered.add(`${list} ${attributes["text:level"]}`);
    } else if (name === "style:text-properties" && style !== "") {
      const weight = attributes["fo:font-weight"];
      if (weight !== undefined) bold.set(style, weight === "bold" || Number(weight) >= 600);
      if (attributes["text:display"] === "none") hidden.add(style);
      if ((attributes["style:text-line-through-style"] ?? "none") !== "none") struck.add(style);
    }
  };
  for (const part of parts) {
    readXml(part, {
      open,
      text: () => {},
      close: (name) => {
        if (name === "style:style") style = "";
      },
    });
  }
  const chain = (name: string | undefined): string[] => {
    const names: string[] = [];
    for (let at = name; at !== undefined && names.length < MAX_CHAIN; at = parents.get(at)) names.push(at);
    return names;
  };
  return {
    isBold: (name) =>
      chain(name)
        .map((one) => bold.get(one))
        .find((is) => is !== undefined) === true,
    isHidden: (name) => chain(name).some((one) => hidden.has(one)),
    isStruck: (name) => chain(name).some((one) => struck.has(one)),
    isTitle: (name) => chain(name).includes("Title"),
    isNumbered: (name, level) => numbered.has(`${name} ${level}`),
  };
}
