import type { Beside } from "../documents/beside.ts";
import type { Document, Source } from "../documents/document.ts";
import type { Outcome } from "../documents/file-reading.ts";
import type { FileReport } from "../documents/report.ts";
import { packParts, StoredDocument, StoredParts } from "../documents/stored/stored-document.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Index } from "../search/build-index.ts";
import { fromArrays, type IndexArrays, toArrays } from "../search/index-arrays.ts";
import { madeWith } from "./made-with.ts";
import { SnapshotFile, UnusableSnapshot } from "./snapshot-file.ts";
import { SnapshotWriter } from "./snapshot-writer.ts";

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

/** What of a snapshot is kept in memory. The lists are JSON: one string each, since a tree has none but arrays of numbers. */
interface Tree {
  readonly madeWith: string;
  readonly files: string;
  readonly documents: string;
  /** Where each part of each document begins; one more at the end. */
  readonly starts: Float64Array;
  /** Where the passages' vectors of meaning begin. */
  readonly vectors: number;
  /** Where the rows of each document begin, one more at the end; nothing where none are kept. */
  readonly rows: Float64Array;
  readonly index: IndexArrays;
}

/** An index as it was written, and what had become of the files it was made of. */
export class Snapshot {
  readonly #file: SnapshotFile;
  readonly #tree: Tree;
  readonly #files: ReadonlyMap<string, KeptFile>;
  readonly #documents: readonly KeptDocument[];
  readonly #parts: StoredParts;

  constructor(file: SnapshotFile, tree: Tree) {
    this.#file = file;
    this.#tree = tree;
    const files: KeptFile[] = JSON.parse(tree.files);
    this.#files = new Map(files.map((kept) => [kept.report.file, kept]));
    this.#documents = JSON.parse(tree.documents);
    this.#parts = new StoredParts(tree.starts, (start, end) => file.read(start, end));
  }

  /**
   * @throws UnusableSnapshot when it is damaged, or made by another program than this
   * @throws Error of the file system
   */
  static open(place: string): Snapshot {
    const { file, resident } = SnapshotFile.open(place);
    const tree = resident.tree as Tree;
    if (tree.madeWith !== madeWith()) throw new UnusableSnapshot("is of another version of this program, or of Node");
    return new Snapshot(file, tree);
  }

  /**
   * Writes a snapshot, and puts it in the place of one that was there.
   *
   * @param outcomes what became of the files that the documents of the index were read from
   * @param rows of each document, packed: what an index of these and others is made of, without reading these anew
   * @throws Error of the file system
   */
  static write(place: string, index: Index, outcomes: readonly Outcome[], rows: readonly Uint8Array[] = []): Snapshot {
    const writer = new SnapshotWriter(place);
    try {
      const starts: number[] = [];
      for (const document of index.documents) {
        for (const part of packParts(document)) {
          starts.push(writer.position);
          writer.add(part);
        }
      }
      starts.push(writer.position);
      const vectors = writer.position;
      const { values } = index.meaning.passages;
      writer.add(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      const rowStarts = rows.map((bytes) => {
        const start = writer.position;
        writer.add(bytes);
        return start;
      });
      const tree: Tree = {
        madeWith: madeWith(),
        ...listKept(index.documents, outcomes),
        starts: Float64Array.from(starts),
        vectors,
        rows: Float64Array.from(rows.length === 0 ? [] : [...rowStarts, writer.position]),
        index: toArrays(index),
      };
      const file = writer.finish(tree);
      return new Snapshot(file, file.readResident(false).tree as Tree);
    } catch (error) {
      writer.abandon();
      throw error;
    }
  }

  /** What became of a file of these bytes, where it was read before and there is something of it. */
  recall(file: string, sha256: string): Outcome | null {
    const kept = this.#files.get(file);
    if (kept === undefined || kept.sha256 !== sha256) return null;
    const { report, bytes, beside, document } = kept;
    return { report, bytes, sha256, beside, document: document === -1 ? null : this.#document(document) };
  }

  /** Whether documents are the very ones that the index was made of. */
  holds(documents: readonly Document[]): boolean {
    const isSame = (document: Document, number: number) =>
      document instanceof StoredDocument && document.parts === this.#parts && document.number === number;
    return documents.length === this.#documents.length && documents.every(isSame);
  }

  /** @returns the index, of the documents as they are stored */
  toIndex(lexicon: Lexicon): Index {
    const documents = this.#documents.map(({ source, id, ...head }, i) => {
      return new StoredDocument({ ...head, source: { ...source, id } }, this.#parts, i);
    });
    return fromArrays(documents, this.#tree.index, lexicon, (into) => this.#file.readInto(this.#tree.vectors, into));
  }

  /** @returns what gives the rows, packed, of each document that was recalled; null for others, and where none are kept */
  readRows(): (document: Document) => Uint8Array | null {
    const { rows: starts } = this.#tree;
    const first = starts[0] ?? 0;
    const all = this.#file.read(first, starts.at(-1) ?? 0);
    return (document) => {
      if (starts.length === 0 || !(document instanceof StoredDocument) || document.parts !== this.#parts) return null;
      const { number } = document;
      return all.subarray((starts[number] as number) - first, (starts[number + 1] as number) - first);
    };
  }

  #document(number: number): StoredDocument {
    return new StoredDocument(this.#documents[number] as KeptDocument, this.#parts, number);
  }
}

function listKept(documents: readonly Document[], outcomes: readonly Outcome[]): Pick<Tree, "files" | "documents"> {
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
