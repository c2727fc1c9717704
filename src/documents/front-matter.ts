import { parseDocument } from "yaml";
import { z } from "zod";
import type { ReadDocument } from "./reader.ts";

const line = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => String(value).trim().replace(/\s+/g, " "))
  .pipe(z.string().min(1));
const optional = line.nullish().transform((value) => value ?? null);

const schema = z.object({
  id: line.optional(),
  title: line.optional(),
  publisher: optional,
  author: z
    .union([optional, z.array(line).min(1)])
    .transform((value) => (Array.isArray(value) ? value.join(", ") : value)),
  published: optional.pipe(z.string().refine(isDate, "is to be a date such as 2016-12-30, 2016-12 or 2016").nullable()),
  url: optional
    .pipe(z.url({ protocol: /^https?$/, error: "is to be a whole http or https address" }).nullable())
    .transform((value) => value && decodeUnreserved(value)),
  note: optional,
});

/**
 * Reads a document's citation from its front matter. Fields it does not know are left alone.
 *
 * @throws Error that names the line or the field, and the fix
 */
export function parseFrontMatter(yaml: string): ReadDocument["source"] {
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined) {
    // The first line of the front matter is the file's second.
    const at = yaml.slice(0, error.pos[0]).split("\n").length + 1;
    const advice = "mend it, or put the value in double quotes";
    throw new Error(`has broken front matter on line ${at} (${error.message}): ${advice}`);
  }
  const fields = document.toJS() ?? {};
  if (typeof fields !== "object" || Array.isArray(fields)) {
    throw new Error('has front matter that is no list of fields: write lines such as "title: …"');
  }
  const parsed = schema.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".") ?? "";
    throw new Error(`has front matter whose "${field}" cannot be used: it ${explain(issue?.message)}`);
  }
  const { id, title, ...rest } = parsed.data;
  return { ...rest, ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }) };
}

/** RFC 3986, 6.2.2.2: a percent-encoded letter, digit, "-", ".", "_" or "~" is the character itself. */
function decodeUnreserved(url: string): string {
  return url.replace(/%[\da-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : encoded;
  });
}

function explain(message: string | undefined): string {
  return message?.startsWith("is to be") ? message : "is to be a line of text";
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (match === null) return false;
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
