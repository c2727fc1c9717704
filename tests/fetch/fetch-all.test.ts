import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type FetchOptions, fetchAll } from "../../src/fetch/fetch-all.ts";
import { openKnowledge } from "../../src/index.ts";
import { makeFolder } from "../helpers/folder.ts";
import { openSite, redirect, serve } from "./site.ts";

const DAY = new Date().toISOString().slice(0, 10);
const page = (text: string, head = "") =>
  `<!doctype html><html><head><title>The seals</title>${head}</head><body><nav>Home About</nav><main><h1>The seals</h1>${text}</main></body></html>`;

/** Fetches into a folder of its own, from 127.0.0.1 alone. */
async function fetching(folder: string, given: Partial<FetchOptions>) {
  const [said, warned]: [string[], string[]] = [[], []];
  const isAllowed = (address: string) => address === "127.0.0.1";
  const failed = await fetchAll({
    folder,
    pages: [],
    feeds: [],
    isAllowed,
    say: (line) => said.push(line),
    warn: (line) => warned.push(line),
    ...given,
  });
  return { failed, said, warned };
}

describe("a page that is fetched", () => {
  it("is a document, with what it says of itself, what it was made from beside it, and answers", async () => {
    const head = `<meta name="author" content="Ann Rudd"><meta property="og:site_name" content="The Courier">
      <meta property="article:published_time" content="2024-05-03T08:00:00Z"><link rel="canonical" href="ORIGIN/news/seals">`;
    const template = page(
      "<p>The seals bark at night, says Ann.</p><ul><li>They eat fish.</li><li>They swim.</li></ul>",
      head,
    );
    await using site = await openSite({
      "/news/seals.html": (request, response) => serve(html)(request, response),
      "/go": redirect("/news/seals.html"),
    });
    const html = template.replace("ORIGIN", site.origin);
    const folder = await makeFolder();
    const { failed, said, warned } = await fetching(folder, { pages: [`${site.origin}/go`] });
    const file = `127.0.0.1-${new URL(site.origin).port}/news-seals.md`;
    expect([failed, warned]).toEqual([0, []]);
    expect(said).toEqual([`saved: ${path.join(folder, file)} from ${site.origin}/go`]);
    expect(await readFile(path.join(folder, file), "utf8")).toBe(
      `---\ntitle: The seals\nauthor: Ann Rudd\npublisher: The Courier\npublished: 2024-05-03\nurl: ${site.origin}/news/seals\nfetched: ${DAY}\n---\n\n# The seals\n\nThe seals bark at night, says Ann.\n\n- They eat fish.\n- They swim.\n`,
    );
    expect(await readFile(path.join(folder, `.fetched/${file}.html`), "utf8")).toBe(html);
    const knowledge = await openKnowledge({ folder });
    expect(knowledge.sources.map(({ source }) => source)).toMatchObject([
      { title: "The seals", author: "Ann Rudd", publisher: "The Courier", published: "2024-05-03" },
    ]);
    const { status, excerpts } = await knowledge.ask("when do the seals bark");
    expect([status, excerpts[0]?.source.url]).toEqual(["answered", `${site.origin}/news/seals`]);
  });

  it("is kept in its earlier versions where it has changed, and left alone where only what surrounds it has", async () => {
    let html = page("<p>The seals bark at night.</p>");
    await using site = await openSite({ "/seals": (request, response) => serve(html)(request, response) });
    const folder = await makeFolder();
    const pages = [`${site.origin}/seals`];
    const at = (file: string) => path.join(folder, `127.0.0.1-${new URL(site.origin).port}`, file);
    await fetching(folder, { pages });
    const first = await readFile(at("seals.md"), "utf8");
    html = html.replace("Home About", "Home About Shop");
    expect((await fetching(folder, { pages })).said).toEqual([expect.stringMatching(/^unchanged: /)]);
    for (const [i, hour] of ["noon", "dawn"].entries()) {
      html = page(`<p>The seals bark at ${hour}.</p>`);
      expect((await fetching(folder, { pages })).said).toEqual([expect.stringMatching(/^changed: /)]);
      expect(await readFile(at("seals.md"), "utf8")).toContain(`at ${hour}`);
      expect(await readFile(at(`superseded/seals-${DAY}${i === 0 ? "" : "-2"}.md`), "utf8")).toContain(
        "it has changed since",
      );
    }
    const note = `note: As it read on ${DAY}; it has changed since.\n`;
    expect(await readFile(at(`superseded/seals-${DAY}.md`), "utf8")).toBe(first.replace("---\n", `---\n${note}`));
    const { excerpts } = await (await openKnowledge({ folder })).ask("when do the seals bark");
    expect(excerpts[0]?.text).toContain("at dawn");
    expect(excerpts[0]?.location.file).not.toContain("superseded");
  });

  it("may be a document of another kind, which is saved as it is", async () => {
    await using site = await openSite({
      "/notes": serve("The seals bark.", "text/plain; charset=utf-8"),
      "/table.csv": serve("name,sound\nseal,bark\n", "application/octet-stream"),
      "/picture.png": serve("x", "image/png"),
    });
    const folder = await makeFolder();
    const pages = ["/notes", "/table.csv", "/picture.png"].map((place) => site.origin + place);
    const { failed, said, warned } = await fetching(folder, { pages });
    expect(said.map((line) => path.basename(line.split(" from ")[0] ?? ""))).toEqual(["notes.txt", "table.csv"]);
    expect(failed).toBe(1);
    expect(warned).toEqual([`${pages[2]} is image/png, which is not read: fetch a page, a PDF or another document`]);
  });

  it("leaves nothing of what it was before where it becomes a document of another kind", async () => {
    let isPage = true;
    const notes = serve("The seals bark at noon.", "text/plain");
    await using site = await openSite({
      "/seals": (...asked) => (isPage ? serve(page("<p>The seals bark at night.</p>")) : notes)(...asked),
    });
    const folder = await makeFolder();
    const pages = [`${site.origin}/seals`];
    await fetching(folder, { pages });
    isPage = false;
    expect((await fetching(folder, { pages })).said).toEqual([expect.stringMatching(/^changed: .*seals\.txt /)]);
    const { sources } = await openKnowledge({ folder });
    const files = sources.map(({ source }) => source.id.replace(/^[^/]+\//, "")).sort();
    expect(files).toEqual(["seals", `superseded/seals-${DAY}`]);
  });

  it("has a name that has room for its versions, however long and in whatever script its address is", async () => {
    let hour = 1;
    const place = `/${encodeURIComponent("海豹".repeat(60))}`;
    await using site = await openSite({
      [place]: (...asked) => serve(page(`<p>The seals bark at ${hour}.</p>`))(...asked),
    });
    const folder = await makeFolder();
    for (; hour <= 3; hour++) expect((await fetching(folder, { pages: [site.origin + place] })).warned).toEqual([]);
    expect((await openKnowledge({ folder })).sources).toHaveLength(3);
  });

  it("is fetched, told and kept without a password of its address", async () => {
    const feed = `<rss version="2.0"><channel><title>News</title><item><link>SITE/one</link></item></channel></rss>`;
    await using site = await openSite({
      "/feed": (...asked) => serve(feed.replace("SITE", address), "application/xml")(...asked),
      "/one": serve(page("<p>Go.</p>")),
    });
    const address = site.origin.replace("//", "//ann:hunter2@");
    const folder = await makeFolder();
    const options = { pages: ["/one", "/none"].map((place) => address + place), feeds: [`${address}/feed`] };
    const told = await fetching(folder, options);
    expect([told.said.length, told.failed]).toEqual([2, 1]);
    expect(JSON.stringify(told)).not.toContain("hunter2");
    expect(await readFile(path.join(folder, ".fetched/state.json"), "utf8")).not.toContain("hunter2");
  });

  it.each([
    ["windows-1252", "text/html; charset=utf-8", "a name that its bytes are not in"],
    ["windows-1252", "text/html; charset=klingon", "a name that is none"],
    ["windows-1252", "text/html; charset=iso-8859-1", "its name"],
    ["utf8", "text/html", "none"],
  ])("is read in the encoding it is in, %s, where the server gives %s", async (encoding, type) => {
    const text = "<p>The café opens at nine, says Zoë, and the crème brûlée is sold at ten.</p>";
    const content = Buffer.from(page(text), encoding === "utf8" ? "utf8" : "latin1");
    await using site = await openSite({ "/cafe": serve(content, type) });
    const folder = await makeFolder();
    expect((await fetching(folder, { pages: [`${site.origin}/cafe`] })).warned).toEqual([]);
    const { documents } = { documents: await (await openKnowledge({ folder })).ask("when does the café open") };
    expect(documents.excerpts[0]?.text).toContain("The café opens at nine, says Zoë");
  });
});

describe("what cannot be had is told in a line, and the others go on", () => {
  const endless: RequestListener = (_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536, "a")));
      response.once("drain", more);
    };
    response.writeHead(200, { "content-type": "text/html" });
    more();
  };
  const slow: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).write("<p>Wait");
  };
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const elsewhere = "http://127.0.0.2:1/";

  it.each<readonly [string, Readonly<Record<string, RequestListener>>, RegExp]>([
    [
      "of another network, after a redirect",
      { "/": redirect(elsewhere) },
      / leads to 127\.0\.0\.2, which is no public address/,
    ],
    ["of the cloud's metadata", { "/": redirect("http://169.254.169.254/latest") }, / leads to 169\.254\.169\.254/],
    ["of this machine, in other writing", { "/": redirect("http://[::ffff:7f00:2]/") }, / leads to ::ffff:7f00:2/],
    ["of this machine, in one number", { "/": redirect("http://2130706434/") }, / leads to 127\.0\.0\.2/],
    ["a file", { "/": redirect("file:///etc/passwd") }, / is at file:, and only http and https are fetched/],
    ["round in a circle", { "/": redirect("/") }, / leads on more than 5 times/],
    ["without an end", { "/": endless }, / is over 16 MB/],
    [
      "a small file that is a large one",
      { "/": serve(bomb, "text/html", { "content-encoding": "gzip" }) },
      / is over 16 MB/,
    ],
    [
      "packed and broken",
      { "/": serve("no gzip", "text/html", { "content-encoding": "gzip" }) },
      / cannot be had \(Z_DATA_ERROR\)/,
    ],
    ["without a word", { "/": serve(page("<script>go()</script>")) }, / holds no text without its scripts/],
    ["nested without end", { "/": serve(page(`${"<div>".repeat(20_000)}Go.`)) }, / is nested too deeply to be read/],
    ["not there", {}, / answers 404: check the address/],
    [
      "not for programs",
      { "/": serve(page("<p>Go.</p>")), "/robots.txt": serve("User-agent: *\nDisallow: /", "text/plain") },
      / is not to be fetched by programs/,
    ],
    [
      "nobody knows for whom",
      { "/": serve(page("<p>Go.</p>")), "/robots.txt": (_, response) => response.writeHead(503).end() },
      / robots\.txt answers 503/,
    ],
  ])("%s", async (_, pages, message) => {
    await using site = await openSite({ "/good": serve(page("<p>The seals bark.</p>")), ...pages });
    const folder = await makeFolder();
    const { failed, warned, said } = await fetching(folder, { pages: [`${site.origin}/`, `${site.origin}/good`] });
    expect(warned[0]).toMatch(message);
    expect(warned[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ /);
    const isClosed = warned.length === 2;
    // A site's robots.txt is for all of it.
    expect(isClosed).toBe("/robots.txt" in pages);
    expect([failed, said.length]).toEqual(isClosed ? [2, 0] : [1, 1]);
  });

  it("too slow", async () => {
    await using site = await openSite({ "/": slow });
    const { warned } = await fetching(await makeFolder(), { pages: [`${site.origin}/`], milliseconds: 2_000 });
    expect(warned).toEqual([`${site.origin}/ takes longer than 2 s: try again later`]);
  });

  it("at a name that leads to this machine", async () => {
    await using site = await openSite({ "/": serve(page("<p>Go.</p>")) });
    const address = site.origin.replace("127.0.0.1", "localhost");
    const options = { pages: [`${address}/`], isAllowed: () => false };
    expect((await fetching(await makeFolder(), options)).warned[0]).toMatch(
      / leads to (?:127\.0\.0\.1|::1), which is no public/,
    );
    expect(site.asked).toEqual([]);
  });
});

