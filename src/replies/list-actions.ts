import type { Action } from "./reply.ts";

/**
 * The buttons under a page of a list of quotes.
 *
 * @param options of the command whose list it is
 * @param next how much of the list the next page passes over; null where there is none
 */
export function listActions(command: string, options: Action["options"], next: number | null): Action[] {
  const more: Action[] =
    next === null ? [] : [{ role: "more", label: "More", command, options: { ...options, from: next } }];
  return [...more, { role: "other", label: "All sources", command: "sources", options: {} }];
}
