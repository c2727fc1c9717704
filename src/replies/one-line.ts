/**
 * A text as one line that cannot disturb what stands beside it: line breaks become spaces, and control characters, those
 * that turn the direction of writing among them, become U+FFFD.
 */
export function oneLine(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
  );
}
