/** @returns the word with a capital at its beginning */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
