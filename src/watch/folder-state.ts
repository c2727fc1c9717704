import { hash } from "node:crypto";
import { type FileList, listFiles } from "../documents/file-list.ts";

/**
 * What a folder looks like from outside: the same as long as no file of it was touched.
 *
 * @param exclude as of `listFiles`
 * @returns a hash; of a folder that cannot be listed, why
 */
export async function stateOf(folder: string, exclude: readonly string[]): Promise<string> {
  let list: FileList;
  try {
    list = await listFiles(folder, exclude);
  } catch (error) {
    return (error as Error).message;
  }
  const { files, problems, excluded } = list;
  const lines = [...files.map((file) => Object.values(file)), problems, excluded];
  return hash("sha256", JSON.stringify(lines), "hex");
}
