import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";
import { compileCacheFolder } from "./checkout.ts";

/**
 * Patterns are compiled to machine code when they are first used, and not to bytecode before: of long lists of phrases
 * that takes V8 many times as long, and is thrown away when they are used again.
 */
setFlagsFromString("--no-regexp-tier-up");

/**
 * Compiled code is kept from one start to the next; where nothing can be written, there is none. Only what is loaded
 * after this comes from it, and each thread asks for it itself.
 */
enableCompileCache(compileCacheFolder());
