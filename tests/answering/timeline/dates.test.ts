import { describe, expect, it } from "vitest";
import { findHappenings } from "../../../src/answering/timeline/happenings.ts";
import { toDocuments } from "../../../src/documents/given-documents.ts";
import { buildIndex } from "../../../src/search/build-index.ts";

type Row = readonly [text: string, ...dates: string[]];

/** Each text as a document of its own. @returns what is dated in each: its date, and the part of the day */
function datesOf(rows: readonly Row[], source: { published?: string } = {}, title = "Notes"): string[][] {
  const documents = toDocuments(rows.map(([text], i) => ({ id: `row-${i}`, title, text, source })));
  const found = [...findHappenings(buildIndex(documents))].flat();
  return documents.map((document) =>
    found
      .filter((one) => one.document === document)
      .map(({ date }) => [date.iso, date.partOfDay ?? []].flat().join(" ")),
  );
}

function holds(rows: readonly Row[], source: { published?: string } = {}, title?: string): void {
  const found = datesOf(rows, source, title);
  it.each(rows.map(([text, ...dates], i) => ({ text, dates, i })))("$text", ({ dates, i }) => {
    expect(found[i]).toEqual(dates);
  });
}

/** A Thursday. */
const NEWS = { published: "2021-09-16" };

describe("a report of Thursday, 16 September 2021, counts back where it tells what was", () => {
  holds(
    [
      ["The bridge collapsed on Tuesday.", "2021-09-14"],
      ["The mayor resigned Thursday.", "2021-09-16"],
      ["Divers reached the wreck early on Wednesday.", "2021-09-15 early"],
      ["A fire broke out late Friday in the mill.", "2021-09-10 late"],
      ["Police arrested two men on Sunday night.", "2021-09-12 night"],
      ["Workers found the leak on Monday morning.", "2021-09-13 morning"],
      ["Monday's landslide buried two cars.", "2021-09-13"],
      ["The pool closed last Thursday.", "2021-09-09"],
      ["The pool opened last Monday.", "2021-09-13"],
      ["This Tuesday the pool was cleaned.", "2021-09-14"],
      ["The lawn was cut on Tuesday last week.", "2021-09-07"],
      ["The storm hit the coast yesterday.", "2021-09-15"],
      ["The ferry capsized yesterday afternoon off the pier.", "2021-09-15 afternoon"],
      ["The power failed last night.", "2021-09-15 night"],
      ["The power failed the day before yesterday.", "2021-09-14"],
      ["The minister flew home this morning.", "2021-09-16 morning"],
      ["The company today announced that it has bought the mill.", "2021-09-16"],
      ["The ship sank three days ago.", "2021-09-13"],
      ["The ship sank 12 days ago.", "2021-09-04"],
      ["The dam broke two weeks ago.", "2021-09"],
      ["The mine closed a month ago.", "2021-08"],
      ["The tower fell ten years ago.", "2011"],
      ["The plant was shut last week.", "2021-09"],
      ["The team trained hard last month.", "2021-08"],
      ["The bank failed last year.", "2020"],
      ["Three pubs have closed this year.", "2021"],
      ["The river rose in April.", "2021-04"],
      ["The river rose in October.", "2020-10"],
      ["The old pier burnt down in November last year.", "2020-11"],
      ["Last July the museum was robbed.", "2021-07"],
      ["Last October the museum was robbed.", "2020-10"],
      ["The sluice jammed on 2 September.", "2021-09-02"],
      ["The sluice jammed on 2 November.", "2020-11-02"],
      ["The firm reported on Nov. 12 that sales had fallen.", "2020-11-12"],
      ["The march passed on Tuesday and Wednesday.", "2021-09-14"],
      ["Votes were counted from Monday to Wednesday.", "2021-09-13"],
    ],
    NEWS,
  );
});

describe("a day that is denied, or of a year that is not ours, is none", () => {
  holds(
    [
      ["The dam broke on 3 May 2020 and not on 4 May 2020.", "2020-05-03"],
      ["The hall closed on 3 May 2021 rather than on 4 May 2021.", "2021-05-03"],
      ["The emperor was killed on 15 March 44 BC."],
      ["The town burnt on 19 July, AD 64."],
      ["On 1 May 865, the boats came up the river."],
      ["The calendar begins on 1 January 0001."],
      ["On 3 May 300 people marched to the mill.", "2021-05-03"],
    ],
    NEWS,
  );
});

