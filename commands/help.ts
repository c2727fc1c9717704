import { type Command, type Context, defineCommand } from "../src/command.ts";
import type { Field, Reply } from "../src/replies/reply.ts";

/** @param commands gives the commands that there are; called when help is asked for, since help is one of them */
export function defineHelp(commands: () => readonly Command[]) {
  return defineCommand({
    name: "help",
    description: "What I can do, and how to ask",
    visibility: "private",
    options: {},
    async run(_, context): Promise<Reply> {
      const { knowledge, formatCommand } = context;
      const fields: Field[] = commands()
        .filter(
          ({ hidden, forOperators }) => hidden !== true && (forOperators !== true || context.operator !== undefined),
        )
        .map((command) => ({ name: usage(command, context), value: command.description }));
      const count = knowledge.sources.length;
      const text = `I answer questions from ${count === 1 ? "one document" : `${count} documents`}, in the documents’ own words. When they don’t say, I tell you so.`;
      return {
        summary: text,
        items: [
          { kind: "heading", text: "How to ask" },
          { kind: "prose", text },
          { kind: "fields", fields },
          { kind: "prose", text: `For example: ${formatCommand("ask")} ${await knowledge.example()}` },
        ],
      };
    },
  });
}

function usage(
  { name, options }: Command,
  { formatCommand, flag = dashed }: Pick<Context, "formatCommand" | "flag">,
): string {
  const shown = Object.entries(options).filter(([, option]) => option.hidden !== true);
  const words = shown.map(([option, { kind, required }]) => {
    const word = kind === "text" ? option : kind === "flag" ? flag(option) : `${flag(option)} N`;
    return required === true ? `<${word}>` : `[${word}]`;
  });
  return [formatCommand(name), ...words].join(" ");
}

function dashed(name: string): string {
  return `--${name}`;
}
