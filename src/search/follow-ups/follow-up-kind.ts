/**
 * What a message wants of the answer before it.
 *
 * - "source": where it stands. "sure": whether others say so too. "more": its further excerpts.
 * - "bare": the reason, the date, the place, … of it: "why?", "when was that?"
 * - "speaker": who said it: "who said so?"
 * - "else": another answer to the same question: "what else did he say?"
 * - "instead": the same of something else: "and Lavrov?", "what about the school?"
 * - "anaphor": a question of its own with a word that stands for something said before: "did he pin it?"
 */
export type FollowUpKind = "source" | "sure" | "more" | "bare" | "speaker" | "else" | "instead" | "anaphor";
