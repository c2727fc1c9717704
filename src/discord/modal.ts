import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from "discord-api-types/v10";
import { cutAtWord } from "../replies/excerpt.ts";
import { ASK_ABOUT } from "./commands.ts";

export const ASK_MODAL = "ask";
export const QUESTION_INPUT = "question";

const QUESTION_WORD =
  /^(?:who|whom|whose|what|when|where|which|why|how|did|do|does|is|are|was|were|has|have|can|could)\b/i;

/** @returns the text of a message, on one line, where it is a question of at most `max` characters as it stands, or null */
export function wordedQuestion(text: string, max: number): string | null {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length > max || !/\p{L}/u.test(line)) return null;
  return line.endsWith("?") || QUESTION_WORD.test(line) ? line : null;
}

/** A window in which to word a question of at most `max` characters, beginning with a message's text. */
export function askModal(text: string, max: number): APIModalInteractionResponseCallbackData {
  const line = text.replace(/\s+/g, " ").trim();
  const value = line.slice(0, cutAtWord(line, 0, max));
  return {
    custom_id: ASK_MODAL,
    title: ASK_ABOUT,
    components: [
      {
        type: ComponentType.Label,
        label: "Your question",
        description: "It starts with the message’s words: make a question of them.",
        component: {
          type: ComponentType.TextInput,
          custom_id: QUESTION_INPUT,
          style: TextInputStyle.Paragraph,
          max_length: max,
          required: true,
          ...(value === "" ? {} : { value }),
        },
      },
    ],
  };
}
