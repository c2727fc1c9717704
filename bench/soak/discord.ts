import type { APIMessage } from "discord-api-types/v10";
import type { Knowledge } from "../../src/index.ts";
import { startHarness } from "../../tests/discord/harness.ts";
import { APPLICATION, ann, ben, bot, OTHER, THREAD } from "../../tests/discord/world.ts";
import type { Conversation, Line } from "./script.ts";
import { inTime, type Stage } from "./soak.ts";

/** The real client and bot before a Discord of our own, told apart by the message that each answer replies to. */
export async function openDiscordStage(knowledge: Knowledge): Promise<Stage> {
  const harness = await startHarness({ knowledge });
  const { discord } = harness;
  const { world } = discord;
  /** How often each message or interaction was answered, by its id. */
  const answers = new Map<string, number>();
  const said = new Map<string, string>();
  const asked = new Set<string>();
  /** Messages that are over and done with. */
  const past = new Set<string>();

  const tally = (id: string) => answers.set(id, (answers.get(id) ?? 0) + 1);

  async function ask({ said: question, speaker, way }: Line, place: Conversation["place"], last: APIMessage | null) {
    const user = speaker === 0 ? ann : ben;
    if (place === "command") {
      const shown = discord.slash("ask", { question }, { user });
      const interaction = [...world.interactions.values()].at(-1);
      if (interaction === undefined) throw new Error("no interaction was sent");
      asked.add(interaction.id);
      if (await inTime(shown)) tally(interaction.id);
      return null;
    }
    const channel = place === "direct" ? null : place === "thread" ? THREAD : OTHER;
    const isReply = place === "thread" && last !== null && way === 0;
    const words = place === "direct" || isReply ? question : `<@${APPLICATION}> ${question}`;
    const { message, answer } = discord.say(words, { user, channel, ...(isReply ? { replyTo: last } : {}) });
    asked.add(message.id);
    const isAnswered = await inTime(answer);
    past.add(message.id);
    return isAnswered ? answer : null;
  }

  function chat({ said: words, speaker, way }: Line, place: Conversation["place"], last: APIMessage | null): void {
    const text = words.replace(/^@\w+/, `<@${(speaker === 0 ? ben : ann).id}>`);
    const channel = place === "thread" ? THREAD : OTHER;
    // A reply to the bot's message that does not mention it is said to the others.
    const reply = last !== null && way === 0 ? { replyTo: last, ping: false } : {};
    const { message } = discord.say(text, { user: speaker === 0 ? ann : ben, channel, ...reply });
    said.set(message.id, words);
    past.add(message.id);
  }

  return {
    async play({ place, lines }) {
      let last: APIMessage | null = null;
      for (const line of lines) {
        if (line.toBot) last = await ask(line, place, last);
        else chat(line, place, last);
      }
    },
    count() {
      const byNonce = new Map([...world.nonces].map(([nonce, message]) => [message.id, nonce]));
      const responses = new Set([...world.interactions.values()].map(({ original }) => original?.id));
      for (const { id, author, message_reference } of world.messages.values()) {
        if (author.id !== bot.id) continue;
        if (!responses.has(id)) tally(message_reference?.message_id ?? byNonce.get(id) ?? id);
        world.messages.delete(id);
        const nonce = byNonce.get(id);
        if (nonce !== undefined) world.nonces.delete(nonce);
      }
      for (const id of past) {
        world.messages.delete(id);
        world.waiting.delete(id);
      }
      past.clear();
      for (const [token, { id }] of world.interactions) if (answers.has(id)) world.interactions.delete(token);
      const counts = [...answers].filter(([id]) => !said.has(id));
      return {
        questions: asked.size,
        answered: counts.filter(([id]) => asked.has(id)).length,
        // What answers nothing that was said is one too many as well.
        twice: counts.reduce((sum, [id, count]) => sum + count - (asked.has(id) ? 1 : 0), 0),
        chatter: said.size,
        answeredChatter: [...said].flatMap(([id, words]) => (answers.has(id) ? [words] : [])),
      };
    },
    close: () => harness[Symbol.asyncDispose](),
  };
}
