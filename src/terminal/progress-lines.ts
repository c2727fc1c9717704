/** Milliseconds between two lines. */
const PAUSE = 10_000;

/**
 * Tells whoever reads a log how far a long reading is: a line every ten seconds, and one in the end where there was any.
 *
 * @param say told each line
 * @param now the time, in milliseconds from whenever
 * @returns told how many files of how many were read
 */
export function progressLines(
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): (done: number, total: number) => void {
  let [last, hasSaid] = [now(), false];
  return (done, total) => {
    if (now() - last < PAUSE && !(hasSaid && done === total)) return;
    [last, hasSaid] = [now(), done < total];
    say(`Read: ${done.toLocaleString("en")} of ${total.toLocaleString("en")} files`);
  };
}