describe("the same report counts ahead where something lies ahead", () => {
  holds(
    [
      ["The council will vote on Tuesday.", "2021-09-21"],
      ["The school is to reopen on Monday.", "2021-09-20"],
      ["The ferry is due back on Saturday afternoon.", "2021-09-18 afternoon"],
      ["The court is expected to rule by Friday.", "2021-09-17"],
      ["Crews will clear the road tomorrow.", "2021-09-17"],
      ["Crews will clear the road the day after tomorrow.", "2021-09-18"],
      ["The mayor will speak at 7:15-7:45 p.m. CET today.", "2021-09-16 7:15-7:45 p.m."],
      ["The choir will sing tonight.", "2021-09-16 night"],
      ["The bank will open a branch next year.", "2022"],
      ["The hearing is set for next month.", "2021-10"],
      ["The trial begins in three weeks.", "2021-10"],
      ["The mayor hopes to finish in two days' time.", "2021-09-18"],
      ["The river will be dredged in April.", "2022-04"],
      ["The deal is expected to close by the end of October.", "2021-10"],
      ["The festival will return next May.", "2022-05"],
      ["The sluice will open on 2 November.", "2021-11-02"],
      ["The judge has scheduled a March 2 hearing.", "2022-03-02"],
      ["The pool will open next Monday.", "2021-09-20"],
      ["The vote on Tuesday next week will be close.", "2021-09-21"],
      ["This Saturday the pool will be closed.", "2021-09-18"],
      ["Discounted rooms go away on 30 September.", "2021-09-30"],
      ["Tickets may be given back by 7 October.", "2021-10-07"],
      ["By 2030 the line will reach the coast.", "2030"],
      // The 18th to some, the 25th to others.
      ["The pool will close next Saturday.", "2021-09"],
    ],
    NEWS,
  );
});

describe("a date written out is that date, in whatever form", () => {
  holds(
    [
      ["The treaty was signed on 3 May 1998.", "1998-05-03"],
      ["The treaty was signed on May 3, 1998.", "1998-05-03"],
      ["The treaty was signed on the 3rd of May 1998.", "1998-05-03"],
      ["The treaty was signed on 1998-05-03.", "1998-05-03"],
      ["The treaty was signed on 03.05.1998.", "1998-05-03"],
      ["The treaty was signed on 25/05/1998.", "1998-05-25"],
      ["The treaty was signed on 05/25/1998.", "1998-05-25"],
      ["The treaty was signed on Sunday, 3 May 1998, at noon.", "1998-05-03 noon"],
      ["On the evening of 3 May 1998 the treaty was signed.", "1998-05-03 evening"],
      ["In May 1998 the treaty was signed.", "1998-05"],
      ["The war ended in 1918.", "1918"],
      ["The club has played here since 1974.", "1974"],
      ["The canal was dug between 1820 and 1826.", "1820"],
      ["The strike lasted from 3 to 7 May 2019.", "2019-05-03"],
      ["The fair ran from 30 April to 2 May 2019.", "2019-04-30"],
      ["The great flood came on Christmas Eve 1717.", "1717-12-24"],
      ["The Boxing Day storm in 1998 took the roof.", "1998-12-26"],
      ["In the winter of 2003 the lake froze.", "2003"],
      ["At the end of 2016 the mill stood empty.", "2016"],
      ["The quake struck at 7:37 am on Tuesday.", "2021-09-14 7:37 am"],
      ["On Tuesday at 9:15 p.m. the lights went out.", "2021-09-14 9:15 p.m."],
      ["The council met on Tuesday from 7:15-7:45 a.m. in the hall.", "2021-09-14 7:15-7:45 a.m."],
    ],
    NEWS,
  );
});

describe("a date is counted from the one told before", () => {
  holds(
    [
      ["The lock jammed on 3 September. It opened the next day.", "2021-09-03", "2021-09-04"],
      ["The lock jammed on 3 September. It opened two days later.", "2021-09-03", "2021-09-05"],
      ["The lock jammed on 3 September. A day earlier it had creaked.", "2021-09-03", "2021-09-02"],
      ["The lock jammed on 3 September. That evening divers came.", "2021-09-03", "2021-09-03 evening"],
      ["The lock jammed on 3 September. It opened the following Monday.", "2021-09-03", "2021-09-06"],
      ["The lock jammed on Friday, 3 September. On the same Friday divers came.", "2021-09-03", "2021-09-03"],
      ["The mill burnt in 1871. The next year it was rebuilt.", "1871", "1872"],
      ["The mill burnt in 1871. Three years later it was rebuilt.", "1871", "1874"],
      ["Two days after 3 September the lock opened.", "2021-09-05"],
      ["In the week after 30 August the lock was repaired.", "2021-09"],
      ["On 5 June 1849 the wheel turned. On 12 July it broke.", "1849-06-05", "1849-07-12"],
      [
        "On Friday, 3 September 2021, the lock jammed. Lena Ott swore on Friday that she had oiled it.",
        "2021-09-03",
        "2021-09-03",
      ],
      // Two days after a year is no day.
      ["The mill burnt in 1871. Two days later it rained.", "1871"],
      // What was is not counted from a date that lies ahead.
      ["Ana sends the offer by Friday. The plumber came again two days later.", "2021-09-17"],
    ],
    NEWS,
  );
});

describe("of two dates in a sentence both are told, but not the day of merely saying it", () => {
  holds(
    [
      ["The mayor said on Wednesday that the pool opens on 2 October.", "2021-10-02"],
      ["The mayor announced on Wednesday that the pool would open on 2 October.", "2021-09-15", "2021-10-02"],
      ["The mayor told reporters Wednesday that the pool will open on 2 October.", "2021-10-02"],
      ["The mayor said on Wednesday that the pool was safe.", "2021-09-15"],
      ["Those who had paid in 2019 got their money back on 2 September.", "2021-09-02"],
    ],
    NEWS,
  );
});

