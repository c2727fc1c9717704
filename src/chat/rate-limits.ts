import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Who asks, and where. */
export interface Sender {
  readonly platform: string;
  readonly channel: string;
  readonly user: string;
}

export interface RateLimits {
  /** Counts one request. @returns null when it is within the limits, else in how many seconds (1 to 60) to try again */
  take(sender: Sender): Promise<number | null>;
}

export interface RateLimitOptions {
  /** Requests of one person in a minute. */
  readonly perUser: number;
  /** Requests in one channel in a minute, whoever asks. */
  readonly perChannel: number;
}

/** Seconds of a window. */
const WINDOW = 60;

/**
 * Limits kept in this process's memory: what they guard is this process, and a restart may forgive. A window starts with
 * its first request. A person who is refused takes nothing from their channel.
 */
export function createRateLimits({ perUser, perChannel }: RateLimitOptions): RateLimits {
  const users = new RateLimiterMemory({ points: perUser, duration: WINDOW });
  const channels = new RateLimiterMemory({ points: perChannel, duration: WINDOW });
  return {
    async take({ platform, channel, user }) {
      return (await consume(users, `${platform}:${user}`)) ?? (await consume(channels, `${platform}:${channel}`));
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    // The library refuses by throwing its result.
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw refusal;
  }
}
