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
    /** "answered" or "unanswered"; null where nothing was asked, or in what was kept before this was. */
    status: string | null;
    confidence: number | null;
    milliseconds: number | null;
    /** Id of the source that answered first. */
    source: string | null;
    /** Whether everyone there can read question and reply; null in what was kept before this was. */
    in_public: number | null;
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
    milliseconds: number | null;
    in_public: number | null;
    created: number;
  };
  escalation: {
    id: string;
    exchange: string;
    platform: string;
    workspace: string | null;
    channel: string | null;
    message: string | null;
    requester: string;
    question: string;
    is_private: number;
    post: string | null;
    created: number | string;
  };
  claim: { name: string; created: number };
}
