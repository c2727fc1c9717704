/** Tells on standard error what is being done: standard output is the tables'. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
