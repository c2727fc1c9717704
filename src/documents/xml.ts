import { Parser } from "htmlparser2";

export type XmlAttributes = Readonly<Record<string, string>>;

/** Told of a document's elements and text as they come. Names are as written, with their prefixes. */
export interface XmlHandler {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Elements in one another: no office program nests as deep. */
const MAX_DEPTH = 500;

/**
 * Reads XML. Entities of the document's own are not expanded, and nothing outside of it is looked at.
 *
 * @throws RangeError when it is nested too deeply
 */
export function readXml(text: string, { open, text: onText, close }: XmlHandler): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > MAX_DEPTH) throw new RangeError(`more than ${MAX_DEPTH} elements in one another`);
        open(name, attributes);
      },
      ontext: onText,
      onclosetag: (name) => {
        depth--;
        close(name);
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  parser.end();
}

/** @returns the text of each element that has one of these names, white space as single spaces, the first of each name */
export function firstTexts(xml: string, names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  let [name, shown] = ["", ""];
  readXml(xml, {
    open: (opened) => {
      if (names.includes(opened)) [name, shown] = [opened, ""];
    },
    text: (text) => {
      if (name !== "") shown += text;
    },
    close: (closed) => {
      if (closed !== name) return;
      const said = shown.trim().replace(/\s+/g, " ");
      if (said !== "" && !found.has(name)) found.set(name, said);
      name = "";
    },
  });
  return found;
}
