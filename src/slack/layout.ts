import type { ExcerptItem } from "../replies/reply.ts";

/** How fully a reply is shown, in characters: what is left of it when it does not fit. */
export interface Layout {
  /** Of a quote, by its role. */
  readonly quote: Readonly<Record<ExcerptItem["role"], number>>;
  readonly title: number;
  /** Of a publisher, a place or another line under a quote. */
  readonly line: number;
  /** Of our own words: prose, notices, fields. */
  readonly own: number;
  /** Longest address that is made a link. */
  readonly url: number;
  /** Whether to put all text into as few blocks as can be. */
  readonly dense: boolean;
}

/** From all there is to the least: quotes are cut long before what they come from. */
export const layouts: readonly Layout[] = [
  {
    quote: { best: 700, more: 300, perhaps: 400, nearest: 250, entry: 240, passage: 2_800 },
    title: 300,
    line: 300,
    own: 3_000,
    url: 2_000,
    dense: false,
  },
  {
    quote: { best: 600, more: 250, perhaps: 350, nearest: 220, entry: 220, passage: 2_000 },
    title: 300,
    line: 300,
    own: 2_500,
    url: 2_000,
    dense: false,
  },
  {
    quote: { best: 500, more: 200, perhaps: 250, nearest: 250, entry: 200, passage: 1_500 },
    title: 200,
    line: 150,
    own: 1_000,
    url: 1_000,
    dense: false,
  },
  {
    quote: { best: 500, more: 200, perhaps: 250, nearest: 250, entry: 200, passage: 1_500 },
    title: 200,
    line: 150,
    own: 1_000,
    url: 1_000,
    dense: true,
  },
  {
    quote: { best: 300, more: 120, perhaps: 150, nearest: 150, entry: 120, passage: 800 },
    title: 120,
    line: 80,
    own: 500,
    url: 500,
    dense: true,
  },
  {
    quote: { best: 150, more: 80, perhaps: 100, nearest: 100, entry: 80, passage: 300 },
    title: 60,
    line: 40,
    own: 200,
    url: 200,
    dense: true,
  },
  {
    quote: { best: 120, more: 80, perhaps: 100, nearest: 100, entry: 80, passage: 200 },
    title: 60,
    line: 40,
    own: 100,
    url: 0,
    dense: true,
  },
  {
    quote: { best: 100, more: 80, perhaps: 100, nearest: 100, entry: 80, passage: 150 },
    title: 40,
    line: 20,
    own: 40,
    url: 0,
    dense: true,
  },
];
