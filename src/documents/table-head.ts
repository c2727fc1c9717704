/**
 * Whether the first row of a table heads the others: it is full, and set in another font or without the digits that the
 * others have.
 */
export function looksHeaded([head, ...rows]: readonly (readonly string[])[], isSetApart: boolean): boolean {
  if (head === undefined || rows.length === 0 || head.some((text) => text === "")) return false;
  const isLettered = head.every((text) => !/\d/.test(text));
  return isSetApart || (isLettered && rows.some((row) => row.some((text) => /\d/.test(text))));
}
