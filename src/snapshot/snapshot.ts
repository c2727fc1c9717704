import type { Document } from "../documents/document.ts";
import type { Outcome } from "../documents/outcome.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Index, MemoryIndex } from "../search/build-index.ts";
import { fromArrays, type IndexArrays, toArrays } from "../search/index-arrays.ts";
import { KeptDocuments, type KeptTree } from "./kept-documents.ts";
import { asItStands, isOfThisProgram, madeWith } from "./made-with.ts";
import { SnapshotFile, UnusableSnapshot } from "./snapshot-file.ts";
import { SnapshotWriter } from "./snapshot-writer.ts";

/** What of a snapshot is kept in memory. */
interface Tree extends KeptTree {
  readonly madeWith: string;
  readonly asItStands: string;
  /** Where the passages' vectors of meaning begin. */
  readonly vectors: number;
  /** Where in what stands aside the rows of each document begin, one more at the end; nothing where none are kept. */
  readonly rows: Float64Array;
  readonly index: IndexArrays;
}

/** An index as it was written, and what had become of the files it was made of. */
export class Snapshot {
  readonly #file: SnapshotFile;
  readonly #tree: Tree;
  readonly #kept: KeptDocuments;

  constructor(file: SnapshotFile, tree: Tree) {
    this.#file = file;
    this.#tree = tree;
    this.#kept = new KeptDocuments(file, tree);
  }

  /**
   * @throws UnusableSnapshot when it is damaged, or made by another program than this
   * @throws Error of the file system
   */
  static open(place: string): Snapshot {
    const { file, resident } = SnapshotFile.open(place);
    const tree = resident.tree as Tree;
    if (!isOfThisProgram(tree)) throw new UnusableSnapshot("is of another version of this program, or of Node");
    return new Snapshot(file, tree);
  }

  /**
   * Writes a snapshot, and puts it in the place of one that was there.
   *
   * @param outcomes what became of the files that the documents of the index were read from
   * @param rows of each document, packed: what an index of these and others is made of, without reading these anew
   * @throws Error of the file system
   */
  static write(
    place: string,
    index: MemoryIndex,
    outcomes: readonly Outcome[],
    rows: readonly Uint8Array[] = [],
  ): Snapshot {
    const writer = new SnapshotWriter(place);
    try {
      const kept = KeptDocuments.write(writer, index.documents, outcomes);
      const vectors = writer.add(index.vectors.rows.bytes);
      const rowStarts = new Float64Array(rows.length === 0 ? 0 : rows.length + 1);
      for (const [i, { length }] of rows.entries()) rowStarts[i + 1] = (rowStarts[i] as number) + length;
      const tree: Tree = {
        madeWith: madeWith(),
        asItStands: asItStands(),
        ...kept,
        vectors,
        rows: rowStarts,
        index: toArrays(index),
      };
      const file = writer.finish(tree, rows);
      return new Snapshot(file, file.readResident(false).tree as Tree);
    } catch (error) {
      writer.abandon();
      throw error;
    }
  }

  /** What became of a file of these bytes, where it was read before and there is something of it. */
  recall(file: string, sha256: string): Outcome | null {
    return this.#kept.recall(file, sha256);
  }

  /** Whether documents are the very ones that the index was made of. */
  holds(documents: readonly Document[]): boolean {
    return this.#kept.holds(documents);
  }

  /** @returns the index, of the documents as they are stored */
  toIndex(lexicon: Lexicon): Index {
    const readVectors = (into: Uint8Array) => this.#file.readInto(this.#tree.vectors, into);
    return fromArrays(this.#kept.documents(), this.#tree.index, lexicon, readVectors);
  }

  /**
   * @returns what gives the rows, packed, of each document that was recalled; null for others, and where none are kept
   * @throws UnusableSnapshot when they are damaged: all else is whole, and documents that were recalled are
   */
  readRows(): (document: Document) => Uint8Array | null {
    const { rows: starts } = this.#tree;
    if (starts.length === 0) return () => null;
    const all = this.#file.readAside();
    return (document) => {
      const number = this.#kept.numberOf(document);
      return number === -1 ? null : all.subarray(starts[number], starts[number + 1]);
    };
  }
}
