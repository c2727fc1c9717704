import { writeSync } from "node:fs";
import process from "node:process";
import { SnapshotWriter } from "../../src/snapshot/snapshot-writer.ts";

/** Writes snapshots of some megabytes, one over the other, until it is killed; says so when it begins. */
const [place = ""] = process.argv.slice(2);
const numbers = Float64Array.from({ length: 500_000 }, (_, i) => i);
writeSync(1, "writing\n");
for (let number = 0; ; number++) {
  const writer = new SnapshotWriter(place);
  for (let i = 0; i < 1_000; i++) writer.add(Buffer.alloc(i, number));
  writer.finish({ number, numbers });
}
