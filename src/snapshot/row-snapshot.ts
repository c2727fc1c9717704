import type { Document } from "../documents/document.ts";
import type { Outcome } from "../documents/outcome.ts";
import { packText, unpackText } from "../documents/stored/text.ts";
import { toRowIndex } from "../engine/open-rows.ts";
import type { RowArrays, RowRegions } from "../engine/row-arrays.ts";
import { hashContent, planRows, type RowPlan, type WrittenDocuments } from "../engine/row-plan.ts";
import { RowSource } from "../engine/row-source.ts";
import type { Engine } from "../engine/row-table.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Index, MemoryIndex } from "../search/build-index.ts";
import { KeptDocuments, type KeptTree } from "./kept-documents.ts";
import { rowsMadeWith } from "./made-with.ts";
import { SnapshotFile, UnusableSnapshot } from "./snapshot-file.ts";
import { SnapshotWriter } from "./snapshot-writer.ts";

/** What is kept in memory. */
interface Tree extends KeptTree {
  readonly kind: "rows";
  readonly madeWith: string;
  readonly regions: RowRegions;
  readonly index: RowArrays;
}

/** Rows that are written together. */
const RUN = 5_000;
/** Bytes of a SHA-256. */
const HASH = 32;
/** Keys for each passage from which on so many rows were taken away that all are written anew. */
const MOST_KEYS = 3;

/** How an index is written whose passages are rows. */
export interface RowWriting {
  readonly engine: Engine;
  /** The state to go on from; null for none. */
  readonly before: RowSnapshot | null;
  /** Told how many rows of how many were written. */
  readonly onWritten: (done: number, total: number) => void;
}

/**
 * An index whose passages are rows of an engine's table: what there is of it beside these, in a file that names the state
 * of the table. The state is the one that is served from when the file takes its place, and not before.
 */
export class RowSnapshot {
  readonly #file: SnapshotFile;
  readonly #tree: Tree;
  readonly #kept: KeptDocuments;

  private constructor(file: SnapshotFile, tree: Tree) {
    this.#file = file;
    this.#tree = tree;
    this.#kept = new KeptDocuments(file, tree);
  }

  /**
   * @throws UnusableSnapshot when it is damaged, or made by another program than this
   * @throws Error of the file system
   */
  static open(place: string): RowSnapshot {
    const { file, resident } = SnapshotFile.open(place);
    const tree = resident.tree as Tree;
    if (tree.kind !== "rows") throw new UnusableSnapshot("is no index of rows");
    if (tree.madeWith !== rowsMadeWith())
      throw new UnusableSnapshot("is of another version of this program, of LanceDB or of Node");
    return new RowSnapshot(file, tree);
  }

  /**
   * Writes what has changed, and puts it in the place of what was there.
   *
   * @param index whose candidates are of flat arrays
   * @param outcomes what became of the files that its documents were read from
   * @throws Error of the file system or of the engine: what was there before is whole then
   */
  static async write(
    place: string,
    index: MemoryIndex,
    outcomes: readonly Outcome[],
    writing: RowWriting,
  ): Promise<RowSnapshot> {
    const { engine } = writing;
    const writer = new SnapshotWriter(place);
    try {
      const hashes: string[] = [];
      const kept = KeptDocuments.write(writer, index.documents, outcomes, (document, parts) =>
        hashes.push(hashContent(document, parts)),
      );
      const before = writing.before?.isWorthKeeping === true ? writing.before : null;
      const source = new RowSource(index, engine.weights, before?.writtenBefore() ?? null);
      const plan = planRows(hashes, index.table.documentOf, before?.writtenDocuments() ?? null);
      const { state, placeOf } = await writeRows(source, plan, { ...writing, before });
      const { keyOf, keys, documents } = plan;
      const tree: Tree = {
        kind: "rows",
        madeWith: rowsMadeWith(),
        ...kept,
        regions: writeRegions(writer, index, source, plan),
        index: { ...source.arrays(), state, keyOf, placeOf, keys, documents },
      };
      const file = writer.finish(tree);
      return new RowSnapshot(file, file.readResident(false).tree as Tree);
    } catch (error) {
      writer.abandon();
      throw error;
    }
  }

  /** As of `KeptDocuments`. */
  recall(file: string, sha256: string): Outcome | null {
    return this.#kept.recall(file, sha256);
  }

  /** Whether documents are the very ones that the index was made of. */
  holds(documents: readonly Document[]): boolean {
    return this.#kept.holds(documents);
  }

  /** Whether the state of the table is there, with its rows. */
  async isReadable(engine: Engine): Promise<boolean> {
    const { state, keyOf } = this.#tree.index;
    const length = await engine.open(state).then(
      (table) => table.length,
      () => -1,
    );
    return length === keyOf.length;
  }

