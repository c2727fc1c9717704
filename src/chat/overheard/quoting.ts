/** A line that repeats somebody's words, as Slack ("&gt; …") and Discord ("> …") send it; ">>>" begins one to the end. */
const QUOTED = /^[ \t]*(?:(?:>|&gt;){3}[\s\S]*|(?:>|&gt;)[^\n]*)$/gm;

/** What somebody says themselves, and whether they repeat somebody's words beside it. */
export function withoutQuotes(text: string): { readonly text: string; readonly isQuoting: boolean } {
  const own = text.replace(QUOTED, "");
  return { text: own, isQuoting: own !== text };
}
