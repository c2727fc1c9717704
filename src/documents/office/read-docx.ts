import { zipSync } from "fflate";
import mammoth from "mammoth";
import { NOTE, NOTE_MARK } from "../elements.ts";
import { HtmlLayer } from "../html-layer.ts";
import { FileError, type ReadLayer } from "../reader.ts";
import { rewriteXml } from "../xml.ts";
import { textOfPart, unzip, type ZipParts } from "../zip.ts";
import { propertiesOf } from "./properties.ts";
import { withTableHeads } from "./table-heads.ts";

const DOCUMENT = "word/document.xml";
/** Text, and nothing that is none: no pictures, fonts, embedded files or macros. */
const WANTED = /(?:\.xml|\.rels)$/;
/** What mammoth reads of them. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/[^/]+\.rels)$/;
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
  const buffer = Buffer.from(zipSync(Object.fromEntries(soundParts(parts)), { level: 0 }));
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

/** The parts that mammoth reads, sound, without runs that are set as hidden, which it would show. */
function soundParts(parts: ZipParts): Map<string, Uint8Array> {
  const sound = new Map<string, Uint8Array>();
  for (const name of parts.keys()) {
    if (!READ.test(name)) continue;
    const xml = rewriteXml(textOfPart(parts, name) ?? "");
    sound.set(name, new TextEncoder().encode(name === DOCUMENT ? withoutHidden(xml) : xml));
  }
  return sound;
}

function withoutHidden(xml: string): string {
  if (!xml.includes("<w:vanish")) return xml;
  return xml.replace(/<w:r(?:\s[^>]*)?>[\s\S]*?<\/w:r>/g, (run) => {
    const isWhole = run.indexOf("<w:r>", 1) === -1 && run.indexOf("<w:r ", 1) === -1;
    return isWhole && /<w:vanish>/.test(run) ? "" : run;
  });
}
