/** Share of names among the words behind a label from which they are a list of those present, and tell nothing. */
const ROLL_CALL = 0.6;

/** "Present: Ann Rudd (chair), Bob Hale": a label and names; what is in brackets says who they are. */
export function isRollCall(text: string): boolean {
  const listed = /^[^:.!?]{1,40}:\s+(.+)$/su.exec(text)?.[1]?.replace(/\([^)]*\)/g, "");
  const words = listed?.match(/[\p{L}\d][\p{L}\d'’.-]*/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= ROLL_CALL * words.length;
}
