/**
 * A text as one line that cannot disturb what stands beside it: line breaks become spaces, and control characters, those
 * that turn the direction of writing among them, become U+FFFD.
 */
export function oneLine(text: string): string {
  return replaceControls(text.replace(/\s+/g, " "));
}

/** Code as it stands: its lines and spaces stay, a tab is four spaces, control characters become U+FFFD. */
export function codeLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => replaceControls(line.replaceAll("\t", "    ")))
    .join("\n");
}

function replaceControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
