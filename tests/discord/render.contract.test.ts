import { renderDiscord } from "../../src/discord/render.ts";
import { describeRenderer } from "../replies/contract.ts";
import { checkAgainstDescription } from "./openapi.ts";
import { checkMessage } from "./rules.ts";
import { textsOf, visibleText } from "./visible-text.ts";

describeRenderer({
  platform: "Discord",
  render: (reply) => renderDiscord(reply, "abcdefghijklmnopqrstuvwx"),
  problems: (payload) => [
    ...checkMessage({ ...payload }),
    ...checkAgainstDescription("POST", "/channels/1/messages", payload),
  ],
  visibleText: ({ components }) => textsOf(components).map(visibleText).join("\n"),
  codes: ({ components }) => {
    const text = textsOf(components).join("\n");
    return [...text.matchAll(/^```\n(.*?)\n```$/gms)].map(([, code = ""]) => code);
  },
  items: ({ components }) => {
    const lines = textsOf(components).join("\n").split("\n");
    return lines.flatMap((line) => {
      const [, indent = "", bullet = "", words] = /^> ( *)(-|\d+\.) (.*)$/.exec(line) ?? [];
      if (words === undefined) return [];
      return `${indent}${bullet.replace("-", "•")} ${visibleText(words).replace(/ \[\d+\]$/, "")}`;
    });
  },
});
