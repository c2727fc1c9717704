import type { Platform } from "../store/store.ts";

/** Who asks, and where. */
export interface Requester {
  readonly platform: Platform;
  /** The server or workspace; null in a direct message of Discord. */
  readonly workspace: string | null;
  readonly channel: string;
  /** Thread or reply chain whose questions belong together; null where there is none. */
  readonly conversation: string | null;
  readonly user: string;
  /** Whether everyone of the server or workspace can read there, as far as is known; if not said, they cannot. */
  readonly inPublic?: boolean;
  /** Whether people of other servers or workspaces may read what is put before people. */
  readonly peopleElsewhere?: boolean;
  /** What the person is called there; shown where they share something. */
  readonly name?: string;
}
