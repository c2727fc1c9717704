import type { Somebody } from "../src/answering/people/people.ts";
import { defineCommand } from "../src/command.ts";
import { peopleReply, whoReply } from "../src/replies/from-people.ts";
import { fold } from "../src/text/fold.ts";

export const who = defineCommand({
  name: "who",
  description: "Who somebody or an organisation is, and what they said and did; without a name, everybody",
  visibility: "public",
  options: {
    name: {
      kind: "text",
      description: "A name, a part of one, or an office",
      max: 200,
      complete: (typed, knowledge) => {
        const wanted = fold(typed.trim());
        const named = knowledge.knownPeople.map((one) => ({ name: one.name, at: wordAt(one, wanted) }));
        const found = [...named.filter(({ at }) => at === "start"), ...named.filter(({ at }) => at === "within")];
        return found.map(({ name }) => ({ name, value: name }));
      },
    },
    from: { kind: "integer", description: "How many to leave out", min: 0, max: 100_000, hidden: true },
  },
  async run({ name = "", from = 0 }, { knowledge, formatCommand }) {
    const options = { from, formatCommand };
    if (name.trim() === "") return peopleReply(await knowledge.people(), options);
    return whoReply(name, await knowledge.who(name), options);
  },
});

/** Whether a word of somebody's names begins with what is typed, or only has it somewhere. */
function wordAt({ name, otherNames }: Somebody, wanted: string): "start" | "within" | null {
  const names = [name, ...otherNames].map((one) => ` ${fold(one)}`);
  if (names.some((one) => one.includes(` ${wanted}`))) return "start";
  return names.some((one) => one.includes(wanted)) ? "within" : null;
}
