import { z } from "zod";
import { AttacheError } from "./errors.ts";

const schema = z.object({
  /** Folder of the documents. */
  KNOWLEDGE: z.string().trim().min(1).default("knowledge"),
});

export interface Config {
  readonly knowledge: string;
}

/**
 * Reads the settings, once.
 *
 * @param environment for example `process.env`; an empty value counts as not set
 * @throws AttacheError "config" naming the variable and the fix
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    throw new AttacheError("config", `${problems.join("; ")}: see .env.example`);
  }
  return { knowledge: parsed.data.KNOWLEDGE };
}
