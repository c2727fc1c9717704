/** The text that a reader sees of blocks, in order; nothing in rich or plain text is markup, so it is read as it is. */
export function visibleText(value: unknown): string {
  if (Array.isArray(value)) return value.map(visibleText).join("");
  if (typeof value !== "object" || value === null) return "";
  const { type, text, fallback, ...rest } = value as { type?: unknown; text?: unknown; fallback?: unknown };
  if (type === "date" && typeof fallback === "string") return fallback;
  if (typeof text === "string") return type === "mrkdwn" ? unescapeMarkup(text) : text;
  return visibleText(text) + Object.values(rest).map(visibleText).join("");
}

function unescapeMarkup(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
