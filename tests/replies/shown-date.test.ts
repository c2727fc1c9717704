import { describe, expect, it, test } from "vitest";
import { describeDate, momentOf } from "../../src/replies/shown-date.ts";

describe("a date of ours", () => {
  it.each([
    ["2016-12-30", null, null, "Fri 30 December 2016"],
    ["2016-12-30", "afternoon", "on Friday", "Fri 30 December 2016, afternoon, from “on Friday”"],
    ["2016-12", null, "next month", "December 2016, from “next month”"],
    ["2016", null, null, "2016"],
  ])("%s, %s, %s", (iso, partOfDay, words, shown) => {
    expect(describeDate({ kind: "date", date: { iso, partOfDay }, words })).toBe(shown);
  });
});

test.each(["Pacific/Honolulu", "America/New_York", "Europe/Moscow", "Asia/Tokyo", "Pacific/Auckland"])(
  "a reader in %s has that very day when it begins a year, and when it ends one",
  (timeZone) => {
    const dayThere = (iso: string) => new Date(momentOf(iso) * 1_000).toLocaleDateString("sv", { timeZone });
    for (const iso of ["2017-01-01", "2016-12-31", "2016-07-01"]) expect(dayThere(iso)).toBe(iso);
  },
);
