import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";
import { compileCacheFolder } from "./checkout.ts";

/**
 * Patterns are compiled to machine code when they are first used. Else they are compiled to bytecode first, and anew when
 * they are used again: many are long, and a start would mostly wait for that.
 */
setFlagsFromString("--no-regexp-tier-up");

/**
 * Compiled code is kept from one start to the next; where nothing can be written, there is none. Only what is loaded
 * after this comes from it, and each thread asks for it itself. It is of the flags that are set before.
 */
enableCompileCache(compileCacheFolder());
