import type { Document } from "../documents/document.ts";
import type { ListedFile } from "../documents/file-list.ts";
import { FileReading, type ReadAhead, type Recall } from "../documents/file-reading.ts";
import type { Outcome } from "../documents/outcome.ts";
import { packParts, StoredDocument, StoredParts } from "../documents/stored/stored-document.ts";
import type { DocumentRows } from "../search/rows/document-rows.ts";
import type { AllRows } from "../search/rows/joined-rows.ts";
import { packRows, unpackRows } from "../search/rows/packed-rows.ts";
import type { RowsReader } from "../search/rows/read-rows.ts";
import { Spool } from "./spool.ts";

/** Where something stands in a spool. */
type Place = readonly [start: number, end: number];

/**
 * Reads files one by one, and puts each document aside with what it says by itself: in memory is one document at a time,
 * however many there are.
 */
export class SpooledReading implements ReadAhead {
  readonly #here: FileReading;
  readonly #reader: RowsReader;
  readonly #documents: Spool;
  readonly #rows: Spool;
  /** Where each part of each document begins; one more at the end. */
  readonly #starts: number[] = [0];
  readonly #parts: StoredParts;
  /** Of each document its id, and where its rows stand. */
  readonly #rowsOf: { readonly id: string; readonly place: Place }[] = [];
  #listed: ReadonlyMap<string, ListedFile> = new Map();

  /**
   * @param folder of the documents
   * @param recall as of `FileReading`: what it gives is stored already
   * @param aside folder in which documents are put aside
   * @param failed makes what is thrown where they cannot be
   */
  constructor(
    folder: string,
    recall: Recall,
    reader: RowsReader,
    { aside, failed }: { readonly aside: string; readonly failed: (cause: unknown) => Error },
  ) {
    this.#here = new FileReading(folder, recall);
    this.#reader = reader;
    this.#documents = new Spool(aside, failed);
    this.#rows = new Spool(aside, failed);
    this.#parts = new StoredParts(this.#starts, (start, end) => this.#documents.read(start, end));
  }

  start(files: readonly ListedFile[]): void {
    this.#listed = new Map(files.map((listed) => [listed.file, listed]));
  }

  take(file: string): Promise<Outcome> | null {
    const listed = this.#listed.get(file);
    return listed === undefined ? null : this.#read(listed);
  }

  async #read(listed: ListedFile): Promise<Outcome> {
    const outcome = await this.#here.read(listed, 0);
    const { document } = outcome;
    return document === null || document instanceof StoredDocument
      ? outcome
      : { ...outcome, document: this.#putAside(document) };
  }

  #putAside(document: Document): StoredDocument {
    const number = this.#rowsOf.length;
    const parts = packParts(document);
    this.#documents.add(Buffer.concat(parts));
    for (const { length } of parts) this.#starts.push((this.#starts.at(-1) as number) + length);
    this.#rowsOf.push({ id: document.source.id, place: this.#addRows(this.#reader.read(document)) });
    const { source, file, sha256 } = document;
    return new StoredDocument({ source, file, sha256 }, this.#parts, number);
  }

  #addRows(rows: DocumentRows): Place {
    const bytes = packRows(rows);
    const start = this.#rows.add(bytes);
    return [start, start + bytes.length];
  }

  /** What documents say by themselves, each time read from where it was put aside. */
  allRows(documents: readonly Document[]): AllRows {
    const places: Place[] = [];
    return {
      [Symbol.iterator]: function* (this: SpooledReading): Generator<DocumentRows> {
        for (const [i, document] of documents.entries()) {
          places[i] ??= this.#placeOf(document);
          yield unpackRows(this.#rows.read(...(places[i] as Place)));
        }
      }.bind(this),
    };
  }

  /** Where the rows of a document stand; those that were not read with it are read now. */
  #placeOf(document: Document): Place {
    const isOurs = document instanceof StoredDocument && document.parts === this.#parts;
    const known = isOurs ? this.#rowsOf[document.number] : undefined;
    // An id is the document's own, until another has the same.
    return known?.id === document.source.id ? known.place : this.#addRows(this.#reader.read(document));
  }

  close(): Promise<void> {
    return this.#here.close();
  }
}