describe("what looks like a date and tells of no happening is none", () => {
  holds(
    [
      ["The 2016 election was close."],
      ["Nobody had read the report of 2014."],
      ["The inquiry is looking into what happened in 2016."],
      ["It cost 1990 euros."],
      ["Room 2014 is closed."],
      ["About 2000 people came."],
      ["Version 2.10.3 was shipped."],
      ["The miller (1801–1877) was a singer."],
      ["In the 1990s it was a bar."],
      ["You may go."],
      ["They march on."],
      ["The sun rose."],
      ["She sat down and wed him."],
      ["Wait a second."],
      ["In 10 minutes the train leaves."],
      ["Two to three people came, and 2-3 was the score."],
      ["April said that June had called."],
      ["A speech by May was loud."],
      ["They meet every Monday."],
      ["They meet every first Monday of the month."],
      ["The shop is open on Mondays."],
      ["Open Mon–Fri 9–17."],
      ["On weekdays the gate is shut."],
      ["On a Friday nobody works."],
      ["Black Friday was quiet."],
      ["The Sunday Times was late."],
      ["Sun Microsystems was bought."],
      ["It took three days."],
      ["It was the first win in three weeks."],
      ["For two weeks nothing happened."],
      ["Over the last week it rained."],
      ["More than a year ago the mill burnt."],
      ["A few days ago the mill burnt."],
      ["Power is one of the hottest issues today."],
      ["To this day nobody knows why."],
      ["Rain is forecast for the weekend."],
      ["No updates this week."],
      ["Ana, on the fence: nothing to report this month."],
      ["We hear more within the next month."],
      ["In last week's issue it stood."],
      ["Install certifi==2021.7.22 first."],
      ["On 4/3 the lock opened."],
      ["Did the bridge collapse on Tuesday?"],
      ["Updated: 3 May 2021"],
      ["Published on 3 May 2021."],
      ["Last modified 3 May 2021"],
      ["© 2021 The Mill"],
      ["Retrieved 3 May 2021."],
    ],
    NEWS,
  );
});

describe("a document without a date does not have its relative dates guessed", () => {
  holds([
    ["The bridge collapsed on Tuesday."],
    ["The bridge collapsed yesterday."],
    ["The bridge collapsed three weeks ago."],
    ["The bridge collapsed last year."],
    ["The bridge collapsed in April."],
    ["The bridge collapsed on 2 September."],
    ["The bridge collapsed on 2 September 2021.", "2021-09-02"],
    ["The bridge collapsed on 2 September 2021. Two days later it was gone.", "2021-09-02", "2021-09-04"],
    ["The bridge collapsed on 2 September 2021. On 5 September it was gone.", "2021-09-02", "2021-09-05"],
  ]);
});

describe("a document dated by a month or a year is counted from as far as that goes", () => {
  holds(
    [
      ["The bridge collapsed yesterday."],
      ["The bridge collapsed on Friday."],
      ["The bridge collapsed last month.", "2016-11"],
      ["The bridge collapsed last year.", "2015"],
      ["The bridge collapsed on 3 November.", "2016-11-03"],
    ],
    { published: "2016-12" },
  );
  holds(
    [
      ["The bridge fell last month."],
      ["The bridge fell last year.", "2015"],
      ["The bridge fell on 3 November."],
      // The day of the week settles the year.
      ["The bridge fell on Thursday 3 November.", "2016-11-03"],
    ],
    { published: "2016" },
  );
});

describe("a document whose date is no date is undated, and the time of day of one does not matter", () => {
  holds([["The bridge sank yesterday."], ["The bridge sank in April."]], { published: "some time in spring" });
  holds([["The ship sank yesterday.", "2021-09-15"]], { published: "2021-09-16T10:00:00Z" });
});

describe("minutes and announcements of Monday, 3 March 2025, look ahead where nothing says otherwise", () => {
  holds(
    [
      ["Ana sends the offer by Friday.", "2025-03-07"],
      ["The pump was repaired on Tuesday.", "2025-02-25"],
      ["The next meeting is on Monday, 7 April.", "2025-04-07"],
      ["Please return the key until Thursday.", "2025-03-06"],
      ["Meeting: Wednesday, 19:30", "2025-03-05 19:30"],
      ["The library opens on Friday.", "2025-03-07"],
      ["Doors open Saturday at 7pm.", "2025-03-08 7pm"],
      ["Yoga, Thursday evening, hall 2.", "2025-03-06 evening"],
      ["The old fence comes down on the last weekend of April.", "2025-04"],
      ["Deadline for papers: 1 May", "2025-05-01"],
    ],
    { published: "2025-03-03" },
  );
});

describe("the year of a title stands above days without one", () => {
  holds([["The fair opens on 12 June.", "2026-06-12"]], {}, "Programme 2026");
  holds([["Ben orders the posts by Friday.", "2025-03-07"]], {}, "Minutes of 3 March 2025");
});
