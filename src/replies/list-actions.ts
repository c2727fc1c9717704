import type { Action } from "./reply.ts";

/**
 * The button for the next page of a list.
 *
 * @param options of the command whose list it is
 * @param next how much of the list the next page passes over; null where there is none
 * @returns none where there is no next page
 */
export function moreActions(command: string, options: Action["options"], next: number | null): Action[] {
  return next === null ? [] : [{ role: "more", label: "More", command, options: { ...options, from: next } }];
}

/** The buttons under a page of a list of quotes, as `moreActions` is given it. */
export function listActions(command: string, options: Action["options"], next: number | null): Action[] {
  return [
    ...moreActions(command, options, next),
    { role: "other", label: "All sources", command: "sources", options: {} },
  ];
}
