/** @returns why something failed, in a word or a line: the code of the file system, or what an engine says first */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code?.startsWith("E") ? code : (message.split("\n")[0] as string);
}
