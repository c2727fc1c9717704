import { readHtml } from "./html.ts";
import type { Place, PlaceMark } from "./place.ts";
import type { ReadLayer, Remark } from "./reader.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** @returns text as HTML has it, without the characters that no text holds */
export function escapeHtml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "").replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark);
}

/** Writes the text of a file that is none as HTML, with the places in it: our own reader of HTML makes the document of it. */
export class HtmlLayer {
  readonly #parts: string[] = [];
  readonly #places: PlaceMark[] = [];
  #length = 0;

  /** What comes now stands at this place. */
  mark(place: Place): void {
    if (this.#places.at(-1)?.from === this.#length) this.#places.pop();
    this.#places.push({ from: this.#length, ...place });
  }

  html(html: string): void {
    this.#parts.push(html);
    this.#length += html.length;
  }

  text(text: string): void {
    this.html(escapeHtml(text));
  }

  /**
   * @param source what the file says of itself; where it has no title, its first top heading names it
   * @param options whether the HTML is written as XML
   */
  read(source: ReadLayer["source"] = {}, remarks: readonly Remark[] = [], options: { xml?: boolean } = {}): ReadLayer {
    const raw = this.#parts.join("");
    const read = readHtml(raw, { ...options, named: source.title ?? null, isLayer: true });
    const said = Object.entries(source).filter(([, value]) => value !== undefined && value !== null);
    return { ...read, raw, source: { ...read.source, ...Object.fromEntries(said) }, remarks, places: this.#places };
  }
}
