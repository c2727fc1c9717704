import { z } from "zod";
import { AttacheError } from "../errors.ts";

/** Finite, as zod's numbers are. */
export const weight = z.number();

/** An object of exactly these names, each with a weight. */
export function recordOf<Name extends string>(names: readonly Name[]) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, weight])) as Record<Name, typeof weight>);
}

/**
 * @param origin the file, and the command that writes it anew
 * @throws AttacheError "weights" that names each value that is missing, superfluous or unfit, and the fix
 */
export function parseWith<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  { file, command }: { readonly file: string; readonly command: string },
): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => {
    const place = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => `${place === "" ? key : `${place}.${key}`} belongs to nothing`);
    }
    const found = issue.path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)[key], value);
    return [`${place} ${found === undefined ? "is missing" : `is no fit value: ${String(found)}`}`];
  });
  throw new AttacheError(
    "weights",
    `The weights in ${file} are not those of the ranker: ${problems.join(", ")}. Fit them anew with ${command}, or take back the change`,
  );
}
