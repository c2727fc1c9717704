/** "1 entry", "2 entries". @param many of more than one, where that is not the word with an "s" */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
