/**
 * Where something stands in a file as the people who use it tell it, as far as its format has such places; a file of
 * lines has none of these, and its lines tell.
 */
export interface Place {
  /** Page of a PDF, from 1: the one that a viewer is told to go to, whatever is printed on it. */
  readonly page?: number;
  /** Name of a workbook's sheet, where there are several. */
  readonly sheet?: string;
  /** Row of a table, from 1, its head counted: the number that a spreadsheet shows beside it. */
  readonly row?: number;
  /** Paragraph of a text document, from 1, empty ones and those in tables counted. */
  readonly paragraph?: number;
  /** Title of a book's chapter. */
  readonly chapter?: string;
  /** How far into a recording, as "00:14:05". */
  readonly time?: string;
  /** Who wrote a message. */
  readonly sender?: string;
  /** When it was sent, ISO 8601: a day, or a minute as "2024-05-03T10:04". */
  readonly sent?: string;
  /** Where the message itself is to be read. */
  readonly url?: string;
}

/** From this offset into the file's text on, up to the next mark, things stand at this place. */
export interface PlaceMark extends Place {
  readonly from: number;
}

/** @returns the place of an offset into the text of a file; an empty one where its lines tell */
export function placeAt(places: readonly PlaceMark[], offset: number): Place {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as PlaceMark).from <= offset) low = middle + 1;
    else high = middle;
  }
  const { from: _, ...place } = places[low - 1] ?? { from: 0 };
  return place;
}
