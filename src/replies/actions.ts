import { type Action, type ActionRole, actionRoles, type Reply } from "./reply.ts";

/** The actions of a reply, in the order in which its buttons are counted. */
export function actionsOf(reply: Reply): readonly Action[] {
  return reply.items.flatMap((item) => (item.kind === "actions" ? item.actions : []));
}

/** An action as a store gives it back. */
export interface KeptAction extends Omit<Action, "role"> {
  /** Absent from what was kept before actions had roles. */
  readonly role?: string;
}

/** @returns the action with its role; one kept before there were roles gets the role of what it does */
export function toAction({ label, command, options, role }: KeptAction): Action {
  const known = actionRoles.find((name) => name === role);
  return { role: known ?? roleBefore({ label, command, options }), label, command, options };
}

/** The buttons there were before roles were kept, by what told them apart then. */
function roleBefore({ label, command, options }: KeptAction): ActionRole {
  if (command === "sources") return "sources";
  if (command === "feedback") return options["vote"] === "up" ? "vote-up" : "vote-down";
  if (label === "More") return "more";
  return label === "Share" ? "share" : "other";
}
