/** The tables; booleans are 0 or 1, times epoch milliseconds, which Postgres's client hands over as text. */
export interface Tables {
  exchange: {
    id: string;
    platform: string;
    workspace: string | null;
    channel: string;
    conversation: string;
    requester: string;
    question: string | null;
    answered: number;
    visibility: string;
    /** What the question is counted under among the popular ones; null when nobody else is to read it. */
    topic: string | null;
    history: string;
    actions: string;
    created: number | string;
  };
  vote: { exchange: string; voter: string; vote: string; created: number };
  unanswered: {
    id: string;
    platform: string;
    workspace: string | null;
    channel: string;
    /** Null in what was kept before who asked was. */
    requester: string | null;
    question: string;
    confidence: number;
    fingerprint: string;
    created: number;
  };
  claim: { name: string; created: number };
}
