const NONE: readonly RegExpExecArray[] = [];

/**
 * Every place where a pattern stands, as `matchAll` finds them, which makes a new pattern and an iterator each time: that
 * takes longer than most of the searches.
 *
 * @param pattern global
 */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}
