// What is used of the two packages: with these, the types are checked where they are not installed.

declare module "@lancedb/lancedb" {
  import type { Table as ArrowTable } from "apache-arrow";

  export class Session {
    constructor(indexCacheBytes: bigint, metadataCacheBytes: bigint);
  }
  export interface Query {
    fullTextSearch(query: BooleanQuery): this;
    select(columns: readonly string[]): this;
    limit(limit: number): this;
    toArrow(): Promise<ArrowTable>;
  }
  export class Table {
    readonly name: string;
    add(rows: ArrowTable): Promise<unknown>;
    delete(predicate: string): Promise<unknown>;
    createIndex(column: string, options: { readonly config: IndexConfig; readonly replace: boolean }): Promise<void>;
    optimize(options: { readonly cleanupOlderThan: Date }): Promise<unknown>;
    query(): Query;
    takeOffsets(offsets: readonly number[]): Pick<Query, "select"> & { toArrow(): Promise<ArrowTable> };
    countRows(): Promise<number>;
    version(): Promise<number>;
    listVersions(): Promise<readonly { readonly version: number; readonly timestamp: Date }[]>;
    checkout(version: number): Promise<void>;
    restore(): Promise<void>;
    close(): void;
  }
  export class Connection {
    createTable(name: string, rows: ArrowTable): Promise<Table>;
    openTable(name: string): Promise<Table>;
    tableNames(): Promise<string[]>;
    dropTable(name: string): Promise<void>;
  }
  export interface IndexConfig {
    readonly kind?: never;
  }
  export const Index: {
    fts(options: {
      readonly baseTokenizer: "whitespace";
      readonly withPosition: boolean;
      readonly lowercase: boolean;
      readonly stem: boolean;
      readonly removeStopWords: boolean;
      readonly asciiFolding: boolean;
    }): IndexConfig;
  };
  export class MatchQuery {
    constructor(query: string, column: string, options: { readonly boost: number });
  }
  export enum Occur {
    Should = "SHOULD",
  }
  export class BooleanQuery {
    constructor(queries: readonly (readonly [Occur, MatchQuery])[]);
  }
  export function connect(folder: string, options: object, session: Session): Promise<Connection>;
}

declare module "apache-arrow" {
  export class DataType {
    readonly kind?: never;
  }
  export class Int32 extends DataType {}
  export class Utf8 extends DataType {}
  export class Binary extends DataType {}
  export class Vector {
    toArray(): unknown;
    get(row: number): unknown;
  }
  export class Field {
    constructor(name: string, type: DataType, nullable: boolean);
  }
  export class Schema {
    constructor(fields: readonly Field[]);
  }
  export class Table {
    constructor(schema: Schema, columns: Readonly<Record<string, Vector>>);
    readonly numRows: number;
    getChild(name: string): Vector | null;
  }
  export function vectorFromArray(values: ArrayLike<unknown>, type: DataType): Vector;
}
