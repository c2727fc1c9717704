import { z } from "zod";
import { NO_INDEX, NO_SHARE, toLanceDbFolder, toShare } from "./documents.ts";

/** A whole number, from the least to the most that it may be. */
export const whole = (least: number, most: number) => {
  const error = `is to be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** A token, as it was copied: quotes stay on where a shell or Docker does not take them off. */
export const secret = (check: (value: string) => string | null = () => null) =>
  z.string().superRefine((value, context) => {
    const problem = /["'`]/.test(value)
      ? "has quotes in it: write it without"
      : /\s/.test(value)
        ? "has a space or a line break in it: copy it again, whole and alone"
        : check(value);
    if (problem !== null) context.addIssue({ code: "custom", message: problem });
  });

/** Ids with commas between. @param example one that is right */
export const ids = (what: "channels" | "people", pattern: RegExp, example: string) =>
  z.string().transform((value, context) => {
    const given = value.split(",").map((id) => id.trim());
    const wrong = given.find((id) => !pattern.test(id));
    if (wrong === undefined) return given;
    context.addIssue({
      code: "custom",
      message: `is to be ids of ${what} with commas between, such as ${example}: “${wrong}” is none`,
    });
    return z.NEVER;
  });

/** The id of one channel. @param example one that is right */
export const channel = (pattern: RegExp, example: string) =>
  z
    .string()
    .trim()
    .regex(pattern, { error: `is to be the id of one channel, such as ${example}` });

/** A switch. */
export const onOrOff = () => z.enum(["on", "off"], { error: "is to be on or off" });

/** What is wrong with a token that does not begin as its kind does. @param where it is to be copied from */
export const startsWith = (prefix: string, where: string) => (value: string) =>
  value.startsWith(prefix) ? null : `is to start with ${prefix}: copy it from ${where}`;

/** What is read as it is where nothing else is set. @param problem with what `read` gives null for */
const readAs = <T>(read: (value: string) => T | null, problem: string) =>
  z.string().transform((value, context) => {
    const known = read(value.trim());
    if (known !== null) return known;
    context.addIssue({ code: "custom", message: problem });
    return z.NEVER;
  });

/** What keeps the index: the folder in which LanceDB does. */
export const indexFolder = readAs(toLanceDbFolder, NO_INDEX);

/** A share. */
export const threshold = readAs(toShare, NO_SHARE);

/** Where a platform's API is. */
export const apiUrl = z.url({
  protocol: /^https?$/,
  error: "is to be an address that starts with http:// or https://",
});
