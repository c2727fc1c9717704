/**
 * FNV-1a (Fowler, Noll & Vo) over UTF-16 code units, its bits mixed so that the last ones tell.
 *
 * @param without position of a letter that is passed over, or -1
 */
export function hashOf(text: string, without = -1, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < end; i++) if (i !== without) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Another hash of the UTF-16 code units, with the mixing of MurmurHash3 (Appleby): texts that share one hardly share both. */
export function secondHash(text: string): number {
  let hash = 0x2545f491;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
