import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRateLimits, type Sender } from "../../src/chat/rate-limits.ts";

const from = (user: string, channel: string, platform = "discord"): Sender => ({ platform, channel, user });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("limits", () => {
  it("refuse a person's next request within the minute, saying how many seconds are left", async () => {
    const limits = createRateLimits({ perUser: 2, perChannel: 100 });
    expect(await limits.take(from("1", "a"))).toBeNull();
    vi.advanceTimersByTime(20_500);
    expect(await limits.take(from("1", "b"))).toBeNull();
    expect(await limits.take(from("1", "c"))).toBe(40);
    expect(await limits.take(from("2", "c"))).toBeNull();
    vi.advanceTimersByTime(39_000);
    expect(await limits.take(from("1", "c"))).toBe(1);
    vi.advanceTimersByTime(500);
    expect(await limits.take(from("1", "c"))).toBeNull();
  });

  it("refuse a channel's next request, whoever asks, and no other channel's", async () => {
    const limits = createRateLimits({ perUser: 100, perChannel: 2 });
    expect(await limits.take(from("1", "a"))).toBeNull();
    expect(await limits.take(from("2", "a"))).toBeNull();
    expect(await limits.take(from("3", "a"))).toBe(60);
    expect(await limits.take(from("3", "b"))).toBeNull();
  });

  it("let no single person use up a channel", async () => {
    const limits = createRateLimits({ perUser: 1, perChannel: 2 });
    await limits.take(from("1", "a"));
    for (let i = 0; i < 10; i++) expect(await limits.take(from("1", "a"))).toBe(60);
    expect(await limits.take(from("2", "a"))).toBeNull();
  });

  it("tell the platforms apart, and users from channels", async () => {
    const limits = createRateLimits({ perUser: 1, perChannel: 1 });
    expect(await limits.take(from("1", "2"))).toBeNull();
    expect(await limits.take(from("2", "1"))).toBeNull();
    expect(await limits.take(from("1", "2", "slack"))).toBeNull();
  });
});
