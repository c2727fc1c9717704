import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot, type Requester } from "../../src/chat/bot.ts";
import { createRateLimits } from "../../src/chat/rate-limits.ts";
import { openKnowledge } from "../../src/index.ts";
import { createLog } from "../../src/log.ts";
import type { Report } from "../../src/report/report.ts";
import { migrations } from "../../src/store/migrations.ts";
import { NodeSqliteDialect } from "../../src/store/node-sqlite.ts";
import { migrate } from "../../src/store/sql-store.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Tables } from "../../src/store/tables.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache } from "../helpers/program.ts";
import { chromiumPath, launch } from "../preview/chromium.ts";
import { type Asked, fillStore } from "./filled.ts";

const HOSTILE = '<script>document.title="taken"</script><img src=x onerror=alert(1)> @everyone';
const asked: readonly Asked[] = [
  {
    question: "how many houses did the flood damage",
    ago: 1,
    source: "report",
    milliseconds: 12,
    votes: ["up", "down"],
  },
  { question: "how many houses were damaged?", ago: 2, source: "report", milliseconds: 14 },
  { question: "who wrote the letter", ago: 2, source: "gone", milliseconds: 16 },
  { question: "Who pays for the repairs?", ago: 3, user: "U0PAYER" },
  { question: "who pays for the repairs", ago: 1 },
  { question: "who will pay for repairing the houses", ago: 0, confidence: 0.3 },
  { question: "when does the bridge open again", ago: 2 },
  { question: "=1+1 when is the café open, <@U0SECRET>", ago: 2 },
  { question: HOSTILE, ago: 1 },
  { question: "am I going to be sacked", ago: 1, inPublic: false },
  {
    question: "which doctor is discreet",
    ago: 1,
    inPublic: false,
    source: "report",
    votes: ["down"],
    milliseconds: 900,
  },
  { question: "what was asked long ago", ago: 40 },
];

let place: string;
const settings = () => ({ STORE: path.join(place, "store.sqlite"), KNOWLEDGE: path.join(place, "flood") });
beforeAll(async () => {
  place = await makeFolder({
    "flood/report.md": "# Report\n\nThe flood damaged 35 houses in the old town.\n\nThe bridge opens again on 3 May.\n",
    "flood/unused.md": "# Of gardens\n\nRoses are cut in March.\n",
  });
  await fillStore(settings().STORE, asked);
});

const report = (args: readonly string[] = []) => attache(["report", ...args], { env: settings(), cwd: place });

