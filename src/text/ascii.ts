/** Whether a code unit is a letter of ASCII. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Whether it is a digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a word is written in small letters of ASCII alone but for the first one: it has no parts then. */
export function isOneWord(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!(code >= 97 && code <= 122) && !(at === start && code >= 65 && code <= 90)) return false;
  }
  return true;
}