  get state() {
    return this.#tree.index.state;
  }

  /** Whether it is not mostly rows that were taken away. */
  get isWorthKeeping(): boolean {
    const { keys, keyOf } = this.#tree.index;
    return keys <= MOST_KEYS * keyOf.length;
  }

  /**
   * @returns the index, of the documents as they are stored
   * @throws UnusableSnapshot when the state of the table is not there, or is not whole
   */
  async toIndex(lexicon: Lexicon, engine: Engine): Promise<Index> {
    const { index: arrays, regions } = this.#tree;
    const table = await engine.open(arrays.state).catch((cause: Error) => {
      throw new UnusableSnapshot("names a table that cannot be opened", { cause });
    });
    if (table.length !== arrays.keyOf.length) throw new UnusableSnapshot("names a table that has other rows");
    const readInto = (start: number, into: Uint8Array | Int8Array) => this.#file.readInto(start, into);
    return toRowIndex({ documents: this.#kept.documents(), arrays, regions, readInto, table }, lexicon);
  }

  writtenBefore() {
    const { fields } = this.#tree.index;
    const { terms, termsEnd } = this.#tree.regions;
    const { text, headings, title } = fields;
    return {
      terms: JSON.parse(unpackText(this.#file.read(terms, termsEnd))) as string[],
      padding: { text: text.padding, headings: headings.padding, title: title.padding },
    };
  }

  writtenDocuments(): WrittenDocuments {
    const { documentOf, keyOf, keys, documents } = this.#tree.index;
    const { written } = this.#tree.regions;
    const count = this.#kept.length;
    const hashes = this.#file.read(written, written + HASH * count);
    const numbers = new Int32Array(count);
    this.#file.readInto(written + HASH * count, new Uint8Array(numbers.buffer));
    return {
      hashes: Array.from({ length: count }, (_, i) => hashes.toString("hex", HASH * i, HASH * (i + 1))),
      numbers,
      documentOf,
      keyOf,
      keys,
      documents,
    };
  }
}

/** @returns the state of the table that has the rows of the plan, and where each passage's row stands in it */
async function writeRows(source: RowSource, plan: RowPlan, { engine, before, onWritten }: RowWriting) {
  const { removed, added, keyOf, documentOf, numbers } = plan;
  const writer = await engine.write(before?.state ?? null);
  await writer.remove(removed);
  for (let from = 0; from < added.length; from += RUN) {
    const run = added.slice(from, from + RUN);
    const rows = run.map((passage) =>
      source.row(passage, keyOf[passage] as number, numbers[documentOf[passage] as number] as number),
    );
    await writer.add(rows);
    onWritten(from + run.length, added.length);
  }
  const { state, keys } = await writer.finish();
  const placeByKey = new Map(Array.from(keys, (key, at) => [key, at]));
  const placeOf = keyOf.map((key) => placeByKey.get(key) ?? -1);
  if (keys.length !== keyOf.length || placeOf.includes(-1))
    throw new Error("The table has other rows than were written");
  return { state, placeOf };
}

function writeRegions(writer: SnapshotWriter, index: MemoryIndex, source: RowSource, plan: RowPlan): RowRegions {
  const { table, meaning, vectors } = index;
  const vectorsAt = writer.position;
  for (let passage = 0; passage < vectors.rows.count; passage++) writer.add(vectors.rows.row(passage));
  const [norms, sentences] = [writer.add(vectors.rows.lengths), writer.position];
  for (let s = 0; s < table.passageOf.length; s++) {
    const values = [table.sentenceIdf[s], meaning.sentenceNorm[s], meaning.contextNorm[s]] as number[];
    writer.add(Float64Array.from(values));
  }
  const holding = writer.position;
  const { passageStart, tokenStart, tokens, phraseStart, phrases } = table;
  for (let passage = 0; passage + 1 < passageStart.length; passage++) {
    const [first, last] = [passageStart[passage] as number, passageStart[passage + 1] as number];
    const own = tokens.subarray(tokenStart[first], tokenStart[last]);
    const ofPhrases = phrases.subarray(phraseStart[first], phraseStart[last]);
    writer.add(Int32Array.of(own.length + ofPhrases.length));
    writer.add(own);
    writer.add(ofPhrases);
  }
  const holdingEnd = writer.position;
  const terms = writer.add(packText(JSON.stringify(source.terms)));
  const termsEnd = writer.position;
  const written = writer.position;
  for (const hash of plan.hashes) writer.add(Buffer.from(hash, "hex"));
  writer.add(plan.numbers);
  return { vectors: vectorsAt, norms, sentences, holding, holdingEnd, terms, termsEnd, written };
}
