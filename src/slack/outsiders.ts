import type { Identity } from "./auth.ts";

/** What a delivery tells of the one who caused it: docs.slack.dev/apis/slack-connect */
export interface Origin {
  /** The person's own workspace, or on Enterprise Grid their organisation; undefined where Slack does not say. */
  readonly team: string | undefined;
  /** The organisation of that workspace; undefined where there is none or Slack does not say. */
  readonly enterprise?: string | undefined;
  /** Whether the channel is shared with another organisation; undefined where Slack does not say. */
  readonly isShared?: boolean | undefined;
}

/** Fields of an event that name its author's workspace, the surest first. */
export interface AuthorTeams {
  readonly user_team?: string | undefined;
  readonly source_team?: string | undefined;
  readonly team?: string | undefined;
}

export function originOfEvent(
  { user_team, source_team, team }: AuthorTeams,
  { is_ext_shared_channel: isShared }: { readonly is_ext_shared_channel?: boolean },
): Origin {
  return { team: user_team ?? source_team ?? team, isShared };
}

/** Who presses a button, chooses a shortcut or sends a form. */
export interface Interaction {
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly team: { readonly id: string; readonly enterprise_id?: string } | null;
}

export function originOfInteraction({ user, team }: Interaction): Origin {
  // The organisation that is named is that of the place, which is the person's only where the workspace is.
  const own = team !== null && team.id === user.team_id;
  return { team: user.team_id, enterprise: own ? team.enterprise_id : undefined };
}

/** Whether somebody belongs to another organisation, in a channel shared by Slack Connect. In doubt they do. */
export function isOutsider({ team: own, enterprise: organisation }: Identity, origin: Origin): boolean {
  const { team, enterprise, isShared } = origin;
  if (team === undefined || isShared === false) return false;
  if (team === own || team === organisation) return false;
  // Where the app is installed for a whole organisation, its workspaces are not known by their ids.
  if (own === null && isShared !== true && enterprise === undefined) return false;
  return enterprise === undefined || enterprise !== organisation;
}
