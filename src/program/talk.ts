import process from "node:process";
import { commands } from "../../commands/index.ts";
import { offeredIn } from "../command.ts";
import type { Config } from "../config.ts";
import { chat } from "../terminal/chat.ts";
import { openFresh } from "./open.ts";
import { color, onFault, print } from "./output.ts";
import { terminalContext } from "./terminal-context.ts";

/** A chat in the terminal, with the documents as they are. */
export async function talk({ watch }: Config, folder: string): Promise<void> {
  const { current, close } = await openFresh(folder, watch);
  print(
    "No chat platform's token is set, so this is a chat in the terminal. Ask away; /help says more, Ctrl-D ends it.",
  );
  await chat({
    commands: offeredIn(commands, []),
    context: () => terminalContext(current()),
    input: process.stdin,
    output: process.stdout,
    color,
    interactive: process.stdin.isTTY === true,
    onFault,
  });
  await close();
}
