import { NOTE, NOTE_MARK } from "../elements.ts";
import { escapeHtml, HtmlLayer } from "../html-layer.ts";
import type { Place } from "../place.ts";
import { FileError, type ReadLayer } from "../reader.ts";
import { readXml, type XmlAttributes } from "../xml.ts";
import { textOfPart, unzip } from "../zip.ts";
import { type OdtStyles, readOdtStyles } from "./odt-styles.ts";
import { propertiesOf } from "./properties.ts";
import { withTableHeads } from "./table-heads.ts";

const WANTED = new Set(["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]);
/** What no reader of the document sees, or sees again where it stands. */
const PASSED_OVER = new Set(
  "text:tracked-changes office:annotation office:annotation-end office:forms text:sequence-decls text:variable-decls text:user-field-decls text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:bibliography text:note-citation text:hidden-text text:hidden-paragraph text:ruby-text svg:title svg:desc draw:object draw:object-ole draw:image office:event-listeners text:index-title".split(
    " ",
  ),
);
/** A cell that stands for more columns than this is the rest of an empty row. */
const MAX_REPEATED = 20;

/** Reads an OpenDocument text: what its reader sees; each paragraph a place. */
export async function readOdt(bytes: Uint8Array): Promise<ReadLayer> {
  const parts = unzip(bytes, (name) => WANTED.has(name));
  if (textOfPart(parts, "META-INF/manifest.xml")?.includes("manifest:encryption-data")) {
    throw new FileError("is locked with a password: save it again without one");
  }
  const content = textOfPart(parts, "content.xml");
  if (content === null) throw new FileError("holds no OpenDocument text: save it again in its program");
  const styles = readOdtStyles([textOfPart(parts, "styles.xml") ?? "", content]);
  const { html, places } = new OdtText(styles).read(content);
  const layer = new HtmlLayer();
  let from = 0;
  for (const { at, ...place } of places) {
    layer.html(html.slice(from, at));
    layer.mark(place);
    from = at;
  }
  layer.html(html.slice(from));
  return layer.read(propertiesOf(parts, "odt"));
}

/** Makes HTML of an OpenDocument text's elements (ODF 1.3, part 3), as they come. */
class OdtText {
  readonly #styles: OdtStyles;
  readonly #parts: string[] = [];
  readonly #notes: string[] = [];
  /** Where what is written goes: the body, or a note in it. */
  #target = this.#parts;
  /** Tags that the open elements are to be closed with. */
  readonly #closing: string[] = [];
  /** Lists around, by their style and their tag. */
  readonly #lists: string[] = [];
  /** Depth in what is passed over; 0 outside of it. */
  #hidden = 0;
  #inParagraph = 0;
  #paragraph = 0;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  read(content: string): { html: string; places: readonly (Place & { readonly at: number })[] } {
    let isBody = false;
    readXml(content, {
      open: (name, attributes) => {
        isBody ||= name === "office:text";
        if (isBody) this.#open(name, attributes);
      },
      text: (text) => {
        if (isBody && this.#hidden === 0 && this.#inParagraph > 0) this.#write(escapeHtml(text));
      },
      close: (name) => {
        if (isBody) this.#close(name);
        if (name === "office:text") isBody = false;
      },
    });
    return withoutMarks(withTableHeads([...this.#parts, ...this.#notes].join("")));
  }

  #write(html: string): void {
    this.#target.push(html);
  }

  #open(name: string, attributes: XmlAttributes): void {
    if (this.#hidden > 0 || PASSED_OVER.has(name) || this.#isHidden(name, attributes)) {
      this.#hidden++;
      return;
    }
    const [open, close] = this.#tagsOf(name, attributes);
    this.#write(open);
    this.#closing.push(close);
  }

  #isHidden(name: string, attributes: XmlAttributes): boolean {
    if (name === "text:section") return attributes["text:display"] === "none";
    return /^text:(?:p|h|span)$/.test(name) && this.#styles.isHidden(attributes["text:style-name"]);
  }

  #close(name: string): void {
    if (this.#hidden > 0) {
      this.#hidden--;
      return;
    }
    const close = this.#closing.pop() ?? "";
    if (name === "text:p" || name === "text:h") this.#inParagraph--;
    if (name === "text:list") this.#lists.pop();
    this.#write(close);
    if (name === "text:note") {
      this.#target = this.#parts;
      this.#inParagraph++;
    }
  }

  #tagsOf(name: string, attributes: XmlAttributes): readonly [open: string, close: string] {
    const style = attributes["text:style-name"];
    switch (name) {
      case "text:p":
      case "text:h":
        return this.#paragraphTags(name, style, attributes);
      case "text:span":
        if (this.#styles.isStruck(style)) return ["<s>", "</s>"];
        return this.#styles.isBold(style) ? ["<strong>", "</strong>"] : ["", ""];
      case "text:s":
      case "text:tab":
        return [" ", ""];
      case "text:line-break":
        return ["<br>", ""];
      case "text:list":
        return this.#listTags(style);
      case "text:list-item":
      case "text:list-header":
        return ["<li>", "</li>"];
      case "table:table":
        return ["<table>", "</table>\n"];
      case "table:table-header-rows":
        return ["<thead>", "</thead>"];
      case "table:table-row":
        return ["<tr>", "</tr>\n"];
      case "table:table-cell":
        return cellTags(attributes);
      case "text:note":
        return this.#noteTags(attributes["text:id"] ?? "");
      default:
        return ["", ""];
    }
  }

  #paragraphTags(name: string, style: string | undefined, attributes: XmlAttributes): readonly [string, string] {
    this.#inParagraph++;
    // In a note, it is the paragraph that cites the note that a reader looks for.
    if (this.#target === this.#parts) this.#paragraph++;
    const level = Math.min(6, Math.max(1, Number(attributes["text:outline-level"]) || 1));
    const tag = name === "text:h" ? `h${level}` : this.#styles.isTitle(style) ? "h1" : "p";
    const bold = tag === "p" && this.#styles.isBold(style);
    return [`${mark(this.#paragraph)}<${tag}>${bold ? "<strong>" : ""}`, `${bold ? "</strong>" : ""}</${tag}>\n`];
  }

  #listTags(style: string | undefined): readonly [string, string] {
    const named = style ?? this.#lists.at(-1);
    this.#lists.push(named ?? "");
    const tag = this.#styles.isNumbered(named, this.#lists.length) ? "ol" : "ul";
    return [`<${tag}>`, `</${tag}>\n`];
  }

  #noteTags(id: string): readonly [string, string] {
    const name = escapeHtml(id).replace(/"/g, "&quot;");
    this.#write(`<${NOTE_MARK} id="${name}"></${NOTE_MARK}>`);
    this.#target = this.#notes;
    this.#inParagraph--;
    return [`<${NOTE} id="${name}">`, `</${NOTE}>\n`];
  }
}

function cellTags(attributes: XmlAttributes): readonly [string, string] {
  const span = (name: string) => Math.min(MAX_REPEATED, Number(attributes[`table:number-${name}s-spanned`]) || 1);
  const [columns, rows] = [span("column"), span("row")];
  const repeated = Number(attributes["table:number-columns-repeated"]) || 1;
  const empty = repeated > 1 && repeated <= MAX_REPEATED ? "<td></td>".repeat(repeated - 1) : "";
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ""}${rows > 1 ? ` rowspan="${rows}"` : ""}`;
  return [`<td${spans}>`, `</td>${empty}`];
}

/** Stands where a paragraph starts, until all is written. */
const mark = (paragraph: number) => `<!--${paragraph}-->`;

function withoutMarks(html: string): { html: string; places: (Place & { readonly at: number })[] } {
  const places: (Place & { readonly at: number })[] = [];
  let taken = 0;
  const plain = html.replace(/<!--(\d+)-->/g, (found, paragraph: string, index: number) => {
    places.push({ at: index - taken, paragraph: Number(paragraph) });
    taken += found.length;
    return "";
  });
  return { html: plain, places };
}
