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
