import { AttacheError } from "../errors.ts";

/** Whether a value is fit for its place. */
type Check = (value: unknown) => boolean;
/** What a file of weights is to hold: of each name whether its value is fit, or what that is to hold in its turn. */
interface Shape {
  readonly [name: string]: Check | Shape;
}

export const isWeight: Check = (value) => Number.isFinite(value);
export const isShare: Check = (value) => isWeight(value) && (value as number) >= 0 && (value as number) <= 1;

/** What a file says of itself: the day on which it was written, by what, and of which data. */
export const about: Shape = { written: isDay, by: isText, data: isText };

/** An object of exactly these names, each with a weight. */
export function weightOfEach(names: readonly string[]): Shape {
  return Object.fromEntries(names.map((name) => [name, isWeight]));
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isDay(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(value);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/**
 * Checks what was read from a file of weights, by hand: a library for that takes longer to load than all else at a start.
 *
 * @param origin the file, and the command that writes it anew
 * @returns the same, its names in the order of the shape
 * @throws AttacheError "weights" that names each value that is missing, superfluous or unfit, and the fix
 */
export function checkWeights<Value>(
  shape: Shape,
  value: unknown,
  { file, command }: { readonly file: string; readonly command: string },
): Value {
  const problems: string[] = [];
  const checked = check(shape, value, "", problems);
  if (problems.length === 0) return checked as Value;
  throw new AttacheError(
    "weights",
    `The weights in ${file} are not those of the ranker: ${problems.join(", ")}. Fit them anew with ${command}, or take back the change`,
  );
}

function check(shape: Check | Shape, value: unknown, place: string, problems: string[]): unknown {
  if (typeof shape === "function") {
    if (!shape(value)) problems.push(describe(place, value));
    return value;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    problems.push(describe(place === "" ? "the whole" : place, value));
    return value;
  }
  const within = (name: string) => (place === "" ? name : `${place}.${name}`);
  const given = value as Readonly<Record<string, unknown>>;
  const checked = Object.entries(shape).map(([name, inner]) => {
    return [name, check(inner, given[name], within(name), problems)];
  });
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(shape, name)) problems.push(`${within(name)} belongs to nothing`);
  }
  return Object.fromEntries(checked);
}

function describe(place: string, value: unknown): string {
  return `${place} ${value === undefined ? "is missing" : `is no fit value: ${String(value)}`}`;
}
