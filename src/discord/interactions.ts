import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from "discord.js";
import type { Bot } from "../chat/bot.ts";
import { type BotReply, privately } from "../chat/bot-reply.ts";
import { longestQuestion, toQuestion } from "../chat/question.ts";
import { createRounds, createTurns, type Turns } from "../chat/turns.ts";
import { parseInput, type ValuesRequest, type Visibility, visibilityOf } from "../dispatch.ts";
import type { Log } from "../log.ts";
import { ASK_ABOUT } from "./commands.ts";
import { wordsOf } from "./content.ts";
import { limits } from "./limits.ts";
import { ASK_MODAL, askModal, QUESTION_INPUT, wordedQuestion } from "./modal.ts";
import { elsewhere } from "./named-channels.ts";
import { answerModal, askPeopleOf, isAnswering, submitAnswer } from "./people.ts";
import { calls, isAllowed, requesterOf, standingConversation } from "./place.ts";
import { respond } from "./respond.ts";
import { alone, type Body, inSomeForm, isOver, logFailure } from "./send.ts";
import { readWords } from "./words.ts";

export interface InteractionOptions {
  readonly bot: Bot;
  readonly log: Log;
  /** Ids of the channels to answer in; null means all. */
  readonly channels: readonly string[] | null;
  /** Id of the channel in which people answer; null for none. */
  readonly escalateTo: string | null;
  /** Milliseconds until Discord is asked for patience. */
  readonly deferAfter: number;
  /** Whether no more work is taken. */
  readonly isStopping: () => boolean;
}

/** Interactions that are looked at together: some 10 ms of work. */
const IN_A_ROUND = 20;

/** @returns a function that deals with an interaction, however it ends: it never throws */
export function createInteractionHandler(options: InteractionOptions): (interaction: Interaction) => Promise<void> {
  const { bot, log } = options;
  const turns = createTurns();
  const round = createRounds(IN_A_ROUND);
  return async (interaction) => {
    const received = performance.now();
    try {
      if (interaction.isAutocomplete()) return await complete(interaction, options, turns);
      await round();
      // A delivery that Discord repeats is answered once.
      if (!interaction.isRepliable() || !(await bot.isFirstDelivery(`discord:${interaction.id}`))) return;
      const left = { ...options, deferAfter: Math.max(0, options.deferAfter - (performance.now() - received)) };
      const refusal = refusalOf(interaction, options);
      if (refusal !== null) await respond(interaction, async () => refusal, { ...left, expected: "private" });
      else if (interaction.isChatInputCommand()) await runCommand(interaction, left);
      else if (interaction.isMessageContextMenuCommand() && interaction.commandName === ASK_ABOUT) {
        await askAbout(interaction, left);
      } else if (interaction.isModalSubmit() && isAskModal(interaction)) await submitModal(interaction, left);
      else if (interaction.isModalSubmit() && isAnswering(interaction)) {
        await respond(interaction, () => submitAnswer(interaction, left), { ...left, expected: "private" });
      } else if (interaction.isButton() && isAnswering(interaction))
        await interaction.showModal(answerModal(interaction));
      else if (interaction.isButton()) await press(interaction, left);
      else await respond(interaction, async () => OUTDATED, { ...left, expected: "private" });
    } catch (error) {
      logFailure(log, `Answering ${interaction.isAutocomplete() ? "autocomplete" : "an interaction"}`, error);
      if (interaction.isRepliable() && !isOver(error)) await apologise(interaction, log);
    }
  };
}

/** An entry of a menu, or a window, that was opened before the program was another one. */
const OUTDATED = privately("warning", "That is from an earlier version of me: please ask again with /ask.");
const SORRY = privately("error", "Something went wrong on my side; it has been noted.");

/** Leaves nobody without a word where nothing was shown yet; a second failure is nobody's to mend. */
async function apologise(interaction: RepliableInteraction, log: Log): Promise<void> {
  if (interaction.replied) return;
  const say = (body: Body): Promise<unknown> =>
    interaction.deferred ? interaction.editReply(body) : interaction.reply(alone(body));
  await inSomeForm(SORRY, log, say).catch(() => {});
}

