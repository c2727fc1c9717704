import { defineCommand } from "../src/command.ts";
import { differencesReply } from "../src/replies/from-differences.ts";

export const differences = defineCommand({
  name: "differences",
  description: "Where the sources differ on one thing: what each says, and which is newer",
  visibility: "public",
  options: {
    about: { kind: "text", description: "Words that narrow it down, such as: dead, school, Lavrov", max: 200 },
    from: { kind: "integer", description: "Quotes to pass over", min: 0, max: 10_000, hidden: true },
  },
  async run({ about = "", from = 0 }, { knowledge }) {
    const wanted = /[\p{L}\p{N}]/u.test(about) ? about.trim() : "";
    const documents = knowledge.sources.length;
    return differencesReply(await knowledge.differences(wanted), { about: wanted, from, documents });
  },
});
