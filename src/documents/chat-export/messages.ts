import { z } from "zod";

/** A message of an exported channel. */
export interface ExportedMessage {
  readonly sender: string;
  /** As the export has it: "2024-05-03T10:04". */
  readonly sent: string;
  /** As its readers saw it, without markup. */
  readonly text: string;
  /** Where it is to be read, or null where the export does not tell. */
  readonly url: string | null;
}

/** An exported channel, or a day of it. */
export interface ExportedChannel {
  /** "#general" */
  readonly title: string;
  readonly publisher: string | null;
  /** Oldest first, those of a thread behind its first. */
  readonly messages: readonly ExportedMessage[];
}

const text = z.string().max(100_000).catch("");
const optionalText = z.string().optional().catch(undefined);

/** What is needed of DiscordChatExporter's JSON. */
const discordExport = z.object({
  guild: z.object({ id: z.string(), name: text }),
  channel: z.object({ id: z.string(), name: text }),
  messages: z.array(
    z.object({
      id: z.string(),
      type: optionalText,
      timestamp: z.string(),
      content: text,
      author: z.object({ name: text, nickname: optionalText }),
    }),
  ),
});

/** @returns null where it is none */
export function readDiscordExport(json: unknown): ExportedChannel | null {
  const read = discordExport.safeParse(json);
  if (!read.success) return null;
  const { guild, channel, messages } = read.data;
  const said = messages.filter(
    ({ type, content }) => (type === undefined || /^(?:Default|Reply|20|0|19)$/.test(type)) && content.trim() !== "",
  );
  return {
    title: `#${channel.name}`,
    publisher: guild.name === "" || guild.id === "0" ? null : guild.name,
    messages: said.map(({ id, timestamp, content, author }) => ({
      sender: author.nickname || author.name || "Unknown",
      sent: timestamp.slice(0, 16),
      text: plainDiscord(content),
      url:
        /^\d+$/.test(guild.id + channel.id + id) && guild.id !== "0"
          ? `https://discord.com/channels/${guild.id}/${channel.id}/${id}`
          : null,
    })),
  };
}

/** Without Discord's marks of bold, italic and code; what is struck out is withdrawn. */
function plainDiscord(content: string): string {
  return content
    .replace(/ ?~~[^~\n]+~~/g, "")
    .replace(/```(?:\w+\n)?|`|\*\*|__|\|\|/g, "")
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/<a?(:\w+:)\d+>/g, "$1")
    .replace(/<(https?:[^\s>]+)>/g, "$1")
    .replace(/^>{1,3} /gm, "")
    .replace(/<[@#][!&]?\d+>/g, "@…");
}
