import { NOTE, NOTE_MARK } from "../elements.ts";

/** A link to a note, as EPUB 3 (4.2) and DPUB-ARIA mark it. */
const REFERENCE =
  /<a\b([^>]*\b(?:epub:type\s*=\s*"[^"]*\bnoteref\b|role\s*=\s*"doc-noteref")[^>]*)>[^<]{0,20}(?:<[^>]*>[^<]{0,20}){0,4}?<\/a\s*>/g;
const TARGET = /\bhref\s*=\s*"[^"#]*#([^"]+)"/;
const ELEMENT = /<(aside|li)\b[^>]*\bid\s*=\s*"([^"]+)"[^>]*>/g;

/**
 * Makes notes of those of a page that it refers to, so that each is read beside its sentence.
 *
 * @param page tells its notes from those of other pages
 */
export function withNotes(body: string, page: number): string {
  const cited = new Set(
    Array.from(body.matchAll(REFERENCE), ([, attributes = ""]) => TARGET.exec(attributes)?.[1] ?? ""),
  );
  if (cited.size === 0) return body;
  const parts: string[] = [];
  const found = new Set<string>();
  let from = 0;
  for (const { 0: tag, 1: name = "", 2: id = "", index } of body.matchAll(ELEMENT)) {
    const end = body.indexOf(`</${name}`, index);
    if (index < from || end === -1 || !cited.has(id)) continue;
    parts.push(body.slice(from, index), `<${NOTE} id="${page}:${id}">${body.slice(index + tag.length, end)}</${NOTE}>`);
    found.add(id);
    from = body.indexOf(">", end) + 1 || body.length;
  }
  return [...parts, body.slice(from)].join("").replace(REFERENCE, (link, attributes: string) => {
    const id = TARGET.exec(attributes)?.[1] ?? "";
    return found.has(id) ? `<${NOTE_MARK} id="${page}:${id}"></${NOTE_MARK}>` : link;
  });
}
