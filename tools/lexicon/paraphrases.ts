import { writeFileSync } from "node:fs";
import { encodeTables } from "../../src/lexicon/paraphrase-tables.ts";
import { compileParaphrases, readParaphraseLines } from "./compile-paraphrases.ts";

/** Makes src/lexicon/paraphrases.bin of the files under src/lexicon/paraphrases/. */
const bytes = encodeTables(compileParaphrases(readParaphraseLines()));
writeFileSync(new URL("../../src/lexicon/paraphrases.bin", import.meta.url), bytes);
