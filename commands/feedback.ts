import { defineCommand } from "../src/command.ts";
import { notice } from "../src/replies/notice.ts";

export const feedback = defineCommand({
  name: "feedback",
  description: "Say whether an answer helped",
  visibility: "private",
  hidden: true,
  options: {
    question: { kind: "text", description: "The question that was answered", required: true, max: 1_000 },
    vote: { kind: "text", description: "up or down", required: true, max: 4, hidden: true },
  },
  async run({ question, vote }, { feedback: sink }) {
    if (vote !== "up" && vote !== "down") return notice("warning", "A vote is up or down.");
    await sink.vote(question, vote);
    const text = vote === "up" ? "Thank you: noted as helpful." : "Thank you: noted as not helpful.";
    return notice("info", text);
  },
});
