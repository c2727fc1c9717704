/** Slack does not take the blocks or the length of a message: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const FORM = new Set([
  "block_mismatch",
  "invalid_arguments",
  "invalid_attachments",
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_payload",
  "markdown_text_conflict",
  "metadata_too_large",
  "msg_blocks_too_long",
  "msg_too_long",
  "too_many_attachments",
]);

/** Whether a message in plain words may go where Slack refused it as it was. */
export function isOfForm(code: string): boolean {
  return FORM.has(code);
}

const INVITE = "I am not in that channel. Invite me, and I answer where you asked.";
const NO_REPLIES = "That message takes no replies of mine.";
const reasons: Readonly<Record<string, string>> = {
  cannot_reply_to_message: NO_REPLIES,
  channel_not_found: INVITE,
  is_archived: "That channel is archived, so nobody can write there.",
  message_not_found: NO_REPLIES,
  no_permission: "I lack the permission to write there.",
  not_in_channel: INVITE,
  restricted_action_non_threadable_channel: "In that channel there are no threads in which I could answer.",
  restricted_action_thread_locked: "That thread is locked, so I cannot write there.",
  restricted_action_thread_only_channel: "In that channel I may answer in threads only.",
  thread_locked: "That thread is locked, so I cannot write there.",
  thread_not_found: NO_REPLIES,
  user_not_in_channel: INVITE,
};

/** Why an answer does not stand where it was asked for, to the person who asked. @param code Slack's name of the reason */
export function whyNotThere(code: string): string {
  const known = reasons[code];
  if (known !== undefined) return known;
  if (code.startsWith("restricted_action")) return "Who may write there is restricted, and I may not.";
  return `Slack did not let me write there (${code}).`;
}
