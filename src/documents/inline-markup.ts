/** What plain words in one paragraph don't have. An ampersand alone is one of the text. */
const MARKUP = /[*_`[\]<>{}~#|\\]|&[#\w]+;|==|%%|:\w+:|\n|^\s*(?:[-+]|\d+[.)])\s/;

/** Whether a text of the front matter may hold Markdown, or is of several lines. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}
