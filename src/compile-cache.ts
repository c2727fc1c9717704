import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Compiled code is kept from one start to the next; where nothing can be written, there is none. Only what is loaded
 * after this comes from it, and each thread asks for it itself.
 */
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url)));
