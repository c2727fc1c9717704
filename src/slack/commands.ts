import type { App, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { parseInput, type Visibility, visibilityOf } from "../dispatch.ts";
import { ELSEWHERE, requester, type SlackContext } from "./context.ts";
import { readText } from "./incoming.ts";

/** The slash commands, one for each command that people see. */
export function handleCommands(app: App, work: SlackContext): void {
  const { bot, isFirstDelivery, deliver, identity, formatCommand } = work;
  const names = new Map(
    bot.commands.filter(({ hidden }) => hidden !== true).map(({ name }) => [formatCommand(name), name]),
  );

  app.command(
    /^\//,
    work.handler("command", async ({ command: sent, ack }: SlackCommandMiddlewareArgs) => {
      const { channel_id: channel, user_id: user } = sent;
      work.kinds.fromName(channel, sent.channel_name);
      const command = names.get(sent.command) ?? sent.command.slice(1);
      const text = readText(sent.text ?? "", identity().user);
      const origin = { team: sent.team_id, enterprise: sent.enterprise_id };
      const allowed = work.answersIn(channel) && work.knows(origin);
      // Shows everyone what was asked, where everyone sees the answer.
      const shown = allowed && visibility(work, command, text) === "public";
      await ack(shown ? { response_type: "in_channel" } : undefined);
      if (!(await isFirstDelivery(sent.trigger_id))) return;
      const place = { channel, thread: null, user, responseUrl: sent.response_url };
      if (!(await work.admits(place, origin))) return;
      if (!allowed) return deliver.tell(place, ELSEWHERE);
      const words = await work.read(sent.text ?? "");
      const from = requester(work, place, null, sent.team_id);
      const reply = await bot.handle({ command, input: { text: words } }, from, {
        formatCommand,
        questionUnseen: true,
      });
      if (reply.again !== true) await deliver.respond(place, reply);
    }),
  );
}

/** Who will see the reply, as far as the command line tells. */
function visibility({ bot, formatCommand }: SlackContext, name: string, text: string): Visibility {
  const command = bot.commands.find((known) => known.name === name);
  if (command === undefined) return "private";
  const parsed = parseInput(command, { text }, { formatCommand });
  return "problem" in parsed ? "private" : visibilityOf(command, parsed.values);
}