describe("a feed", () => {
  const rss = (entries: readonly number[]) => `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
    <link>/</link><description>News</description>${entries
      .map(
        (n) =>
          `<item><title>Entry ${n}</title><link>/e${n}</link><guid>n${n}</guid><pubDate>Fri, 0${n} May 2024 08:00:00 GMT</pubDate></item>`,
      )
      .join("")}</channel></rss>`;
  const atom = (entries: readonly number[]) =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>News</title>${entries
      .map(
        (n) =>
          `<entry><id>n${n}</id><title>Entry ${n}</title><link href="e${n}"/><updated>2024-05-0${n}T08:00:00Z</updated></entry>`,
      )
      .join("")}</feed>`;
  const json = (entries: readonly number[]) => {
    const items = entries.map((n) => ({
      id: `n${n}`,
      url: `/e${n}`,
      title: `Entry ${n}`,
      date_published: `2024-05-0${n}T08:00:00Z`,
    }));
    return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "News", items });
  };

  it.each([
    ["RSS", rss],
    ["Atom", atom],
    ["JSON", json],
  ])("of %s: its entries are saved once each, dated by it, and one that failed is tried again", async (_, write) => {
    let entries = [2, 1];
    let isThere = false;
    const entry = (n: number) => serve(page(`<p>The seals bark at hour ${n}.</p>`));
    await using site = await openSite({
      "/feed": (request, response) => serve(write(entries), "application/xml")(request, response),
      "/e1": entry(1),
      "/e2": (request, response) => (isThere ? entry(2)(request, response) : response.writeHead(500).end()),
      "/e3": entry(3),
    });
    const folder = await makeFolder();
    const run = () => fetching(folder, { feeds: [`${site.origin}/feed`] });
    const names = (lines: readonly string[]) => lines.map((line) => /\be\d(?=\.md)/.exec(line)?.[0]);
    const first = await run();
    expect([names(first.said), first.failed]).toEqual([["e1"], 1]);
    expect(first.warned).toEqual([`${site.origin}/e2 answers 500: try again later`]);
    entries = [3, 2, 1];
    isThere = true;
    expect(names((await run()).said)).toEqual(["e2", "e3"]);
    expect((await run()).said).toEqual([]);
    const { sources } = await openKnowledge({ folder });
    expect(sources.map(({ source }) => source.published)).toEqual(["2024-05-01", "2024-05-02", "2024-05-03"]);
  });

  it("that is none is told", async () => {
    await using site = await openSite({ "/": serve(page("<p>Go.</p>")) });
    const { warned } = await fetching(await makeFolder(), { feeds: [`${site.origin}/`] });
    expect(warned).toEqual([`${site.origin}/ is no RSS, Atom or JSON feed: fetch a page without --feed`]);
  });
});

it("a page that cannot be saved is told, with the place", async () => {
  await using site = await openSite({ "/seals": serve(page("<p>Go.</p>")) });
  const folder = await makeFolder();
  const taken = path.join(folder, `127.0.0.1-${new URL(site.origin).port}`);
  await writeFile(taken, "A file in the way.");
  const { warned } = await fetching(folder, { pages: [`${site.origin}/seals`] });
  expect(warned).toEqual([expect.stringContaining(`cannot be saved as ${path.join(taken, "seals.md")} (E`)]);
});

it("a page that cannot be remembered is not saved either: each time would add a copy", async () => {
  await using site = await openSite({ "/notes": serve("The seals bark.", "text/plain") });
  const folder = await makeFolder({ ".fetched/.state.json.tmp/in-the-way": "" });
  for (let time = 0; time < 2; time++) {
    const { warned } = await fetching(folder, { pages: [`${site.origin}/notes`] });
    expect(warned).toEqual([expect.stringMatching(/ cannot be saved as .*state\.json \(E/)]);
  }
  expect(await readdir(folder)).toEqual([".fetched"]);
  await rm(path.join(folder, ".fetched/.state.json.tmp"), { recursive: true });
  expect((await fetching(folder, { pages: [`${site.origin}/notes`] })).said).toEqual([
    expect.stringMatching(/^saved: .*notes\.txt /),
  ]);
});

it("a note on earlier times that is broken is told before anything is fetched", async () => {
  await using site = await openSite({ "/": serve(page("<p>Go.</p>")) });
  const folder = await makeFolder({ ".fetched/state.json": "{" });
  await expect(fetching(folder, { pages: [`${site.origin}/`] })).rejects.toMatchObject({ code: "fetch" });
  expect(site.asked).toEqual([]);
  await writeFile(path.join(folder, ".fetched/state.json"), "{}");
  expect((await fetching(folder, { pages: [`${site.origin}/`] })).failed).toBe(0);
});
