/** A command of README, and the output that README shows under it. */
export interface Example {
  readonly command: string;
  readonly output: readonly string[];
}

/** Commands that take what a test may not: the network, the tests themselves, another folder. */
const SKIPPED = /^(?:npm (?:ci|i|install|test|run check)|git clone|cd)\b/;
/** The packages are there already when the tests run; what follows their installation is run. */
const INSTALLATION = /^npm ci && /;

/**
 * Finds the commands of the blocks that are marked ```sh run or ```console run. In an sh block every line is a
 * command; in a console block those behind "$ ", and the lines below are what they print. A line that ends with "\"
 * goes on in the next.
 */
export function findExamples(markdown: string): Example[] {
  const examples: { command: string; output: string[] }[] = [];
  for (const [, language, body = ""] of markdown.matchAll(/^```(sh|console) run\n(.*?)^```$/gms)) {
    let current: { command: string; output: string[] } | undefined;
    for (const line of body.replaceAll("\\\n", "").trimEnd().split("\n")) {
      const command = language === "sh" ? line.replace(/^#.*/, "") : /^\$ (.+)/.exec(line)?.[1];
      if (command !== undefined) {
        current = { command: command.trim().replace(INSTALLATION, ""), output: [] };
        if (current.command !== "") examples.push(current);
      } else current?.output.push(line);
    }
  }
  return examples.filter(({ command }) => !SKIPPED.test(command));
}

/** Finds the programs of the blocks that are marked ```ts run. */
export function findPrograms(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts run\n(.*?)^```$/gms)].map(([, body = ""]) => body);
}

/** Lines as they are compared: times and fingerprints change; "…" at a line's end stands for anything, over lines. */
export function showsOutput(output: readonly string[], printed: string): boolean {
  const parts = steady(output.join("\n"))
    .split(/…$/m)
    .map((part) => part.trim());
  const text = steady(printed).trim();
  if (!text.startsWith(parts[0] ?? "") || !text.endsWith(parts.at(-1) ?? "")) return false;
  if (parts.length === 1) return text === parts[0];
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

function steady(text: string): string {
  return text
    .replace(/index [\da-f]{7} · \d+ ms/g, "index 0000000 · 0 ms")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/^> .*\n/gm, "");
}
