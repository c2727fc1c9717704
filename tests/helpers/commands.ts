import { commands } from "../../commands/index.ts";

/** Names of the commands that people see, in order: a test that lists them all takes them from here. */
export const shownCommands = commands.filter(({ hidden }) => hidden !== true).map(({ name }) => name);
