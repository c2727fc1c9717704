import { type BaseInteraction, DiscordAPIError, type Message, PermissionFlagsBits } from "discord.js";

/** Why an answer does not stand where it was asked for. */
export interface Refusal {
  /** Discord's code of it. */
  readonly code: number | string;
  /** For the person who asked. */
  readonly reason: string;
  /** For the log: what the bot lacks there, as Discord's settings call it; null where it lacks none. */
  readonly permission: string | null;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const UNKNOWN_MESSAGE = 10_008;
export const MISSING_ACCESS = 50_001;
export const MISSING_PERMISSIONS = 50_013;
const REASONS: Readonly<Record<number, string>> = {
  10003: "That channel is gone.",
  50008: "In that channel nobody can write.",
  50083: "That thread is archived, so I cannot write there.",
  160005: "That thread is locked, so I cannot write there.",
  200000: "A rule of that server (AutoMod) keeps my answer back.",
  200001: "A rule of that server (AutoMod) keeps my answer back.",
  240000: "A filter of Discord’s keeps my answer back, for its links.",
};

/** Whether Discord takes no message of the bot's in a place, whatever its form. */
export function isOfPlace({ code }: DiscordAPIError): boolean {
  return code === MISSING_ACCESS || code === MISSING_PERMISSIONS || Number(code) in REASONS;
}

/** @returns why the channel of a message takes no answer; null where something else went wrong */
export function whyNotThere(error: unknown, { channel }: Pick<Message, "channel">): Refusal | null {
  if (!(error instanceof DiscordAPIError) || (!isOfPlace(error) && error.status !== 403)) return null;
  const { code } = error;
  if (code === MISSING_ACCESS || code === MISSING_PERMISSIONS) {
    const permission = lackedIn(channel) ?? (code === MISSING_ACCESS ? "View Channels" : "Send Messages");
    return { code, permission, reason: `I lack the permission to write there (${permission}).` };
  }
  const reason = REASONS[Number(code)] ?? `Discord did not let me write there (${code}).`;
  return { code, permission: null, reason };
}

/** What the bot lacks of what it takes to write in a channel, as far as is known here. */
function lackedIn(channel: BaseInteraction["channel"]): string | null {
  if (channel === null || channel.isDMBased()) return null;
  const own = channel.permissionsFor(channel.client.user);
  if (own === null) return null;
  const needed = [
    ["View Channels", PermissionFlagsBits.ViewChannel],
    channel.isThread()
      ? (["Send Messages in Threads", PermissionFlagsBits.SendMessagesInThreads] as const)
      : (["Send Messages", PermissionFlagsBits.SendMessages] as const),
  ] as const;
  const lacked = needed.filter(([, flag]) => !own.has(flag)).map(([name]) => name);
  return lacked.length === 0 ? null : lacked.join(", ");
}
