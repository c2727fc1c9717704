import { MessageFlags, type RepliableInteraction } from "discord.js";
import type { BotReply } from "../chat/bot-reply.ts";
import type { Visibility } from "../dispatch.ts";
import type { Log } from "../log.ts";
import { alone, type Body, hadArrived, inSomeForm } from "./send.ts";

export interface RespondOptions {
  /** Who is to see the reply, as far as is known before it is there. */
  readonly expected: Visibility;
  /** Milliseconds after which Discord is told that the answer takes a little longer; it waits 3 s in all. */
  readonly deferAfter: number;
  readonly log: Log;
}

/**
 * Sends what `work` gives as the reply to an interaction, and asks Discord for patience only when that takes long. A
 * button that tells its person nothing new is acknowledged without a word.
 */
export async function respond(
  interaction: RepliableInteraction,
  work: () => Promise<BotReply>,
  { expected, deferAfter, log }: RespondOptions,
): Promise<void> {
  let deferral: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    deferral = interaction.deferReply(expected === "private" ? { flags: MessageFlags.Ephemeral } : {});
    // Awaited below; until then its failure is nobody's.
    deferral.catch(() => {});
  }, deferAfter);
  let given: BotReply;
  try {
    given = await work();
  } finally {
    clearTimeout(timer);
  }
  const shown = (body: Body) => (given.visibility === "private" ? alone(body) : body);
  if (deferral === undefined && given.again === true && interaction.isMessageComponent()) {
    await interaction.deferUpdate();
    return;
  }
  if (deferral === undefined) {
    await inSomeForm(given, log, (body) => interaction.reply(shown(body)));
    return;
  }
  await deferral.catch((error: unknown) => {
    if (!hadArrived(error)) throw error;
    interaction.deferred = true;
  });
  if (given.visibility === expected) {
    // Who sees it was fixed with the deferral.
    await inSomeForm(given, log, (body) => interaction.editReply(body));
    return;
  }
  // A deferred reply keeps its visibility, and the first message after it takes its place, so it has to go first.
  await interaction.deleteReply();
  await inSomeForm(given, log, (body) => interaction.followUp(shown(body)));
}
