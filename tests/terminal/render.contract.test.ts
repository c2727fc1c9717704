import { renderTerminal } from "../../src/terminal/render.ts";
import { describeRenderer } from "../replies/contract.ts";

const WIDTH = 100;

describeRenderer<string>({
  platform: "terminal",
  render: (reply) => renderTerminal(reply, { width: WIDTH, color: false }),
  problems: (shown) => [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
    ...[...shown.matchAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g)].map(
      ([control]) => `a control character, U+${control.codePointAt(0)?.toString(16)}`,
    ),
  ],
  visibleText: (shown) => shown.replace(/^│ /gm, ""),
  codes: (shown) => {
    const runs = [...shown.matchAll(/(?:^│ {5}.*\n)+/gm)].map(([run]) => run);
    return runs.map((run) => run.replace(/^│ {5}/gm, "").replace(/\n$/, ""));
  },
  items: (shown) =>
    [...shown.matchAll(/^│ ( *(?:•|\d+\.) .*)$/gm)].map(([, item = ""]) =>
      item.replaceAll("**", "").replace(/ \[\d+\]$/, ""),
    ),
});
