/** To a thousandth, as scores and confidences are told. */
export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
