import { AttacheError } from "../errors.ts";

/**
 * Reads a table that comes with the program.
 *
 * @throws AttacheError "integrity", as it is thrown by the reader or for whatever else it throws
 */
export function readTable<Table>(file: URL, reader: (file: URL) => Table): Table {
  try {
    return reader(file);
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError("integrity", `Cannot read ${file.pathname}: check the program out, or install it, anew.`, {
      cause: error,
    });
  }
}
