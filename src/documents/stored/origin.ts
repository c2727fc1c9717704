import { Origin, type Run, type RunKind } from "../origin.ts";
import { packColumns, unpackColumns } from "./columns.ts";

const KINDS: readonly RunKind[] = ["copied", "decoded", "inserted"];
/** Beside the number of the kind. */
const BORROWED = 4;
const COLUMNS = 5;

export function packOrigin({ runs }: Origin): Buffer {
  return packColumns([
    runs.map(({ start }) => start),
    runs.map(({ end }) => end),
    runs.map(({ from }) => from),
    runs.map(({ to }) => to),
    runs.map(({ kind, borrowed, start, end, from, to, ...others }) => {
      // A field of a run that is not stored does not get past the compiler.
      others satisfies Record<string, never>;
      return KINDS.indexOf(kind) + (borrowed ? BORROWED : 0);
    }),
  ]);
}

/** @param bytes of `packOrigin` */
export function unpackOrigin(bytes: Buffer): Origin {
  const [start, end, from, to, marks] = unpackColumns(bytes, COLUMNS) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const runs = Array.from(marks, (mark, i): Run => {
    const kind = KINDS[mark & (BORROWED - 1)] as RunKind;
    return {
      start: start[i] as number,
      end: end[i] as number,
      kind,
      from: from[i] as number,
      to: to[i] as number,
      borrowed: (mark & BORROWED) !== 0,
    };
  });
  return new Origin(runs);
}
