/** Where people ask. */
export type Platform = "discord" | "slack";

/** A reply that was given, as far as its buttons and later questions need it. */
export interface Exchange {
  /** Random, unguessable, at most 24 characters of a-z and 0-9. */
  readonly id: string;
  readonly platform: Platform;
  /** The server or workspace; null in a direct message of Discord. */
  readonly workspace: string | null;
  readonly channel: string;
  /** Thread or reply chain whose questions belong together; an exchange outside any starts one, under its own id. */
  readonly conversation: string;
  readonly user: string;
  /** The question asked; null for a command that asks none. */
  readonly question: string | null;
  /** Whether the documents answer it as it stands, so that it may be offered to others: “why?” is nothing alone. */
  readonly answered: boolean;
  readonly visibility: "public" | "private";
  /** Earlier questions that went along with it, oldest first. */
  readonly history: readonly string[];
  /** What its buttons do, by position. */
  readonly actions: readonly StoredAction[];
  /** Epoch milliseconds. */
  readonly created: number;
}

export interface StoredAction {
  /** What it is for, in its reply's words; absent from what was stored before there were roles. */
  readonly role?: string;
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

export interface Vote {
  readonly exchange: string;
  readonly user: string;
  readonly vote: "up" | "down";
  readonly created: number;
}

export interface UnansweredQuestion {
  readonly id: string;
  readonly platform: Platform;
  /** As in an exchange. */
  readonly workspace: string | null;
  readonly channel: string;
  readonly user: string;
  readonly question: string;
  readonly confidence: number;
  /** Fingerprint of the index that had no answer. */
  readonly index: string;
  readonly created: number;
  /** In which that was found. */
  readonly milliseconds?: number;
  /** Whether everyone of the server or workspace can read question and reply; if not said, they cannot. */
  readonly inPublic?: boolean;
}

/** How something was asked, and what came of it. */
export interface Asking {
  /** Whether everyone of the server or workspace can read where it was asked; if not said, they cannot. */
  readonly inPublic: boolean;
  /** Absent where no question was asked. */
  readonly result?: AskingResult;
}

export interface AskingResult {
  readonly isAnswered: boolean;
  /** From 0 to 1. */
  readonly confidence: number;
  /** In which the reply was worked out. */
  readonly milliseconds: number;
  /** Id of the source that the first quote is of; null without an answer. */
  readonly source: string | null;
}

/** A question that was asked, for whoever looks after the documents. */
export interface AskedQuestion {
  readonly platform: Platform;
  /** Null in what was kept before who asked was. */
  readonly user: string | null;
  /** One without an answer may have the question before it that it leans on (`leaning`). */
  readonly question: string;
  readonly isAnswered: boolean;
  /** From 0 to 1; null in what was kept before these were, as are the next two. */
  readonly confidence: number | null;
  readonly milliseconds: number | null;
  /** Id of the source that answered first; null without an answer. */
  readonly source: string | null;
  /** Whether not everyone of the server or workspace can read it, or that is not known. */
  readonly isPrivate: boolean;
  /** Epoch milliseconds. */
  readonly created: number;
}

/** A vote, and what it is on. */
export interface CastVote {
  readonly platform: Platform;
  readonly user: string;
  readonly vote: "up" | "down";
  /** Null where it is on no question. */
  readonly question: string | null;
  /** Id of the source that answered first, where that is known. */
  readonly source: string | null;
  readonly isPrivate: boolean;
  /** Epoch milliseconds. */
  readonly created: number;
}

/** A question that was put before people, since the documents do not answer it. */
export interface Escalation {
  /** Random, as an exchange's. */
  readonly id: string;
  /** The exchange whose button it was: each is put before them once. */
  readonly exchange: string;
  readonly platform: Platform;
  readonly workspace: string | null;
  /** Where the answer goes; null for direct messages to who asked. */
  readonly channel: string | null;
  /** The message or thread there that it belongs to. */
  readonly message: string | null;
  readonly user: string;
  readonly question: string;
  /** Whether not everyone there could read it. */
  readonly isPrivate: boolean;
  /** What names the post in the platform's channel for them; null until it is there. */
  readonly post: string | null;
  /** Epoch milliseconds. */
  readonly created: number;
}

/** Whom something is stored of. */
export interface Person {
  readonly platform: Platform;
  /** The server or workspace in which the id is theirs; null for all of them. */
  readonly workspace: string | null;
  readonly user: string;
}

export interface StoredOfPerson {
  /** Newest first. */
  readonly questions: readonly StoredQuestion[];
  /** Of them those that the documents do not answer. */
  readonly unanswered: number;
  /** Replies whose buttons still do something. */
  readonly replies: number;
  readonly votes: number;
  /** Questions of theirs that were put before people. */
  readonly escalated: number;
}

export interface StoredQuestion {
  readonly question: string;
  /** Epoch milliseconds. */
  readonly created: number;
  /** Whether the answer was for them alone. */
  readonly isPrivate: boolean;
}

/** What must outlive a message. Several processes may share one. */
export interface Store {
  saveExchange(exchange: Exchange, asked?: Asking): Promise<void>;
  findExchange(id: string): Promise<Exchange | null>;
  /** @returns the questions of a conversation, oldest first, at most `limit` of the last ones */
  history(platform: Platform, conversation: string, limit: number): Promise<readonly string[]>;
  /** @returns whether the bot has answered in this conversation */
  knowsConversation(platform: Platform, conversation: string): Promise<boolean>;
  /** A user's last vote on an exchange counts. @returns whether it is their first on it, or another than before */
  saveVote(vote: Vote): Promise<boolean>;
  countVotes(exchange: string): Promise<{ readonly up: number; readonly down: number }>;
  saveUnanswered(question: UnansweredQuestion): Promise<void>;
  /**
   * Questions to offer to the people of a server or workspace while they type: answered, asked in public there, and by
   * two of them at least, so that nobody reads in a list what one person asked, or what was asked somewhere else.
   * Differences of case, space and final marks don't make another question.
   *
   * @returns those that most people asked first
   */
  popularQuestions(platform: Platform, workspace: string, limit: number): Promise<readonly string[]>;
  /** @returns the questions asked since a time (epoch milliseconds), oldest first */
  listAsked(since: number): Promise<readonly AskedQuestion[]>;
  /** @returns the votes since a time (epoch milliseconds) on answers that are kept, oldest first */
  listVotes(since: number): Promise<readonly CastVote[]>;
  /** @returns whether it is the first of its exchange, from any process: else it is not saved */
  saveEscalation(escalation: Escalation): Promise<boolean>;
  /** Finds one by its id, or by what names its post. */
  findEscalation(
    by: { readonly id: string } | { readonly platform: Platform; readonly post: string },
  ): Promise<Escalation | null>;
  /** Notes what names its post; null where there is none, and it may be tried again. */
  settleEscalation(id: string, post: string | null): Promise<void>;
  /** @returns whether this is the first call with that key, from any process: what makes a repeated delivery harmless */
  isFirstDelivery(key: string, now: number): Promise<boolean>;
  listPersonal(person: Person): Promise<StoredOfPerson>;
  /**
   * Deletes what is stored of a person: what they asked, also where it is kept with what others asked after it, their
   * votes, and what the buttons under their answers do. What others asked stays.
   *
   * @returns rows deleted
   */
  forgetPerson(person: Person): Promise<number>;
  /** Deletes what is older than `before` (epoch milliseconds). @returns rows deleted */
  expire(before: number): Promise<number>;
  /** @returns whether it can be written, and outlives this process; never throws */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}
