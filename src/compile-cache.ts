import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../node_modules", import.meta.url));

/**
 * Compiled code is kept from one start to the next, in a checkout beside its packages, else where Node keeps it; where
 * nothing can be written, there is none. Only what is loaded after this comes from it, and each thread asks for it itself.
 */
enableCompileCache(existsSync(packages) ? `${packages}/.cache/compile` : undefined);
