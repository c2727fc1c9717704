import { enableCompileCache } from "node:module";
import { compileCacheFolder } from "./checkout.ts";

/**
 * Compiled code is kept from one start to the next; where nothing can be written, there is none. Only what is loaded
 * after this comes from it, and each thread asks for it itself.
 */
enableCompileCache(compileCacheFolder());
