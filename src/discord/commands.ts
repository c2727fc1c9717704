import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Command, Option } from "../command.ts";
import { limits } from "./limits.ts";

/** The entry in the menu of a message. */
export const ASK_ABOUT = "Ask about this message";

/**
 * The commands as Discord is to know them, for servers and for people who install the app for themselves.
 *
 * @param guild for one server: where a command may be used is then no question
 */
export function toRegistration(commands: readonly Command[], guild: string | null): Registration[] {
  const where =
    guild === null
      ? {
          integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
          contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
        }
      : {};
  const shown = commands.filter(({ hidden }) => hidden !== true);
  return [
    ...shown.map(({ name, description, options }) => ({
      type: ApplicationCommandType.ChatInput as const,
      name,
      description,
      options: Object.entries<Option>(options)
        .filter(([, option]) => option.hidden !== true)
        .map(([option, definition]) => toOption(option, definition)),
      ...where,
    })),
    { type: ApplicationCommandType.Message as const, name: ASK_ABOUT, ...where },
  ];
}

export type Registration = RESTPostAPIApplicationCommandsJSONBody;

function toOption(name: string, option: Option): APIApplicationCommandOption {
  const base = { name, description: option.description, required: option.required === true };
  switch (option.kind) {
    case "text":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(option.max, limits.optionText),
        autocomplete: option.complete !== undefined,
      };
    case "integer":
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
    case "flag":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    default:
      return option satisfies never;
  }
}
