/** Path of Slack's requests to us, over HTTP. */
export const ENDPOINT = "/slack/events";

/** `callback_id` of the message shortcut. */
export const SHORTCUT = "ask_about_message";

/** `callback_id` of the form that it may open, and the ids of its one input. */
export const askForm = { callback: "ask_form", block: "question", input: "text" } as const;

/** `action_id` of the button under a question that was put before people, and the form that it opens. */
export const ANSWER_BUTTON = "answer_person";
export const answerForm = { callback: "answer_form", block: "answer", input: "text" } as const;
