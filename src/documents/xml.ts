import { Parser } from "htmlparser2";
import { FileError } from "./reader.ts";

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

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?$/u;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Writes XML anew, with its elements, attributes and text alone: parsers that look for a way on in what is damaged have
 * been seen to look for ever.
 *
 * @throws FileError when it is damaged
 */
export function rewriteXml(text: string): string {
  const parts: string[] = [];
  const open: string[] = [];
  let roots = 0;
  const damaged = () => new FileError("is damaged: copy it here again, or open it in its program and save it");
  const escaped = (value: string) => value.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
        if (![name, ...Object.keys(attributes)].every((one) => NAME.test(one))) throw damaged();
        if (open.push(name) === 1 && ++roots > 1) throw damaged();
        if (open.length > MAX_DEPTH) throw new RangeError(`more than ${MAX_DEPTH} elements in one another`);
        parts.push(`<${name}${said.join("")}>`);
      },
      ontext: (piece) => {
        if (open.length === 0 && piece.replace("\ufeff", "").trim() !== "") throw damaged();
        if (open.length > 0) parts.push(escaped(piece));
      },
      onclosetag: (name, implied) => {
        // An empty element closes itself; any other that is not closed was cut off.
        if (open.pop() !== name || (implied && !parts.at(-1)?.startsWith(`<${name}`))) throw damaged();
        parts.push(`</${name}>`);
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  parser.end();
  if (roots !== 1) throw damaged();
  return parts.join("");
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
