/** Discord's limits. Lengths are counted in UTF-16 code units, which is never fewer than Discord counts. */
export const limits = {
  /** Components of a message, nested ones too: https://docs.discord.com/developers/components/reference */
  components: 40,
  /** Characters over all text of a message's components: the same page. */
  text: 4_000,
  /** Characters of a message without components: https://docs.discord.com/developers/resources/message#create-message */
  content: 2_000,
  /** Buttons in an action row: …/components/reference, as are the next two. */
  buttonsInRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  /** Characters of a command's text option: https://docs.discord.com/developers/interactions/application-commands */
  optionText: 6_000,
  /** Characters of a modal's text input: https://docs.discord.com/developers/components/reference#text-input */
  inputText: 4_000,
} as const;
