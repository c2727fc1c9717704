import "../../compile-cache.js";

/** The program of a thread that reads files. */
const { serveReading } = await import("./serve-reading.ts");
serveReading();
