import {
  type ButtonInteraction,
  type Client,
  type Message,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  InteractionContextType,
  TextInputStyle,
} from "discord-api-types/v10";
import type { Bot, Requester } from "../chat/bot.ts";
import { type BotReply, below, privately } from "../chat/bot-reply.ts";
import type { AskPeople } from "../chat/people/people.ts";
import { MAX_PERSONS_ANSWER } from "../chat/people/replies.ts";
import type { Log } from "../log.ts";
import type { Reply } from "../replies/reply.ts";
import type { Escalation } from "../store/store.ts";
import { requesterOf, standingConversation } from "./place.ts";
import { isReply } from "./replied.ts";
import { type Body, inSomeForm, mayNotRefer } from "./send.ts";
import { type Mentioned, readWords } from "./words.ts";

/** What the ids of the button that answers a question and of its window begin with. */
const ANSWER = "answer:";
const ANSWER_INPUT = "answer";

export interface PeopleOptions {
  readonly bot: Bot;
  readonly log: Log;
  /** Id of the channel in which people answer; null for none. */
  readonly escalateTo: string | null;
}

/** Whether an interaction answers a question that was put before people, or is about to. */
export function isAnswering(interaction: { readonly customId: string }): boolean {
  return interaction.customId.startsWith(ANSWER);
}

/** How the question under a button is put before people; nothing where there are none. */
export function askPeopleOf(
  interaction: ButtonInteraction,
  { escalateTo, log }: Pick<PeopleOptions, "escalateTo" | "log">,
): { readonly askPeople?: AskPeople } {
  if (escalateTo === null) return {};
  const { client, channelId: channel, guildId, message } = interaction;
  // What one person alone sees cannot be replied to, and in a place that the bot is not in it cannot write.
  const isIn = interaction.inCachedGuild() || interaction.context === InteractionContextType.BotDM;
  const isShown = isIn && !message.flags.has(MessageFlags.Ephemeral);
  const link = isShown && guildId !== null ? `https://discord.com/channels/${guildId}/${channel}/${message.id}` : null;
  const back = isShown ? { channel, message: message.id } : null;
  return {
    askPeople: { post: (reply, id) => post(client, { escalateTo, log }, reply, id), link: async () => link, back },
  };
}

async function post(
  client: Client<true>,
  { escalateTo, log }: { readonly escalateTo: string; readonly log: Log },
  reply: Reply,
  escalation: string,
): Promise<string> {
  const channel = await client.channels.fetch(escalateTo);
  if (channel === null || !channel.isSendable()) throw new Error(`DISCORD_ESCALATE_TO ${escalateTo} takes no messages`);
  const button: APIButtonComponent = {
    type: ComponentType.Button,
    style: ButtonStyle.Primary,
    label: "Answer",
    custom_id: `${ANSWER}${escalation}`,
  };
  const row: APIActionRowComponent<APIButtonComponent> = { type: ComponentType.ActionRow, components: [button] };
  let sent: Message | undefined;
  await inSomeForm({ reply, visibility: "public", exchange: null }, log, async (body) => {
    sent = await channel.send({ ...body, components: [...("components" in body ? body.components : []), row] });
  });
  return (sent as Message).id;
}

/** The window in which a person answers. */
export function answerModal({ customId }: ButtonInteraction): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: "Answer",
    components: [
      {
        type: ComponentType.Label,
        label: "Your answer",
        description: "It goes to who asked, with your name.",
        component: {
          type: ComponentType.TextInput,
          custom_id: ANSWER_INPUT,
          style: TextInputStyle.Paragraph,
          max_length: MAX_PERSONS_ANSWER,
          required: true,
        },
      },
    ],
  };
}

/** Brings what was written in that window to who asked. */
export async function submitAnswer(interaction: ModalSubmitInteraction, options: PeopleOptions): Promise<BotReply> {
  const { client } = interaction;
  const requester = requesterOf(interaction, interaction.user, standingConversation(interaction));
  const text = readLines(interaction.fields.getTextInputValue(ANSWER_INPUT), interaction, {});
  return answer({ id: interaction.customId.slice(ANSWER.length) }, text, requester, client, options);
}

/** Whether a message replies to the post of a question that was put before people. */
export async function repliesToQuestion(message: Message, { bot, escalateTo }: PeopleOptions): Promise<boolean> {
  if (message.channelId !== escalateTo || !isReply(message)) return false;
  return (await bot.people.find(postOf(message))) !== null;
}

function postOf({ reference }: Message) {
  return { platform: "discord", post: reference?.messageId ?? "" } as const;
}

/** Takes a reply to the post of a question as its answer. @returns what to say below it */
export async function answerByReply(message: Message, options: PeopleOptions): Promise<BotReply> {
  const { client, content: text, mentions } = message;
  // Without the message content intent, a reply that does not ping the bot comes without its words.
  if (text === "" && !message.mentions.users.has(client.user.id)) {
    return below("I cannot read a reply without its ping: reply with the ping on, or press Answer under the question.");
  }
  const words = text.replaceAll(`<@${client.user.id}>`, " ").replaceAll(`<@!${client.user.id}>`, " ");
  const requester = requesterOf(message, message.author, null);
  const given = await answer(postOf(message), readLines(words, message, mentions), requester, client, options);
  // It stands below a message that all there read.
  return { ...given, visibility: "public" };
}

/** What a person answers, line by line as they wrote it. */
function readLines(text: string, place: Parameters<typeof readWords>[1], mentioned: Mentioned): string {
  const lines = text.split("\n").map((line) => readWords(line, place, mentioned));
  return lines.join("\n");
}

async function answer(
  by: Parameters<Bot["people"]["find"]>[0],
  text: string,
  requester: Requester,
  client: Client<true>,
  { bot, log }: PeopleOptions,
): Promise<BotReply> {
  const refused = await bot.admit(requester);
  if (refused !== null) return refused;
  const asked = await bot.people.find(by);
  if (asked === null)
    return privately("info", "That question is no longer there: it is from too long ago, or deleted.");
  return bot.people.answer(asked, { text, deliver: (to, reply) => deliver(client, to, reply, log) }, requester);
}

/** Brings an answer to where the question was asked or, where that takes none, to who asked. */
async function deliver(client: Client<true>, to: Escalation, reply: Reply, log: Log): Promise<void> {
  const given: BotReply = { reply, visibility: "public", exchange: null };
  const { channel: id, message, user } = to;
  const channel = id === null ? null : await client.channels.fetch(id).catch(() => null);
  if (channel?.isSendable() === true) {
    try {
      return await inSomeForm(given, log, async (body) => {
        const sent = channel.isDMBased() ? body : pinging(body, user);
        const reply = message === null ? {} : { reply: { messageReference: message, failIfNotExists: false } };
        try {
          await channel.send({ ...sent, ...reply });
        } catch (error) {
          if (!mayNotRefer(error)) throw error;
          await channel.send(sent);
        }
      });
    } catch (error) {
      log.warn("Discord did not let a person’s answer into a channel; who asked gets it alone", {
        channel: id,
        code: (error as { code?: unknown }).code,
      });
    }
  }
  const person = await client.users.fetch(user);
  await inSomeForm(given, log, (body) => person.send(body));
}

/** A message that tells one person of it, and nobody else. */
function pinging(body: Body, user: string) {
  const mention = `<@${user}>`;
  const allowedMentions = { parse: [], users: [user], repliedUser: false };
  if (!("components" in body)) return { ...body, content: `${mention} ${body.content}`, allowedMentions };
  const components = [{ type: ComponentType.TextDisplay as const, content: mention }, ...body.components];
  return { ...body, components, allowedMentions };
}
