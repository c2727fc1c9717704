import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/** Compiled code is kept from one start to the next; where nothing can be written, there is none. */
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url)));
// Only what is loaded from here on comes from it.
await import("./program.ts");