describe("the report", () => {
  let made: Report;
  beforeAll(async () => {
    const { stdout, stderr, status } = await report(["--json"]);
    expect(status, stderr).toBe(0);
    made = JSON.parse(stdout);
  });

  it("counts what was asked in the days wanted, and what came of it", () => {
    expect(made.totals).toEqual({ asked: 11, answered: 4, unsure: 1, unanswered: 6, private: 2 });
    expect(made.days).toHaveLength(7);
    expect(made.days.at(-1)).toMatchObject({ day: made.to, answered: 0, unsure: 1, unanswered: 0 });
    expect(made.time).toEqual({ median: 10, p95: 900, count: 11 });
    expect(made.votes).toEqual({ up: 1, down: 2 });
  });

  it("puts questions together that are alike, those asked most first", () => {
    const [most, ...others] = made.unanswered;
    expect(most).toMatchObject({
      question: "who pays for the repairs",
      others: ["who will pay for repairing the houses"],
      count: 3,
      unsure: 1,
      last: made.to,
    });
    expect(others.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  it("asks them again of the documents as they are now, and quotes what comes nearest with its place", () => {
    const bridge = made.unanswered.find(({ question }) => question.includes("bridge"));
    expect(bridge).toMatchObject({
      now: "answered",
      nearest: { text: "The bridge opens again on 3 May.", title: "Report", place: "report.md, line 5" },
    });
    expect(made.unanswered[0]?.now).not.toBe("answered");
  });

  it("tells the documents that answer, those that never do and those that are gone", () => {
    expect(made.documents).toEqual([
      { id: "report", title: "Report", answered: 3, up: 1, down: 2 },
      { id: "gone", title: null, answered: 1, up: 0, down: 0 },
      { id: "unused", title: "Of gardens", answered: 0, up: 0, down: 0 },
    ]);
  });

  it("names nobody, and leaves out what was asked in private, unless wanted", async () => {
    const text = JSON.stringify(made);
    expect(text).not.toMatch(/U0SECRET|U0PAYER|"V0"|sacked|discreet/);
    expect(made.withheld).toEqual({ unanswered: 1, votedDown: 1 });
    expect(made.votedDown).toMatchObject([{ question: "how many houses did the flood damage", document: "report" }]);
    const all = (await report(["--json", "--with-people", "--with-private"])).stdout;
    for (const words of ["U0SECRET", "slack U0PAYER", "slack V1", "sacked", "discreet"]) expect(all).toContain(words);
    expect((JSON.parse(all) as Report).withheld).toEqual({ unanswered: 0, votedDown: 0 });
  });

  it("reaches as far back as wanted", async () => {
    const { totals } = JSON.parse((await report(["--json", "--since", "60"])).stdout) as Report;
    expect(totals.asked).toBe(12);
  });

  it("gives the same as a table, in which no question is a formula", async () => {
    const { stdout } = await report(["--csv"]);
    const [heads = "", total = "", ...rows] = stdout.trimEnd().split("\r\n");
    expect(heads.split(",").slice(0, 8).join()).toBe("part,day,question,document,asked,answered,unsure,unanswered");
    expect(total).toMatch(/^total,,,,11,4,1,6,1,2,/);
    expect(rows.filter((row) => row.startsWith("day,"))).toHaveLength(7);
    expect(stdout).toContain(`"'=1+1 when is the café open, @somebody"`);
    expect(rows.at(-1)).toBe("document,,,unused,,0,,,0,0,,,,,,");
  });

  it("says what is wrong: no store, a file that cannot be written, two formats", async () => {
    const none = await attache(["report"], { env: { ...settings(), STORE: path.join(place, "no.sqlite") } });
    expect(none).toMatchObject({ status: 2, stdout: "" });
    expect(none.stderr).toMatch(/^There is no store .*no\.sqlite: .*STORE\n$/);
    expect((await report(["--out", "no/such/folder.html"])).stderr).toMatch(/^Cannot write .*--out\n$/);
    expect((await report(["--csv", "--json"])).stderr).toMatch(/^One of --csv and --json/);
  });
});

describe("the page", () => {
  it("is one file for its owner alone, which loads nothing", async () => {
    const { stdout, status } = await report();
    expect(status).toBe(0);
    expect(stdout).toBe(`${path.join(place, "report.html")}\n`);
    const file = stdout.trim();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const page = await readFile(file, "utf8");
    expect(page).not.toMatch(/<(?:script|img|link|iframe|a)\b|url\(|@import/i);
    expect(page).toContain("default-src 'none'");
  });

  it.skipIf(chromiumPath === null)(
    "shows in Chromium the figures and groups as they are, and a question with markup as text (skipped where there is no Chromium: set CHROMIUM)",
    async () => {
      await report(["--out", "shown.html"]);
      const browser = await launch();
      try {
        const page = await browser.newPage();
        const requests: string[] = [];
        page.on("request", (request) => requests.push(request.url()));
        const address = pathToFileURL(path.join(place, "shown.html")).href;
        await page.goto(address);
        expect(requests).toEqual([address]);
        expect(await page.title()).toMatch(/^What people asked: /);
        const figures = await page.locator("dl.figures div").allInnerTexts();
        expect(figures.map((text) => text.split(/\s*\n\s*/).join(": "))).toEqual([
          "Questions: 11",
          "Answered: 4",
          "Unsure: 1",
          "Unanswered: 6",
          "Time, median: 10 ms",
          "Time, 95 of 100: 900 ms",
        ]);
        const heights = (outcome: string) =>
          page
            .locator(`svg rect.${outcome}`)
            .evaluateAll((bars) => bars.reduce((sum, bar) => sum + Number(bar.getAttribute("height")), 0));
        const drawn = [await heights("answered"), await heights("unsure"), await heights("unanswered")];
        const [answered = 0, unsure = 1, unanswered = 0] = drawn;
        // Each is drawn to a tenth of a pixel.
        expect(answered / unsure).toBeCloseTo(4, 1);
        expect(unanswered / unsure).toBeCloseTo(6, 1);
        const [first = ""] = await page.locator("ol.groups > li").allInnerTexts();
        expect(first).toMatch(/^3×\s+who pays for the repairs\s+Last on/);
        expect(await page.locator("ol.groups .question").allInnerTexts()).toContain(HOSTILE);
        expect(await page.locator(".now.answered").count()).toBe(1);
        const all = await page.locator("body").textContent();
        expect(all).toContain("1 more question, asked in private, whose words are left out.");
        expect(all).not.toContain("sacked");
        const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
        const day = await background();
        await page.emulateMedia({ colorScheme: "dark" });
        expect(await background()).not.toBe(day);
      } finally {
        await browser.close();
      }
    },
  );
});

it("is made of what the bot was really asked, private where not everyone there can read it", async () => {
  const knowledge = await openKnowledge({ folder: path.join(place, "flood") });
  const file = path.join(await makeFolder(), "store.sqlite");
  const store = await openSqliteStore(file);
  const limits = createRateLimits({ perUser: 100, perChannel: 100 });
  const bot = createBot({ commands, knowledge, store, limits, log: createLog({ level: "silent", write: () => {} }) });
  const from: Requester = { platform: "slack", workspace: "T1", channel: "C1", conversation: null, user: "U1" };
  const ask = (question: string, inPublic: boolean) =>
    bot.handle(
      { command: "ask", input: { text: question } },
      { ...from, inPublic },
      { formatCommand: (name) => `/${name}` },
    );
  await ask("how many houses did the flood damage", true);
  await ask("who pays for the penguins", true);
  await ask("who pays for the zebras --private", true);
  await ask("who pays for the lions", false);
  await store.close();
  const { stdout } = await attache(["report", "--json"], { env: { ...settings(), STORE: file } });
  const { totals, unanswered, documents, time } = JSON.parse(stdout) as Report;
  expect(totals).toMatchObject({ asked: 4, answered: 1, private: 2 });
  expect(unanswered.map(({ question }) => question)).toEqual(["who pays for the penguins"]);
  expect(documents[0]).toMatchObject({ id: "report", answered: 1 });
  expect(time?.count).toBe(4);
});

it("is made of a store that an earlier version left behind", async () => {
  const file = path.join(await makeFolder(), "old.sqlite");
  const database = new DatabaseSync(file);
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < "0004"));
  await migrate(new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) }), earlier);
  const now = Date.now();
  database.exec(`insert into exchange values
    ('a', 'slack', 'T1', 'C1', 'a', 'U1', 'who won', 1, 'public', 'who won', '[]', '[]', ${now}),
    ('b', 'slack', 'T1', 'C1', 'b', 'U1', 'who lost', 0, 'public', null, '[]', '[]', ${now})`);
  database.exec(`insert into unanswered (id, platform, channel, question, confidence, fingerprint, created)
    values ('u', 'slack', 'C1', 'who lost', 0.1, 'f', ${now})`);
  database.close();
  const { stdout, stderr } = await attache(["report", "--json"], { env: { ...settings(), STORE: file } });
  expect(stderr).toBe("");
  const { totals, time, withheld } = JSON.parse(stdout) as Report;
  expect(totals).toEqual({ asked: 2, answered: 1, unsure: 0, unanswered: 1, private: 2 });
  expect(withheld.unanswered).toBe(1);
  expect(time).toBeNull();
});
