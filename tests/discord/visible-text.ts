import { parse } from "discord-markdown-parser";

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly name?: string;
  readonly timestamp?: string;
}

/** As `<t:…:D>` is shown to a reader of British English. */
const longDate = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What a reader sees of a text in Discord's markdown; a mention or a custom emoji shows as nothing. */
export function visibleText(markdown: string): string {
  return (parse(markdown, "extended") as readonly Node[]).map(textOf).join("");
}

function textOf({ type, content, name, timestamp }: Node): string {
  if (type === "timestamp") return longDate.format(new Date(Number(timestamp) * 1_000));
  if (type === "br" || type === "newline") return "\n";
  if (type === "twemoji") return name ?? "";
  if (content === undefined) return "";
  return typeof content === "string" ? content : content.map(textOf).join("");
}

/** The texts of a message's components, in order. */
export function textsOf(components: readonly object[]): string[] {
  return (components as readonly Component[]).flatMap(({ content, components: inner = [], accessory }) => [
    ...(content === undefined ? [] : [content]),
    ...textsOf(inner),
    ...(accessory === undefined ? [] : textsOf([accessory])),
  ]);
}

interface Component {
  readonly content?: string;
  readonly components?: readonly object[];
  readonly accessory?: object;
}
