/** Text as HTML, in an element or in quotes: nothing in it is markup, whatever people asked. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSHOWN, "\uFFFD")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Controls that a page may not have, but for white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSHOWN = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/g;

/** Text in whatever direction its own letters have. */
export function words(text: string, element = "span", className?: string): string {
  const named = className === undefined ? "" : ` class="${className}"`;
  return `<${element} dir="auto"${named}>${escapeHtml(text)}</${element}>`;
}
