import "../compile-cache.js";

/** The worker's program. */
const { serveIndex } = await import("./serve-index.ts");
await serveIndex();
