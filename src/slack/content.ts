/** What Slack shows below a message: another message that was shared, or what an app embeds. */
interface Attachment {
  /** A message that was forwarded, or that a link leads to. */
  readonly is_share?: boolean | undefined;
  readonly is_msg_unfurl?: boolean | undefined;
  /** Of a link to a message of a private channel: only who is in there sees what stands below it. */
  readonly private_channel_prompt?: boolean | undefined;
  readonly title?: string | undefined;
  readonly pretext?: string | undefined;
  readonly text?: string | undefined;
  /** The same in plain words: of a shared message its text behind "[date] name: ". */
  readonly fallback?: string | undefined;
  readonly fields?: readonly { readonly title?: string; readonly value?: string }[] | undefined;
}

/** A message as far as it holds words. */
export interface Written {
  readonly text?: string | undefined;
  readonly attachments?: readonly object[] | undefined;
}

/** Words as Slack writes them. */
export interface Words {
  readonly text: string;
  /** Whether they are another message's, or an app's: nobody who reads the answer sees them as the question. */
  readonly isBorrowed: boolean;
}

/** Links to messages of Slack's own: whoever shares one by its link writes no more than that. */
const PERMALINK = /<https?:\/\/[\w-]+(?:\.enterprise)?\.slack\.com\/archives\/[^>]*>/g;
const LINK = /<(?:https?|mailto):[^>]*>/g;
/** Stands before a shared message's text in its fallback. */
const BYLINE = /^\[[^\]]*\]\s*[^:\n]{1,80}:\s+/;

/** What a message says: its own text, else that of the message which it shares, else what an app embeds in it. */
export function wordsOf({ text = "", attachments = [] }: Written): Words {
  const own = text.replace(PERMALINK, " ").trim();
  const borrowed = borrowedOf(attachments);
  const says = /[^\s]/.test(own.replace(/<@[A-Z0-9]+(?:\|[^>]*)?>/g, " ").replace(LINK, " "));
  return says || borrowed === null ? { text: own, isBorrowed: false } : { text: borrowed, isBorrowed: true };
}

/** The words of what is shared or embedded in a message; null where there are none. */
export function borrowedOf(attachments: readonly object[] = []): string | null {
  const all = (attachments as readonly Attachment[]).filter(isForAll);
  const shared = all.filter(({ is_share, is_msg_unfurl }) => is_share === true || is_msg_unfurl === true);
  const texts = [...shared.map(textOfShared), ...all.map(textOfEmbedded)];
  return texts.find((text) => text !== "") ?? null;
}

/** Whoever forwards a message of a private channel shows it to all; whoever only links to it does not. */
function isForAll({ is_share, private_channel_prompt }: Attachment): boolean {
  return is_share === true || private_channel_prompt !== true;
}

function textOfShared({ text, fallback = "" }: Attachment): string {
  return text?.trim() || fallback.replace(BYLINE, "").trim();
}

function textOfEmbedded({ pretext, title, text, fields = [], fallback }: Attachment): string {
  const parts = [pretext, title, text, ...fields.flatMap((field) => [field.title, field.value])];
  const said = parts.map((part) => part?.trim() ?? "").filter((part) => part !== "");
  return said.length > 0 ? said.join("\n") : (fallback?.trim() ?? "");
}
