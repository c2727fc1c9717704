import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

/**
 * Patterns are compiled to machine code when they are first used. Else they are compiled to bytecode first, and anew when
 * they are used again: many are long, and a start would mostly wait for that. This holds for patterns made from here on;
 * `--no-regexp-tier-up` would for those that Node has used before, and end the process when it uses them again.
 */
setFlagsFromString("--regexp-tier-up-ticks=0");

/** For threads that end (src/worker/give-back.ts): here, since compiled code is kept of the flags that it is compiled with. */
setFlagsFromString("--expose-gc");

/** The packages of the repository; elsewhere there are none here. */
const packages = fileURLToPath(new URL("../node_modules", import.meta.url));

/**
 * Compiled code is kept from one start to the next, in the repository beside its packages, else where Node keeps it; where
 * nothing can be written, there is none. Only what is loaded after this comes from it, and each thread asks for it itself.
 */
enableCompileCache(existsSync(packages) ? `${packages}/.cache/compile` : undefined);
