import { commands } from "../../commands/index.ts";
import { offeredIn } from "../../src/command.ts";

/** Names of the commands that people see where nobody operates the bot, in order: a test that lists them all takes them from here. */
export const shownCommands = offeredIn(commands, [])
  .filter(({ hidden }) => hidden !== true)
  .map(({ name }) => name);
