/** Discord's limits. Lengths are counted in UTF-16 code units, which is never fewer than Discord counts. */
export const limits = {
  /** Components of a message, nested ones too: https://docs.discord.com/developers/components/reference */
  components: 40,
  /** Characters over all text of a message's components: the same page. */
  text: 4_000,
  /** Buttons in an action row: the same page, as are the next three. */
  buttonsInRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  /** Choices that autocomplete may offer, and characters of a choice's name and value:
   * https://docs.discord.com/developers/interactions/application-commands */
  choices: 25,
  choice: 100,
  /** Characters of a text option: the same page. */
  optionText: 6_000,
  /** Characters of a text input in a modal, of its title and of a label:
   * https://docs.discord.com/developers/components/reference */
  inputText: 4_000,
  modalTitle: 45,
  /** Milliseconds until the first response is due:
   * https://docs.discord.com/developers/interactions/receiving-and-responding */
  firstResponse: 3_000,
} as const;