function refusalOf(
  interaction: RepliableInteraction,
  { channels, escalateTo, isStopping }: InteractionOptions,
): BotReply | null {
  if (isStopping()) return privately("info", "I am just being restarted. Please ask again in a minute.");
  if (channels === null || isAllowed(interaction, channels)) return null;
  const isPeoples = interaction.channelId === escalateTo && (interaction.isButton() || interaction.isModalSubmit());
  if (isPeoples) return null;
  return privately("info", elsewhere(interaction, channels));
}

/** Answers while a person types: no check for repeats, nothing stored. */
async function complete(
  interaction: AutocompleteInteraction,
  options: InteractionOptions,
  turns: Turns,
): Promise<void> {
  const { bot, channels, isStopping } = options;
  const { name, value } = interaction.options.getFocused(true);
  const from = { platform: "discord", workspace: interaction.guildId } as const;
  const silent = isStopping() || !isAllowed(interaction, channels) || !(await turns.next());
  await interaction.respond(silent ? [] : [...bot.suggest(interaction.commandName, name, value, from)]);
}

async function runCommand(interaction: ChatInputCommandInteraction, options: InteractionOptions): Promise<void> {
  const { commandName } = interaction;
  const { data, resolved } = interaction.options;
  const read = (value: unknown) => (typeof value === "string" ? readWords(value, interaction, resolved ?? {}) : value);
  const values = Object.fromEntries(data.map(({ name, value }) => [name, read(value)]));
  await run(interaction, { command: commandName, input: { values, typed: true } }, options);
}

async function run(
  interaction: RepliableInteraction,
  request: ValuesRequest,
  { bot, escalateTo, deferAfter, log }: InteractionOptions,
): Promise<void> {
  const definition = bot.commands.find(({ name }) => name === request.command);
  const parsed = definition === undefined ? null : parseInput(definition, request.input, calls);
  const expected: Visibility =
    definition === undefined || parsed === null || "problem" in parsed
      ? "private"
      : visibilityOf(definition, parsed.values);
  const requester = requesterOf(interaction, interaction.user, standingConversation(interaction), escalateTo);
  const work = () => bot.handle(request, requester, { ...calls, questionUnseen: true });
  await respond(interaction, work, { expected, deferAfter, log });
}

/** Asks with a message's text where that is a question; else the person words it, beginning with that text. */
async function askAbout(interaction: MessageContextMenuCommandInteraction, options: InteractionOptions): Promise<void> {
  const { text, mentions } = wordsOf(interaction.targetMessage);
  const words = readWords(text, interaction, mentions);
  const max = longestQuestion(options.bot.commands, limits.inputText);
  const question = wordedQuestion(words, max);
  // Somebody else's words: the answer is for the person who looks it up, who may share it.
  if (question !== null) await run(interaction, toQuestion(question, { private: true }), options);
  else await interaction.showModal(askModal(words, max));
}

/** Whether a window is ours as it is today. */
function isAskModal({ customId, fields }: ModalSubmitInteraction): boolean {
  return customId === ASK_MODAL && fields.fields.has(QUESTION_INPUT);
}

async function submitModal(interaction: ModalSubmitInteraction, options: InteractionOptions): Promise<void> {
  const question = readWords(interaction.fields.getTextInputValue(QUESTION_INPUT), interaction, {});
  await run(interaction, toQuestion(question, { private: true }), options);
}

async function press(interaction: ButtonInteraction, options: InteractionOptions): Promise<void> {
  const { bot, escalateTo, deferAfter, log } = options;
  const requester = requesterOf(interaction, interaction.user, standingConversation(interaction), escalateTo);
  const questionUnseen = interaction.message.flags.has(MessageFlags.Ephemeral);
  const work = () =>
    bot.press(interaction.customId, requester, { ...calls, ...askPeopleOf(interaction, options), questionUnseen });
  await respond(interaction, work, { expected: "private", deferAfter, log });
}
