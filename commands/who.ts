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
        const wanted = fold(typed);
        return knowledge.knownPeople
          .filter(({ name, otherNames }) => [name, ...otherNames].some((one) => fold(one).includes(wanted)))
          .map(({ name }) => ({ name, value: name }));
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
