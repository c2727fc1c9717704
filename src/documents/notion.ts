/** What Notion's export puts behind each name: "Tasks 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.csv". */
const ID = /(?<=[^/]) [\da-f]{32}(?:_all(?=\.csv$)|(?=\/|\.[^./]+$|$))/g;
const TABLE = / [\da-f]{32}\.csv$/;

/** @returns a path without the ids that Notion's export puts behind names */
export function withoutNotionIds(file: string): string {
  return file.replace(ID, "");
}

/**
 * @param files all of the folder
 * @returns the file that holds all rows of a table of which this one holds those of one view, or null
 */
export function wholeNotionTable(file: string, files: ReadonlySet<string>): string | null {
  if (!TABLE.test(file)) return null;
  const whole = file.replace(/\.csv$/, "_all.csv");
  return files.has(whole) ? whole : null;
}
