import type { Command, Context, Option } from "./command.ts";
import { AttacheError } from "./errors.ts";
import { shorten } from "./replies/excerpt.ts";
import { notice } from "./replies/notice.ts";
import type { Reply } from "./replies/reply.ts";

/** What a person sent: the text behind a command's name, or values that the platform has told apart. */
export type Input = { readonly text: string } | { readonly values: Readonly<Record<string, unknown>> };

export interface Request {
  readonly command: string;
  readonly input: Input;
}

/** One whose values the platform has told apart. */
export interface ValuesRequest extends Request {
  readonly input: Extract<Input, { readonly values: unknown }>;
}

/** Who is to see the reply. */
export type Visibility = "public" | "private";

export interface Dispatched {
  readonly reply: Reply;
  readonly visibility: Visibility;
}

/** Told of what went wrong in a command, once; what the person is told is in the reply. */
export type OnFault = (error: unknown, request: Request) => void;

/**
 * Runs the command a person asked for. What they got wrong comes back as a reply that says how to put it right; the
 * unexpected is caught here and nowhere else.
 */
export async function dispatch(
  commands: readonly Command[],
  request: Request,
  context: Context,
  onFault: OnFault,
): Promise<Dispatched> {
  const typed = "text" in request.input;
  const command = commands.find(({ name, hidden }) => name === request.command && !(typed && hidden === true));
  if (command === undefined)
    return { reply: unknownCommand(commands, request.command, context), visibility: "private" };
  const parsed = parseInput(command, request.input);
  if ("problem" in parsed) return { reply: notice("warning", parsed.problem), visibility: "private" };
  const visibility = visibilityOf(command, parsed.values);
  try {
    return { reply: await command.run(parsed.values, context), visibility };
  } catch (error) {
    onFault(error, request);
    const text = error instanceof AttacheError ? error.message : "Something went wrong on my side; it has been noted.";
    return { reply: notice("error", text), visibility: "private" };
  }
}

/** Who sees a command's reply, as far as can be known before it runs: Discord fixes it at the first response. */
export function visibilityOf(command: Command, values: Readonly<Record<string, unknown>>): Visibility {
  return values["private"] === true ? "private" : command.visibility;
}

function unknownCommand(commands: readonly Command[], name: string, { formatCommand }: Context): Reply {
  const known = commands.filter(({ hidden }) => hidden !== true).map((command) => formatCommand(command.name));
  return notice("warning", `There is no command “${shorten(name, 40)}”. There is: ${known.join(", ")}.`);
}

type Parsed = { readonly values: Record<string, string | number | boolean | undefined> } | { readonly problem: string };

/** Reads and checks a command's options. @returns their values, or what is wrong and how to put it right */
export function parseInput(command: Command, input: Input): Parsed {
  const raw = "text" in input ? splitFlags(command, input.text) : input.values;
  const values: Record<string, string | number | boolean | undefined> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const read = readValue(name, option, raw[name]);
    if (typeof read === "object") return read;
    values[name] = read;
  }
  return { values };
}

function readValue(
  name: string,
  option: Option,
  raw: unknown,
): string | number | boolean | undefined | { problem: string } {
  if (option.kind === "flag") return raw === true || raw === "true";
  if (raw === undefined || raw === null) {
    if (option.required !== true) return undefined;
    return option.kind === "text" ? "" : { problem: `Give ${name}: ${option.description}.` };
  }
  if (option.kind === "text") {
    const text = String(raw).trim();
    if (text.length <= option.max) return text;
    const length = text.length.toLocaleString("en");
    return {
      problem: `That is ${length} characters; ${name} may have ${option.max.toLocaleString("en")}. Put it shorter.`,
    };
  }
  const value = Number(raw);
  if (Number.isInteger(value) && value >= option.min && value <= option.max) return value;
  return { problem: `${name} is to be a whole number from ${option.min} to ${option.max}.` };
}

/** Takes the flags a command knows out of a line; all else, other dashes too, is its free text. */
function splitFlags({ options }: Command, line: string): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  let rest = line;
  for (const [name, { kind, hidden }] of Object.entries(options)) {
    if (kind === "text" || hidden === true) continue;
    const pattern = kind === "flag" ? `--${name}` : `--${name}(?:=|\\s+)(\\S+)`;
    rest = rest.replace(new RegExp(`(?<!\\S)${pattern}(?!\\S)\\s*`), (_, value?: string) => {
      raw[name] = kind === "flag" ? true : value;
      return "";
    });
  }
  const free = Object.entries(options).find(([, { kind, hidden }]) => kind === "text" && hidden !== true);
  if (free !== undefined && rest.trim() !== "") raw[free[0]] = rest.trim();
  return raw;
}
