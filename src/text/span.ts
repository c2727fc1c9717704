/** A range of UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** @returns the part of a text that a span covers */
export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
