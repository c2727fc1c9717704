import type { Command, Context, Option } from "./command.ts";
import { AttacheError } from "./errors.ts";
import { type Calls, readTypedLine, type TypedLine } from "./flags.ts";
import { shorten } from "./replies/excerpt.ts";
import { notice } from "./replies/notice.ts";
import type { Reply } from "./replies/reply.ts";

/** What a person sent: the text behind a command's name, or values that the platform has told apart. */
export type Input =
  | { readonly text: string }
  | {
      readonly values: Readonly<Record<string, unknown>>;
      /** Whether the person typed the free text just now, and so may have put flags into it. */
      readonly typed?: boolean;
    };

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
  /** The command's options as they were read; none where they could not be. */
  readonly values: Readonly<Record<string, unknown>>;
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
    return { reply: unknownCommand(commands, request.command, context), visibility: "private", values: {} };
  const parsed = parseInput(command, request.input, context);
  if ("problem" in parsed) return { reply: notice("warning", parsed.problem), visibility: "private", values: {} };
  const { values } = parsed;
  try {
    const reply = await command.run(values, context);
    return { reply, visibility: isHint(reply) ? "private" : visibilityOf(command, values), values };
  } catch (error) {
    onFault(error, request);
    const text = error instanceof AttacheError ? error.message : "Something went wrong on my side; it has been noted.";
    return { reply: notice("error", text), visibility: "private", values };
  }
}

/** Who sees a command's reply, as far as can be known before it runs: Discord fixes it at the first response. */
export function visibilityOf(command: Command, values: Readonly<Record<string, unknown>>): Visibility {
  const lacking = Object.entries(command.options).some(([name, { kind, required }]) => {
    const value = values[name];
    return kind === "text" && required === true && typeof value === "string" && !SAYS_SOMETHING.test(value);
  });
  // What comes of it then is how the command is used.
  return values["private"] === true || lacking ? "private" : command.visibility;
}

const SAYS_SOMETHING = /[\p{L}\p{N}\p{Emoji_Presentation}]/u;

/** What a person got wrong is nobody else's business. */
function isHint({ items: [item, ...rest] }: Reply): boolean {
  return item?.kind === "notice" && item.tone === "warning" && rest.length === 0;
}

function unknownCommand(commands: readonly Command[], name: string, { formatCommand, operator }: Context): Reply {
  const known = commands
    .filter(({ hidden, forOperators }) => hidden !== true && (forOperators !== true || operator !== undefined))
    .map((command) => formatCommand(command.name));
  return notice("warning", `There is no command “${shorten(name, 40)}”. There is: ${known.join(", ")}.`);
}

type Parsed = { readonly values: Record<string, string | number | boolean | undefined> } | { readonly problem: string };

/** Reads and checks a command's options. @returns their values, or what is wrong and how to put it right */
export function parseInput(command: Command, input: Input, calls: Calls): Parsed {
  const told = toRaw(command, input, calls);
  if ("problem" in told) return told;
  const { raw } = told;
  const values: Record<string, string | number | boolean | undefined> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const read = readValue(name, option, raw[name]);
    if (typeof read === "object") return read;
    values[name] = read;
  }
  return { values };
}

function toRaw(command: Command, input: Input, calls: Calls): TypedLine {
  if ("text" in input) return readTypedLine(command, input.text, calls);
  if (input.typed !== true) return { raw: input.values };
  const free = Object.entries(command.options).find(([, { kind, hidden }]) => kind === "text" && hidden !== true)?.[0];
  if (free === undefined || typeof input.values[free] !== "string") return { raw: input.values };
  const { [free]: text, ...others } = input.values;
  const line = readTypedLine(command, String(text), calls);
  return "problem" in line ? line : { raw: { ...others, ...line.raw } };
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
