import type { Element, Root } from "hast";
import type { MappedText } from "./mapped-text.ts";
import type { PageClutter } from "./page-clutter.ts";
import type { Piece } from "./pieces.ts";

/** What of a page is to be read, and what stands above it. */
export interface Page {
  readonly root: Root;
  readonly source: MappedText;
  readonly raw: string;
  /** Footnotes by their ids. */
  readonly notes: ReadonlyMap<string, Element>;
  /** Of a page of a site, whose head, foot and menus are not its own: what else of it is not. Else null. */
  readonly clutter: PageClutter | null;
  readonly headings: readonly string[];
  /** What the document is called for another reason than its first top heading, or null. */
  readonly named: string | null;
  /** Of a field's value: its name, which stands before the first paragraph. */
  readonly label?: readonly Piece[];
}
