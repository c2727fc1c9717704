import { zipSync } from "fflate";
import mammoth from "mammoth";
import { NOTE, NOTE_MARK } from "../elements.ts";
import { HtmlLayer } from "../html-layer.ts";
import { FileError, type ReadLayer } from "../reader.ts";
import { textOfPart, unzip, type ZipParts } from "../zip.ts";
import { propertiesOf } from "./properties.ts";
import { withTableHeads } from "./table-heads.ts";

const DOCUMENT = "word/document.xml";
/** Text, and nothing that is none: no pictures, fonts, embedded files or macros. */
const WANTED = /(?:\.xml|\.rels)$/;
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** As mammoth writes them: where a paragraph starts, the mark of a note, a note, its way back. */
const TOKEN =
  /<(?:p|h[1-6]|li)(?:\s[^>]*)?>|<sup><a href="#((?:foot|end)note-\d+)"[^>]*>\[\d+\]<\/a><\/sup>|<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g;
/** The list of all notes, which comes last. */
const NOTES = /<ol><li id="(?:foot|end)note-\d+">/;
const NOTE_ITEM = /<li id="((?:foot|end)note-\d+)">([\s\S]*?)<\/li>/g;

/** Reads a Word document: what its reader sees, without comments, tracked deletions, heads and feet; each paragraph a place. */
export async function readDocx(bytes: Uint8Array): Promise<ReadLayer> {
  const parts = unzip(bytes, (name) => WANTED.test(name));
  if (!parts.has(DOCUMENT)) throw new FileError("holds no Word document: save it again in Word");
  // Packed anew: what mammoth unpacks is no more than what was let in.
  const buffer = Buffer.from(zipSync(Object.fromEntries(withoutHidden(parts)), { level: 0 }));
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: STYLES,
      ignoreEmptyParagraphs: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    },
  );
  const end = NOTES.exec(value)?.index ?? value.length;
  const layer = new HtmlLayer();
  const citedIn = writeBody(layer, withTableHeads(value.slice(0, end)));
  for (const [, id = "", note = ""] of value.slice(end).matchAll(NOTE_ITEM)) {
    layer.html(`<${NOTE} id="${id}">`);
    layer.mark({ paragraph: citedIn.get(id) ?? 1 });
    layer.html(`${note.replace(TOKEN, (token) => (token.startsWith("<a") ? "" : token))}</${NOTE}>\n`);
  }
  return layer.read(propertiesOf(parts, "docx"));
}

/** @returns the paragraph that each note is cited in */
function writeBody(layer: HtmlLayer, html: string): Map<string, number> {
  const citedIn = new Map<string, number>();
  let [from, paragraph] = [0, 0];
  for (const { 0: token, 1: note, index } of html.matchAll(TOKEN)) {
    layer.html(html.slice(from, index));
    from = index + token.length;
    if (note !== undefined) {
      citedIn.set(note, paragraph);
      layer.html(`<${NOTE_MARK} id="${note}"></${NOTE_MARK}>`);
    } else if (!token.startsWith("<a")) {
      layer.html(token);
      layer.mark({ paragraph: ++paragraph });
    }
  }
  layer.html(html.slice(from));
  return citedIn;
}

/** Takes out runs that are set as hidden, which mammoth shows. */
function withoutHidden(parts: ZipParts): Map<string, Uint8Array> {
  const kept = new Map(parts);
  const xml = textOfPart(parts, DOCUMENT) ?? "";
  if (!xml.includes("<w:vanish")) return kept;
  const shown = xml.replace(/<w:r(?:\s[^>]*)?>[\s\S]*?<\/w:r>/g, (run) => {
    const isWhole = run.indexOf("<w:r>", 1) === -1 && run.indexOf("<w:r ", 1) === -1;
    return isWhole && /<w:vanish\s*\/>/.test(run) ? "" : run;
  });
  return kept.set(DOCUMENT, new TextEncoder().encode(shown));
}
