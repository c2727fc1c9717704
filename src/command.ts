import type { Answer } from "./answering/answer.ts";
import type { Knowledge } from "./answering/knowledge.ts";
import type { SuggestOptions } from "./answering/suggestions.ts";
import type { Reply } from "./replies/reply.ts";
import type { Report } from "./report/report.ts";
import type { StoredOfPerson } from "./store/store.ts";

/** What a command may use, and who asks it. */
export interface Context {
  readonly knowledge: Knowledge;
  /** Earlier questions of this conversation, oldest first. */
  readonly history: readonly string[];
  /** How commands are called here, for example "/ask" or "/docs-ask". */
  readonly formatCommand: (command: string) => string;
  /** How a flag is given here; "--name" where nothing is said. */
  readonly flag?: (name: string) => string;
  readonly feedback: FeedbackSink;
  /** What is stored of who asks; absent where nothing is. */
  readonly personal?: Personal;
  /** What those who operate the bot may see; absent for everybody else. */
  readonly operator?: Operator;
  /** Told of the answer that a question got: whether it was answered, and how surely, is kept from it. */
  readonly onAnswer?: (answer: Answer) => void;
}

/** What those who operate the bot may see. */
export interface Operator {
  /** @throws AttacheError "store" when it cannot be read */
  report(): Promise<Report>;
}

/** What is stored of one person. */
export interface Personal {
  /** @throws AttacheError "store" when it cannot be read */
  list(): Promise<StoredOfPerson>;
  /** Deletes all of it. @returns how much that was @throws AttacheError "store" when it cannot be done */
  forget(): Promise<number>;
}

/** Takes what people think of an answer. */
export interface FeedbackSink {
  vote(question: string, vote: "up" | "down"): Promise<void> | void;
}

interface OptionBase {
  readonly description: string;
  readonly required?: boolean;
  /** Only buttons pass it; no platform offers it to people. */
  readonly hidden?: boolean;
}

export interface TextOption extends OptionBase {
  readonly kind: "text";
  /** Characters at the most. */
  readonly max: number;
  /** Offers values while a person types. */
  readonly complete?: (typed: string, knowledge: Knowledge, room: SuggestOptions) => readonly Suggestion[];
}

export interface IntegerOption extends OptionBase {
  readonly kind: "integer";
  readonly min: number;
  readonly max: number;
}

export interface FlagOption extends OptionBase {
  readonly kind: "flag";
}

export type Option = TextOption | IntegerOption | FlagOption;

export interface Suggestion {
  /** What the person sees. */
  readonly name: string;
  /** What is sent when it is chosen. */
  readonly value: string;
}

type ValueOf<O extends Option> = O extends TextOption ? string : O extends IntegerOption ? number : boolean;

/** The values of a command's options: a required one is there, a flag always is. */
export type Values<O extends Record<string, Option>> = {
  readonly [K in keyof O]: O[K] extends { readonly required: true } | FlagOption
    ? ValueOf<O[K]>
    : ValueOf<O[K]> | undefined;
};

export interface Command<O extends Record<string, Option> = Record<string, Option>> {
  /** Lower-case letters, digits and hyphens, at most 32. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** Who sees the reply when the person asking does not say. */
  readonly visibility: "public" | "private";
  /** Only buttons run it; no platform offers it to people. */
  readonly hidden?: boolean;
  /** Offered only where somebody operates the bot (`offeredIn`); it is to refuse everybody else. */
  readonly forOperators?: boolean;
  /** In the order in which platforms list them; at most one free-text option that people see. */
  readonly options: O;
  run(options: Values<O>, context: Context): Promise<Reply> | Reply;
}

/** @returns the commands that a place offers. @param operators ids of the people who operate the bot there */
export function offeredIn(commands: readonly Command[], operators: readonly string[]): readonly Command[] {
  return operators.length > 0 ? commands : commands.filter(({ forOperators }) => forOperators !== true);
}

/**
 * Defines a command, once, for every platform.
 *
 * @throws Error when the definition does not fit the tighter limit of the platforms: a mistake of the programmer's
 */
export function defineCommand<const O extends Record<string, Option>>(command: Command<O>): Command<O> {
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(command.name)) problems.push("its name is to be 1 to 32 of a-z, 0-9 and -");
  if (command.description.length > 100) problems.push("its description is over 100 characters");
  const options = Object.entries<Option>(command.options);
  for (const [name, { description }] of options) {
    if (!/^[a-z][a-z0-9-]{0,31}$/.test(name)) problems.push(`the option ${name} is to be 1 to 32 of a-z, 0-9 and -`);
    if (description.length > 100) problems.push(`the description of ${name} is over 100 characters`);
  }
  const shown = options.filter(([, option]) => option.hidden !== true);
  if (shown.filter(([, option]) => option.kind === "text").length > 1) problems.push("it has two free-text options");
  const lastRequired = shown.findLastIndex(([, option]) => option.required === true);
  if (shown.slice(0, lastRequired + 1).some(([, option]) => option.required !== true)) {
    problems.push("a required option stands after an optional one");
  }
  if (problems.length > 0) throw new Error(`The command "${command.name}" cannot be defined: ${problems.join("; ")}`);
  return command;
}
