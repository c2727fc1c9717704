import type { Answer } from "../answering/answer.ts";
import type { Action, Reply } from "../replies/reply.ts";

/** What the buttons of a private answer show is private too, whatever they run; another one shows it to everyone. */
export function keepPrivate(reply: Reply, command: string, { question, status }: Answer): Reply {
  const share: Action = { role: "share", label: "Share", command, options: { question } };
  const items = reply.items.map((item) => {
    if (item.kind !== "actions") return item;
    const actions = item.actions.map((action) => ({ ...action, options: { ...action.options, private: true } }));
    return { ...item, actions: status === "answered" ? [...actions, share] : actions };
  });
  return { ...reply, items };
}
