/** Names the button of an action by its position in the reply, at most 27 characters. */
export function buttonId(exchange: string, index: number): string {
  return `${exchange}.${index}`;
}

/** What `buttonId` makes. */
export const BUTTON = /^([a-z0-9]{1,24})\.(\d{1,2})$/;
