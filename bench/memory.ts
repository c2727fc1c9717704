/** Bytes on the heap that something still needs, where node runs with --expose-gc; else all that are on it. */
export function memoryInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
