import { describe, expect, it } from "vitest";
import { readHtml, xhtml } from "../../src/documents/html.ts";
import { blocksOf, checkReading } from "./reading.ts";

function read(raw: string) {
  const page = readHtml(raw);
  checkReading(page, raw);
  return page;
}

describe("a page of HTML", () => {
  it.each([
    [
      "without the head, the foot and the menus of its site",
      "<body><header><h1>Site</h1></header><nav>Home</nav><div role='navigation'>More</div><article><header><h2>Bar</h2></header><p>Open.</p></article><footer>2024</footer>",
      ["heading: Bar", "paragraph: Open."],
    ],
    [
      "its main part where it names one",
      "<div>Cookies!</div><main><p>Open.</p></main><div>Adverts</div>",
      ["paragraph: Open."],
    ],
    [
      "without script, style, comments and what is hidden",
      "<style>p{}</style><script>let a='<p>b'</script><!-- c --><p hidden>e</p><noscript>d</noscript><p>Open.</p>",
      ["paragraph: Open."],
    ],
    [
      "without a heading's link to itself",
      "<h2>Bar<a class='headerlink' href='#bar'>¶</a></h2><h3><a href='#x'>#</a> Food</h3>",
      ["heading: Bar", "heading: Food"],
    ],
    [
      "without the marks of footnotes",
      "<p>Open<sup><a href='#fn1'>1</a></sup> till x<sup>2</sup>.</p>",
      ["paragraph: Open till x²."],
    ],
    [
      "with white space as a browser shows it",
      "<p>\n  Open\t<b> till </b>\r\n ten&nbsp;<br>\n  sharp.\n</p>",
      ["paragraph: Open till ten\nsharp."],
    ],
    [
      "with text that stands in no element",
      "Open.<p>Till ten</p>Come.",
      ["paragraph: Open.", "paragraph: Till ten", "paragraph: Come."],
    ],
    [
      "with items, terms and preformatted text",
      "<ol start=3><li>a<ul><li>b</ul><li value=7>c</ol><dl><div><dt>d<dd>e</div></dl><pre>\n  f &lt;\n g</pre>",
      ["item: a", "item: b", "item: c", "item: d: e", "code:   f <\n g"],
    ],
    [
      "without the tags of a template engine",
      "{% extends 'a' %}<p>Open {{ time }} here{# b #}.</p>{% if c %}<p>Come.</p>{% endif %}<pre>{{ d }}</pre>",
      ["paragraph: Open here.", "paragraph: Come."],
    ],
    [
      "with what only small screens hide",
      "<div class='hidden md:block'>One</div><p class='d-none d-md-block'>Two</p><p class='d-none d-md-none'>Three</p><p class=hidden>Four</p>",
      ["paragraph: One", "paragraph: Two"],
    ],
    [
      "with the one of two that is seen, where the other is for screen readers",
      "<p>Cost: <span class='sr-only'>7 dollars</span><span aria-hidden='true'>$7</span></p>",
      ["paragraph: Cost: $7"],
    ],
    [
      "without an icon's name, and what screen readers say for it",
      "<p>Open <i class='icons' aria-hidden='true'>launch</i><span class='sr-only'>in a new window</span></p>",
      ["paragraph: Open"],
    ],
    [
      "with two rows of heads, though none says so",
      "<table><tr><th rowspan=2>Room</th><th colspan=2>Rate</th></tr><tr><th>Summer</th><th>Winter</th></tr><tr><td>Single</td><td>80</td><td>60</td></tr></table>",
      ["row: Room: Single · Rate Summer: 80 · Rate Winter: 60"],
    ],
    [
      "with a title over all columns of a table",
      "<table><tr><th colspan=2>Rates</th></tr><tr><th>Room</th><th>Summer</th></tr><tr><th>Single</th><td>80</td></tr></table>",
      ["row: Rates Room: Single · Rates Summer: 80"],
    ],
    [
      "with one row of heads, where the next has a head in each cell too",
      "<table><tr><th>a</th><th>b</th></tr><tr><th>c</th><th>d</th></tr></table>",
      ["row: a: c · b: d"],
    ],
    [
      "that is XML, and closes elements in their own tags",
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/><style>a{b:c/>d}</style></head><body><!-- <p/> --><div id="x" /><p>One <a id="y"/>two<br/>three.</p><textarea/><p>Four</p></body></html>',
      ["paragraph: One two\nthree.", "paragraph: Four"],
    ],
    [
      "that is badly nested",
      "<p>One <b>two <p>three</b> four</div> five <table><tr><td>six</table>",
      ["paragraph: One two", "paragraph: three four five", "row: six"],
    ],
  ])("is read %s", (_, raw, blocks) => {
    expect(blocksOf(read(raw))).toEqual(blocks);
  });

  it.each([
    [
      "cookie banners, adverts, comments, links to share and to other pages",
      `<div id="cookie-banner"><p>We use cookies.</p></div><div role="dialog"><p>Accept?</p></div><article><h1>Roof</h1>
       <p>The roof of the boathouse leaks above the trophy room since the storm of last week.</p><div class="adslot ad-top"><p>Buy!</p></div>
       <p>It costs 900 euros.</p><div class="sharedaddy"><p>Share</p></div></article><section id="comments"><p>First!</p></section>
       <div class="relatedPosts"><p>The old roof</p></div>`,
      [
        "heading: Roof",
        "paragraph: The roof of the boathouse leaks above the trophy room since the storm of last week.",
        "paragraph: It costs 900 euros.",
      ],
    ],
    [
      "an aside of links, and not one that tells more",
      "<p>The roof leaks above the trophy room since the storm.</p><aside><p>The insurance pays half.</p></aside><aside><p><a href=x>Older posts</a></p></aside>",
      ["paragraph: The roof leaks above the trophy room since the storm.", "paragraph: The insurance pays half."],
    ],
    [
      "nothing that only has such a word in its name",
      "<div class='cookie-policy'><p>Cookies live a year.</p></div><div class='article-sidebar-content'><p>Two.</p></div><h2 class=ads>Three</h2><p class='broad'>Four.</p>",
      ["paragraph: Cookies live a year.", "paragraph: Two.", "heading: Three", "paragraph: Four."],
    ],
    [
      "not what most of the page is, whatever it is called",
      "<div class=sidebar><p>All that this page has to say stands in here.</p></div><p>Bye.</p>",
      ["paragraph: All that this page has to say stands in here.", "paragraph: Bye."],
    ],
  ])("is read without %s", (_, raw, blocks) => {
    expect(blocksOf(read(raw))).toEqual(blocks);
  });

  it("is its one article, where that is most of it", () => {
    const article = `<article><header><h1>Roof</h1></header><p>${"It leaks above the trophy room. ".repeat(5).trim()}</p></article>`;
    const [heading, paragraph, ...others] = blocksOf(
      read(`<div><p>Weather: rain</p></div>${article}<div><p>Contact</p></div>`),
    );
    expect([heading, paragraph?.slice(0, 20), others]).toEqual(["heading: Roof", "paragraph: It leaks ", []]);
    expect(blocksOf(read(`${article}<article><p>Two.</p></article>`))).toContain("paragraph: Two.");
  });

  it.each<[string, string, object]>([
    [
      "in JSON-LD, in a graph with references",
      `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#o","name":"Quay News"},
       {"@type":["NewsArticle"],"headline":"Roof leaks","author":[{"@type":"Person","name":"Ana Lima"},{"@id":"#ben"}],"publisher":{"@id":"#o"},
       "datePublished":"2024-05-03T10:04:00Z","url":"https://quay.example/roof"},{"@type":"Person","@id":"#ben","name":"Ben Reis"}]}</script><title>Roof leaks | Quay News</title><p>Open.`,
      {
        title: "Roof leaks",
        author: "Ana Lima, Ben Reis",
        publisher: "Quay News",
        published: "2024-05-03",
        publishedFrom: "JSON-LD",
        url: "https://quay.example/roof",
      },
    ],
    [
      "in Open Graph",
      '<title>Roof – Quay</title><meta property="og:title" content="Roof"><meta property="article:author" content="https://x.example/ana"><meta name="parsely-author" content="Ana"><meta property="og:url" content="https://quay.example/r"><p>Open.',
      { title: "Roof", author: "Ana", url: "https://quay.example/r" },
    ],
    [
      "by the time that is marked",
      '<time datetime="2020-01-01">old</time><time class="entry-date published" datetime="2024-05-03T08:00">now</time><p>Open.',
      { published: "2024-05-03", publishedFrom: "time" },
    ],
    ["by its one time", '<p>Posted <time datetime="2024-05-03">3 May</time>.', { published: "2024-05-03" }],
    [
      "not by one of several",
      '<time datetime="2024-05-03">a</time><time datetime="2024-05-04">b</time><p>Open.',
      { published: null },
    ],
    ["nowhere in broken JSON-LD", '<script type="application/ld+json">{"@type":</script><p>Open.', { author: null }],
    [
      "with its own title where another does not start it",
      '<title>Fees</title><meta property="og:title" content="Club"><p>Open.',
      { title: "Fees" },
    ],
  ])("is cited as it says %s", (_, raw, source) => {
    expect(read(raw).source).toMatchObject(source);
  });

  it("is cited as its head says", () => {
    expect(
      read(`<!doctype html><title> The
        club &amp; bar </title><meta name="Author" content="Ana Lima"><meta property="og:site_name" content="Clubs">
        <meta property="article:published_time" content="2024-05-01T10:00:00Z"><meta name="date" content="2023-01-01">
        <link rel="canonical" href="https://club.example/bar"><p>Open.`).source,
    ).toEqual({
      title: "The club & bar",
      author: "Ana Lima",
      publisher: "Clubs",
      published: "2024-05-01",
      publishedFrom: 'meta "article:published_time"',
      url: "https://club.example/bar",
    });
  });

  it("says nothing of itself that its head does not, and is named by its first heading", () => {
    expect(read("<meta name=date content=soon><link rel=canonical href=/bar><h1>Bar</h1>").source).toEqual({
      title: "Bar",
      author: null,
      publisher: null,
      published: null,
      publishedFrom: null,
      url: null,
    });
  });
});

it("takes the name of a file for it that it is XML", () => {
  const page = xhtml.read("<html><head><title/></head><body><p>One</p></body></html>");
  expect(blocksOf(page)).toEqual(["paragraph: One"]);
});
