import { getDocumentProxy } from "unpdf";
import { HtmlLayer } from "../html-layer.ts";
import { MAX_LAYER } from "../limits.ts";
import { FileError, type ReadLayer, type Remark } from "../reader.ts";
import { type Annotation, withFilledIn } from "./filled-fields.ts";
import { LineJoiner } from "./joined-lines.ts";
import { blocksOf, itemMark, type PdfBlock } from "./page-blocks.ts";
import { type PageLayout, type TextItem, textOf, toLines, turnOf } from "./page-lines.ts";
import { withoutRunningLines } from "./running-lines.ts";
import type { PdfTable } from "./tables.ts";
import { type ContentItem, type StructureNode, taggedBlocks } from "./tagged-page.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const OCR = "run text recognition (OCR) over it, such as ocrmypdf, and save it again";
/** Pieces of text on one page: a page of a telephone book has some ten thousand. */
const MAX_ITEMS = 200_000;
/** What programs call a document that its author gave no name. */
const NO_TITLE =
  /^(?:untitled|unbenannt|microsoft word\b.*|.*\.(?:docx?|odt|indd|pptx?|xlsx?|tex|dvi|html?|pdf)|about:blank|slide 1)$/i;

/** Reads a PDF: the text of its pages in the order of reading, each page a place. */
export async function readPdf(bytes: Uint8Array): Promise<ReadLayer> {
  const pdf = await open(bytes);
  const pages: ReadPage[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(pdf, number);
    pages.push(page);
    for (const line of page.lines) length += textOf(line).length;
    if (length > MAX_LAYER)
      throw new FileError(`holds more than ${MAX_LAYER / 1e6} million characters of text: divide it`);
  }
  const empty = pages.filter(({ lines }) => lines.length === 0).map(({ number }) => number);
  if (empty.length === pages.length) {
    const what = pages.length === 1 ? "a page" : `${pages.length} pages`;
    throw new FileError(`holds ${what} of pictures and no text, as a scan does: ${OCR}`);
  }
  const layer = new HtmlLayer();
  const isTagged = pages.every(({ tagged, lines }) => tagged !== null || lines.length === 0);
  const blocks = isTagged ? pages.flatMap(({ tagged }) => tagged ?? []) : blocksOf(withoutRunningLines(pages));
  const joiner = new LineJoiner(wordsOf(pages));
  let list = "";
  for (const block of joinedOver(blocks)) {
    const next = listOf(block);
    if (next !== list) layer.html(`${list === "" ? "" : `</${list}>\n`}${next === "" ? "" : `<${next}>\n`}`);
    list = next;
    if (block.kind === "table") writeTable(layer, block);
    else writeBlock(layer, block, joiner);
  }
  return layer.read(await sourceOf(pdf), empty.length === 0 ? [] : [withoutText(empty)]);
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // Silent: what it has to say of a file is for those who write PDFs.
    return await getDocumentProxy(bytes, { verbosity: 0 });
  } catch (error) {
    if ((error as Error).name === "PasswordException") {
      throw new FileError("is locked with a password: save it again without one");
    }
    throw error;
  }
}

interface ReadPage extends PageLayout {
  /** What its tags say, or null. */
  readonly tagged: readonly (PdfBlock | PdfTable)[] | null;
}

async function readPage(pdf: Pdf, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const items: ContentItem[] = [];
  for await (const chunk of page.streamTextContent({ includeMarkedContent: true })) {
    items.push(...(chunk as { readonly items: readonly ContentItem[] }).items);
    if (items.length > MAX_ITEMS) throw new FileError(`holds more on page ${number} than a page can: save it again`);
  }
  const tree = (await page.getStructTree()) as StructureNode | null;
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  page.cleanup();
  const drawn = items.filter((item): item is TextItem => "str" in item);
  const texts = withFilledIn(drawn, annotations);
  const turn = turnOf(texts, page.getViewport({ scale: 1 }).transform);
  const { transform, height } = page.getViewport({ scale: 1, rotation: page.rotate + turn });
  // Tags say nothing of where the fields of a form stand.
  const tagged = texts === drawn ? taggedBlocks(tree, items, number, transform) : null;
  return { number, height, lines: toLines(texts, number, transform), tagged };
}

