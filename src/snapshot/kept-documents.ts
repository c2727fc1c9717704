import type { Beside } from "../documents/beside.ts";
import type { Document, Source } from "../documents/document.ts";
import type { Outcome } from "../documents/outcome.ts";
import type { FileReport } from "../documents/report.ts";
import { packParts, readingWhole, StoredDocument, StoredParts } from "../documents/stored/stored-document.ts";
import type { SnapshotFile } from "./snapshot-file.ts";
import type { SnapshotWriter } from "./snapshot-writer.ts";

/** A file as it was read, before documents that share an id got one each. */
interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly beside: readonly Beside[];
  readonly report: FileReport;
  /** Number of its document; -1 where it has none. */
  readonly document: number;
}

interface KeptDocument {
  readonly file: string;
  readonly sha256: string;
  readonly source: Source;
  /** The id that it has beside the others. */
  readonly id: string;
}

/** What of the documents is kept in memory. The lists are JSON: one string each, since a tree has none but arrays of numbers. */
export interface KeptTree {
  readonly files: string;
  readonly documents: string;
  /** Where each part of each document begins; one more at the end. */
  readonly starts: Float64Array;
}

/** The documents of a snapshot, and what had become of the files that they were read from. */
export class KeptDocuments {
  readonly #files: ReadonlyMap<string, KeptFile>;
  readonly #documents: readonly KeptDocument[];
  readonly #parts: StoredParts;

  constructor(file: SnapshotFile, tree: KeptTree) {
    const files: KeptFile[] = JSON.parse(tree.files);
    this.#files = new Map(files.map((kept) => [kept.report.file, kept]));
    this.#documents = JSON.parse(tree.documents);
    this.#parts = new StoredParts(
      tree.starts,
      readingWhole(tree.starts, (start, end) => file.read(start, end)),
    );
  }

  /**
   * Writes documents.
   *
   * @param outcomes what became of the files that they were read from
   * @param told told the parts of each document, in order
   * @throws Error of the file system
   */
  static write(
    writer: SnapshotWriter,
    documents: readonly Document[],
    outcomes: readonly Outcome[],
    told: (document: Document, parts: readonly Buffer[]) => void = () => {},
  ): KeptTree {
    const starts: number[] = [];
    for (const document of documents) {
      const parts = packParts(document);
      told(document, parts);
      for (const part of parts) starts.push(writer.add(part));
    }
    starts.push(writer.position);
    return { ...listKept(documents, outcomes), starts: Float64Array.from(starts) };
  }

  /** How many there are. */
  get length(): number {
    return this.#documents.length;
  }

  /** What became of a file of these bytes, where it was read before and there is something of it. */
  recall(file: string, sha256: string): Outcome | null {
    const kept = this.#files.get(file);
    if (kept === undefined || kept.sha256 !== sha256) return null;
    const { report, bytes, beside, document } = kept;
    return { report, bytes, sha256, beside, document: document === -1 ? null : this.#document(document) };
  }

  /** Whether documents are the very ones that are kept. */
  holds(documents: readonly Document[]): boolean {
    return (
      documents.length === this.#documents.length &&
      documents.every((document, number) => this.numberOf(document) === number)
    );
  }

  /** The number of a document that was recalled; -1 for others. */
  numberOf(document: Document): number {
    return document instanceof StoredDocument && document.parts === this.#parts ? document.number : -1;
  }

  /** The documents, as they are stored. */
  documents(): StoredDocument[] {
    return this.#documents.map(({ source, id, ...head }, i) => {
      return new StoredDocument({ ...head, source: { ...source, id } }, this.#parts, i);
    });
  }

  #document(number: number): StoredDocument {
    return new StoredDocument(this.#documents[number] as KeptDocument, this.#parts, number);
  }
}

function listKept(documents: readonly Document[], outcomes: readonly Outcome[]): Pick<KeptTree, "files" | "documents"> {
  const numbers = new Map(documents.map(({ file }, number) => [file, number]));
  const files: KeptFile[] = [];
  const kept: KeptDocument[] = [];
  for (const { report, document, bytes, sha256, beside } of outcomes) {
    if (sha256 === null) continue;
    const number = numbers.get(report.file) ?? -1;
    files.push({ report, bytes, sha256, beside, document: document === null ? -1 : number });
    if (document === null) continue;
    kept[number] = {
      file: document.file,
      sha256: document.sha256,
      source: document.source,
      id: (documents[number] as Document).source.id,
    };
  }
  return { files: JSON.stringify(files), documents: JSON.stringify(kept) };
}
