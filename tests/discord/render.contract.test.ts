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
});