/** A paragraph that goes on on the next page is one, and a table that does so has the same heads. */
function joinedOver(blocks: readonly (PdfBlock | PdfTable)[]): (PdfBlock | PdfTable)[] {
  const joined: (PdfBlock | PdfTable)[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.kind === "paragraph" && block.kind === "paragraph" && goesOn(last, block)) {
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
    } else if (last?.kind === "table" && block.kind === "table") joined.push(withHeads(last, block));
    else joined.push(block);
  }
  return joined;
}

function goesOn({ lines: before }: PdfBlock, { lines }: PdfBlock): boolean {
  const [last, first] = [before.at(-1), lines[0]];
  if (last === undefined || first === undefined || first.page !== last.page + 1) return false;
  return /[\p{L}\d,‐\u00ad-]$/u.test(textOf(last)) && /^\p{Ll}/u.test(textOf(first));
}

function withHeads(before: PdfTable, table: PdfTable): PdfTable {
  const [heads] = before.rows;
  const isSame = before.isHeaded && !table.isHeaded && table.page === before.page + 1;
  if (!isSame || heads === undefined || columnsOf(before) !== columnsOf(table)) return table;
  return { ...table, rows: [heads, ...table.rows], isHeaded: true };
}

const columnsOf = ({ rows }: PdfTable): number => rows.reduce((most, { length }) => Math.max(most, length), 0);

function* wordsOf(pages: readonly PageLayout[]): Generator<string> {
  for (const { lines } of pages) for (const line of lines) yield textOf(line);
}

/** @returns the tag of the list that a block is an item of, or nothing */
function listOf(block: PdfBlock | PdfTable): string {
  if (block.kind !== "item") return "";
  return itemMark(firstLine(block)).ordinal === null ? "ul" : "ol";
}

function firstLine({ lines: [line] }: PdfBlock): string {
  return line === undefined ? "" : textOf(line);
}

function writeBlock(layer: HtmlLayer, block: PdfBlock, joiner: LineJoiner): void {
  const { kind, level, lines } = block;
  const mark = kind === "item" ? itemMark(firstLine(block)) : { length: 0, ordinal: null };
  const tag = kind === "heading" ? `h${level}` : kind === "item" ? "li" : "p";
  layer.html(mark.ordinal === null ? `<${tag}>` : `<${tag} value="${mark.ordinal}">`);
  let page = 0;
  for (const [i, line] of lines.entries()) {
    if (line.page !== page) layer.mark({ page: line.page });
    page = line.page;
    let text = textOf(line);
    const next = lines[i + 1];
    const { cut, space } = next === undefined ? { cut: 0, space: "" } : joiner.between(text, textOf(next));
    text = text.slice(i === 0 ? mark.length : 0, text.length - cut);
    layer.text(`${text}${space}`);
  }
  layer.html(`</${tag}>\n`);
}

function writeTable(layer: HtmlLayer, { rows, isHeaded, page }: PdfTable): void {
  layer.mark({ page });
  layer.html("<table>\n");
  for (const [i, row] of rows.entries()) {
    const tag = isHeaded && i === 0 ? "th" : "td";
    layer.html("<tr>");
    for (const cell of row) {
      layer.html(`<${tag}>`);
      layer.text(cell);
      layer.html(`</${tag}>`);
    }
    layer.html("</tr>\n");
  }
  layer.html("</table>\n");
}

function withoutText(pages: readonly number[]): Remark {
  const [first] = pages;
  const which = pages.length === 1 ? `page ${first} has` : `${pages.length} pages, such as page ${first}, have`;
  return { kind: "left out", text: `${which} no text: if it is scanned, ${OCR}`, line: 0 };
}

async function sourceOf(pdf: Pdf): Promise<ReadLayer["source"]> {
  const { info } = await pdf.getMetadata();
  const { Title, Author, CreationDate } = info as Readonly<Record<string, unknown>>;
  const title = oneLine(Title);
  const author = oneLine(Author);
  // PDF 32000-1, 7.9.4: D:YYYYMMDD…
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(String(CreationDate ?? "")) ?? [];
  const published = `${year}-${month}-${day}`;
  return {
    ...(title === "" || NO_TITLE.test(title) ? {} : { title }),
    ...(author === "" ? {} : { author }),
    ...(year === undefined || Number.isNaN(Date.parse(published)) ? {} : { published, publishedFrom: "creation date" }),
  };
}

function oneLine(value: unknown): string {
  return typeof value === "string" ? value.trim().replace(/\s+/g, " ") : "";
}
