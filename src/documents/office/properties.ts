import type { ReadLayer } from "../reader.ts";
import { firstTexts } from "../xml.ts";
import { textOfPart, type ZipParts } from "../zip.ts";

/** Where a format says what a document is called, by whom it is, and when it was last saved or made. */
const PLACES = {
  docx: { part: "docProps/core.xml", authors: ["dc:creator"], dates: ["dcterms:modified", "dcterms:created"] },
  odt: { part: "meta.xml", authors: ["meta:initial-creator", "dc:creator"], dates: ["dc:date", "meta:creation-date"] },
} as const;

/** What programs write where nobody gave a name. */
const NOBODY = /^(?:unknown|author|user|admin|python-docx|openpyxl)$/i;

/** What an office document says of itself. */
export function propertiesOf(parts: ZipParts, format: keyof typeof PLACES): ReadLayer["source"] {
  const { part, authors, dates } = PLACES[format];
  const xml = textOfPart(parts, part);
  if (xml === null) return {};
  const said = firstTexts(xml, ["dc:title", ...authors, ...dates]);
  const title = said.get("dc:title");
  const author = authors.map((name) => said.get(name)).find((name) => name !== undefined && !NOBODY.test(name));
  const saved = dates.map((name) => dayOf(said.get(name))).find((day) => day !== null);
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(saved === undefined ? {} : { published: saved, publishedFrom: "last saved" }),
  };
}

function dayOf(moment: string | undefined): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(moment ?? "")?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}
