import { describe, expect, it } from "vitest";
import { type Field, readFrontMatter } from "../../src/documents/front-matter.ts";
import { readerOf } from "../helpers/readers.ts";

/** A Markdown file with these lines of front matter. */
const file = (...lines: string[]) => ["---", ...lines, "---", "", "Body.", ""].join("\n");
const sourceOf = (...lines: string[]) => readFrontMatter(file(...lines)).source;
/** "room: Aula" of each field. */
const fieldsOf = (raw: string) =>
  readFrontMatter(raw).fields.map(({ label, values, parts }) => {
    const shown = (field: Pick<Field, "label" | "values">) => `${textsOf(field.label)}: ${textsOf(field.values)}`;
    return parts === undefined ? shown({ label, values }) : [textsOf(label), ...parts.map(shown)].join(" · ");
  });
const textsOf = (texts: Field["values"]) => texts.map(({ text }) => text).join(" · ");
const remarksOf = (raw: string) => readFrontMatter(raw).remarks.map(({ line, text }) => `${line} ${text}`);

describe("where front matter stands", () => {
  it.each([
    ["at the top", "---\ntitle: A\n---\nBody"],
    ["behind a byte order mark", "\ufeff---\ntitle: A\n---\nBody"],
    ["behind empty lines", "\n  \n---\ntitle: A\n---\nBody"],
    ["with spaces behind its marks", "---  \ntitle: A\n--- \t\nBody"],
    ["with Windows line ends", "---\r\ntitle: A\r\n---\r\nBody"],
    ["ended by three dots", "---\ntitle: A\n...\nBody"],
    ["named YAML", "---yaml\ntitle: A\n---\nBody"],
    ["with a comment and an empty line before its fields", "---\n# what it is called\n\ntitle: A\n---\nBody"],
    ["in TOML", '+++\ntitle = "A"\n+++\nBody'],
    ["in TOML between other marks", '---toml\ntitle = "A"\n---\nBody'],
    ["in JSON", '{\n  "title": "A"\n}\nBody'],
    ["in JSON indented with tabs, between marks", '---json\n{\n\t"title": "A"\n}\n---\nBody'],
  ])("%s", (_, raw) => {
    const { source, end, remarks } = readFrontMatter(raw);
    expect({ title: source.title, body: raw.slice(end), remarks }).toEqual({ title: "A", body: "Body", remarks: [] });
  });

  it.each([
    ["a line across the page", "---\n\nThe text starts here: at once.\n\n---\n\nMore."],
    ["a heading between two lines", "---\n\n# Report\n\n---\n"],
    ["a paragraph with a colon, underlined", "---\nOne thing to know: it rained\nall day long.\n---\n"],
    ["a list between two lines", "---\n- One\n- Two\n---\n"],
    ["a template", "{{< figure >}}\nBody"],
    ["an object that is no JSON", "{ not: [json }\nBody"],
    ["a brace alone", "{"],
    ["three dashes that open nothing", "---"],
  ])("is not opened by %s", (_, raw) => {
    expect(readFrontMatter(raw)).toMatchObject({ end: 0, source: {}, fields: [] });
  });

  it.each([
    ["---\ntitle: A\nroom: B\n\nThe body.\n", "\nThe body.\n", 3],
    ["---\ntitle: A\nThe body.\n", "The body.\n", 2],
    ["---\ntitle: A\ntags:\n  - x\n\nThe body.\n\n---\n\nMore.\n", "\nThe body.\n\n---\n\nMore.\n", 4],
    ['+++\ntitle = "A"\n\nThe body.\n', "\nThe body.\n", 2],
  ])("is read as far as it goes where it is never closed: %j", (raw, body, line) => {
    const { source, end, remarks } = readFrontMatter(raw);
    expect({ title: source.title, body: raw.slice(end) }).toEqual({ title: "A", body });
    expect(remarks).toMatchObject([{ kind: "guessed", line, text: expect.stringContaining("never closed") }]);
  });
});

describe("front matter that is no YAML is used as far as it goes", () => {
  it.each([
    ["a colon in a title", ["title: Report: the flood", "author: Ann"], { title: "Report: the flood" }],
    ["a title with two colons", ["title: A: B: C", "author: Ann"], { title: "A: B: C" }],
    ["a quote that is never closed", ['title: "Report', "author: Ann"], { title: "Report" }],
    ["an apostrophe in single quotes", ["title: 'Ann's report'", "author: Ann"], { title: "Ann's report" }],
    ["an at sign", ["title: @home", "author: Ann"], { title: "@home" }],
    ["a back tick", ["title: `npm` at work", "author: Ann"], { title: "`npm` at work" }],
    ["a per cent sign", ["title: %x", "author: Ann"], { title: "%x" }],
    ["a bracket that is never closed", ["title: [Draft", "author: Ann"], { title: "[Draft" }],
    ["no space behind the colon", ["title:Report", "author: Ann"], { title: "Report" }],
  ])("%s", (_, lines, expected) => {
    const { source, remarks } = readFrontMatter(file(...lines));
    expect(source).toMatchObject({ ...expected, author: "Ann" });
    expect(remarks).toMatchObject([{ kind: "guessed", line: 2, text: expect.stringContaining("put it in quotes") }]);
  });

  it("tabs for indentation", () => {
    const raw = file("title: A", "speakers:", "\t- Ann", "\t- Bob", "venue:", "\tname: Aula");
    expect(fieldsOf(raw)).toEqual(["speakers: Ann · Bob", "venue · name: Aula"]);
    expect(remarksOf(raw)).toEqual([expect.stringMatching(/^3 .*tabs.*use spaces$/)]);
  });

  it.each([
    ["in one line", ["author: [Anna, Ben"]],
    ["with names in quotes", ["author: [\"Anna\", 'Ben'"]],
    ["over lines", ["author: [Anna,", "  Ben"]],
    ["of a table", ["author: {name: Anna, Ben"].map((line) => line.replace(", Ben", " and Ben"))],
  ])("a list of authors whose bracket is never closed, %s", (_, lines) => {
    const raw = file("title: A", ...lines, "published: 2020");
    const { source, remarks } = readFrontMatter(raw);
    expect(source).toMatchObject({ author: expect.stringMatching(/^Anna(?:,| and) Ben$/), published: "2020" });
    const text = expect.stringMatching(/^the "author" has a bracket that is never closed.*: end it with [\]}]$/);
    expect(remarks).toEqual([{ kind: "guessed", line: 3, text }]);
  });

  it("a list in TOML whose bracket is never closed", () => {
    const raw = '+++\nauthors = ["Anna", "Ben"\ntitle = "A"\n+++\nBody';
    expect(readFrontMatter(raw).source).toMatchObject({ author: "Anna, Ben", title: "A" });
    expect(remarksOf(raw)).toEqual([
      '2 the "authors" has a bracket that is never closed, and was read up to here: end it with ]',
    ]);
  });

  it.each([
    ["  draft: maybe", "spaces"],
    ["\tdraft: maybe", "a tab"],
  ])("a field that is indented, as what it is: %j", (line, white) => {
    expect(remarksOf(file("title: A", line, "author: Ann"))).toEqual([
      `3 “draft: maybe” is no field of the front matter because of ${white} before it: begin it at the left edge`,
    ]);
  });

  it("a line that is no field", () => {
    const raw = file("title: A", "just some words", "author: Ann");
    expect(readFrontMatter(raw).source).toMatchObject({ title: "A", author: "Ann" });
    expect(remarksOf(raw)).toEqual(["3 “just some words” is no field of the front matter: mend it"]);
  });

  it("a repeated key, of which the first counts", () => {
    const raw = file("title: A", "author: Ann", "title: B");
    expect(readFrontMatter(raw).source.title).toBe("A");
    expect(remarksOf(raw)).toEqual(['4 the "title" stands here a second time: the first one counts']);
  });

  it("TOML that is none", () => {
    const raw = '+++\ntitle = Report\nauthor = "Ann"\nwhat is this\n+++\nBody';
    expect(readFrontMatter(raw).source).toMatchObject({ title: "Report", author: "Ann" });
    expect(remarksOf(raw)).toEqual([
      '2 the "title" is not valid TOML, and was read as it stands: put it in double quotes',
      "4 “what is this” is no field of the front matter: mend it",
    ]);
  });
});

describe("the title", () => {
  it.each([
    ["title: 2016", "2016"],
    ["title: 007", "007"],
    ["title: 10:30", "10:30"],
    ["title: true", "true"],
    ["title: 'It''s'", "It's"],
    ['title: "A \\"B\\" \\u00e9"', 'A "B" é'],
    ["title: >-\n  Two\n  lines", "Two lines"],
    ["Title: Capital", "Capital"],
  ])("%j", (line, title) => {
    expect(sourceOf(line).title).toBe(title);
  });

  it.each([
    ["title:", "is empty"],
    ["title: null", "is empty"],
    ["title: ''", "is empty"],
    ["title: [A, B]", "is a list"],
    ["title: {{ page.title }}", "is a template"],
    ['title: "{{ page.title }}"', "is a template"],
    ["title: {% include title %}", "is a template"],
    ["title: <%= title %>", "is a template"],
  ])("%j is left to the first heading", (line, problem) => {
    const { source, remarks } = readFrontMatter(file(line, "author: Ann"));
    expect(source.title).toBeUndefined();
    expect(source.author).toBe("Ann");
    expect(remarks.map(({ text }) => text)).toContainEqual(expect.stringContaining(problem));
    expect(remarks.every((remark) => remark.line === 2)).toBe(true);
  });

  it("is the name where a person's page has no other", () => {
    expect(readFrontMatter(file("name: Ann Field", "company: Delta")).name).toBe("Ann Field");
  });
});

describe("the author", () => {
  it.each([
    ["author: Ann", "Ann"],
    ["author: [Ann, Bob]", "Ann, Bob"],
    ["authors:\n  - Ann\n  - Bob", "Ann, Bob"],
    ["author:\n  name: Ann\n  mail: ann@club.example", "Ann"],
    ["authors:\n  - name: Ann\n    url: x\n  - name: Bob", "Ann, Bob"],
    ["author:\n  - family: Field\n    given: Ann", "Ann Field"],
    ["author: null", null],
    ["author: []", null],
  ])("%j", (lines, author) => {
    expect(readFrontMatter(file("title: A", lines))).toMatchObject({ source: { author }, remarks: [] });
  });

  it("as an object without a name is named, not used", () => {
    const raw = file("title: A", "author:", "  mail: ann@club.example");
    expect(readFrontMatter(raw).source.author).toBeNull();
    expect(remarksOf(raw)).toEqual([expect.stringMatching(/^3 the "author" has no name/)]);
  });
});

describe("the date", () => {
  it.each([
    ["published: 2016-12-30", "2016-12-30", null],
    ["published: 2016", "2016", null],
    ["published: true\ndate: 2023-04-05", "2023-04-05", "date"],
    ["date: 2023-04-05\nlastmod: 2024-01-01", "2023-04-05", "date"],
    ["pubDate: Apr 5 2023", "2023-04-05", "pubDate"],
    ["updated: 2023/04/05", "2023-04-05", "updated"],
    ["last_modified_at: 2023-04-05T23:30:00-08:00", "2023-04-05", "last_modified_at"],
    ["published: soon\nlastmod: 2023-04-05", "2023-04-05", "lastmod"],
    ["published: null", null, null],
  ])("%j", (lines, published, publishedFrom) => {
    expect(sourceOf(lines)).toMatchObject({ published, publishedFrom });
  });

  it.each([
    ["published: 04/05/2023", "may be either of two days"],
    ["published: 2016-02-30", "is no date"],
    ["published: next week", "is no date"],
    ["date: {{ site.time }}", "is a template"],
    ["date: [2016, 2017]", "is no date"],
  ])("%j is named, not used", (line, problem) => {
    const { source, remarks } = readFrontMatter(file(line));
    expect(source.published).toBeNull();
    expect(remarks).toMatchObject([{ kind: "left out", line: 2, text: expect.stringContaining(problem) }]);
  });
});

describe("the address", () => {
  it.each([
    ["url: https://club.example/a%2Db", "https://club.example/a%2Db"],
    ["canonical_url: http://club.example", "http://club.example"],
    ["url: null\nlink: https://club.example", "https://club.example"],
    ["source: https://club.example", "https://club.example"],
    ["permalink: /a/", null],
    ["source: Reuters", null],
  ])("%j", (lines, url) => {
    expect(readFrontMatter(file("title: A", lines))).toMatchObject({ source: { url }, remarks: [] });
  });

  it.each(["url: /x/", "url: club.example", "url: javascript:alert(1)", "canonical: https://", "url: [a]"])(
    "%j is named, not used",
    (line) => {
      const { source, remarks } = readFrontMatter(file(line));
      expect(source.url).toBeNull();
      expect(remarks).toMatchObject([{ line: 2, text: expect.stringContaining("write it whole, with https://") }]);
    },
  );
});

describe("what its author does not want read", () => {
  it.each([
    ["draft: true", "draft: true"],
    ["published: false", "published: false"],
    ["draft: yes", "draft: yes"],
    ["draft: false", null],
    ["published: true", null],
    ["published: 2016-12-30", null],
  ])("%j", (line, withheld) => {
    expect(readFrontMatter(file(line)).withheld).toBe(withheld);
  });
});

describe("fields that a reader can ask about", () => {
  it("with texts, lists, and fields in fields", () => {
    const raw = file(
      "title: Rivers",
      "room: Aula",
      "date: 2024-05-01 10:30",
      "starts: 10:30",
      "price: 12 €",
      "tags: [water, 'old town']",
      "speakers:",
      "  - name: Ann Field",
      "    from: Delta",
      "  - name: Bob",
      "learn:",
      "  - What a river does to the meadows beside it when it rains for a week.",
      "  - How people of a town find out about it.",
    );
    expect(fieldsOf(raw)).toEqual([
      "room: Aula",
      "date: 2024-05-01 10:30",
      "starts: 10:30",
      "price: 12 €",
      "tags: water · old town",
      "speakers · name: Ann Field · from: Delta",
      "speakers · name: Bob",
      "learn: What a river does to the meadows beside it when it rains for a week.",
      "learn: How people of a town find out about it.",
    ]);
  });

  it("of a record in a list together, but for what is long or formatted in it", () => {
    const raw = file(
      "schedule:",
      "  - time: 9:00",
      "    what: Questions & answers",
      "    speakers: [Ann, Bob]",
      "    slug: q-and-a",
      "    abstract: Two of *them*.",
      "  - what: Lunch",
      "faq:",
      "  - q: Who?",
      "    a: Ann.",
    );
    expect(fieldsOf(raw)).toEqual([
      "schedule · time: 9:00 · what: Questions & answers · speakers: Ann · Bob",
      "schedule · abstract: Two of *them*.",
      "schedule · what: Lunch",
      ": Who?",
      ": Ann.",
    ]);
    const read = readerOf("a.md")?.read(raw);
    expect(read?.text).toContain("schedule · time: 9:00 · what: Questions & answers · speakers: Ann · Bob\n");
    read?.origin.verify(read.text, raw, { start: 0, end: read.text.length }, "a.md");
  });

  it.each([
    ["of a record", "time: 10:00 · what: Talk", 5],
    ["of a field in a field", "street: High Street", 9],
  ])("on its own line, not that of what it stands in: %s", (_, words, line) => {
    const raw = file(
      "talks:",
      "  - time: 9:00",
      "    what: Tea",
      "  - time: 10:00",
      "    what: Talk",
      "venue:",
      "  name: Aula",
      "  street: High Street",
    );
    const read = readerOf("a.md")?.read(raw);
    const block = read?.blocks.find(({ start, end }) => read.text.slice(start, end).endsWith(words));
    if (read === undefined || block === undefined) throw new Error("nothing was read");
    expect(raw.slice(0, read.origin.locate(block).start).split("\n")).toHaveLength(line);
  });

  it("in TOML, with tables", () => {
    const raw = [
      "+++",
      'title = "A"',
      "starts = 10:30:00",
      "tags = [",
      '  "water", # wet',
      "  'old town',",
      "]",
      'room.name = "Aula"',
      'host = { name = "Ann", city = "Delta" }',
      "[params]",
      'abstract = """',
      "One",
      'two."""',
      "[[speakers]]",
      'name = "Bob"',
      "+++",
    ].join("\n");
    expect(fieldsOf(raw)).toEqual([
      "starts: 10:30:00",
      "tags: water · old town",
      "room · name: Aula",
      "host · name: Ann",
      "host · city: Delta",
      "abstract: One\ntwo.",
      "speakers · name: Bob",
    ]);
  });

  it("but not what only a site generator reads", () => {
    const raw = file(
      "layout: post",
      "permalink: /x/",
      "slug: x",
      "weight: 3",
      "draft: false",
      "sidebar_position: 2",
      "nav_order: 1",
      "image: /img/a.png",
      "photo: ann.jpg",
      "css_class: wide",
      "accepted: true",
      "empty:",
      "nothing: null",
      "website: https://club.example",
      "feed: /feed.xml",
      "commit: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
      "shade: '#ffcc00'",
      "text: '{{ site.text }}'",
    );
    expect(fieldsOf(raw)).toEqual([]);
  });

  it("in the words of the file: quotes, indentation and escapes lead to where they stand", () => {
    const raw = file(
      "a: plain",
      "  on two lines",
      "b: 'It''s'",
      'c: "A \\"B\\"\\ttab"',
      "d: |",
      "  First.",
      "",
      "    - inner",
      "e: >-",
      "  folded",
      "  text",
    );
    const values = readFrontMatter(raw).fields.flatMap((field) => field.values);
    expect(values.map(({ text }) => text)).toEqual([
      "plain\non two lines",
      "It's",
      'A "B"\ttab',
      "First.\n\n  - inner",
      "folded\ntext",
    ]);
    for (const { text, offsets } of values) {
      expect(offsets).toHaveLength(text.length + 1);
      for (const [i, character] of [...text].entries()) {
        const there = raw.slice(offsets[i], offsets[i + 1]);
        if (/\S/.test(character)) expect(there.replace(/^\\/, "").startsWith(character)).toBe(true);
        else expect(there).toMatch(/^(?:\s*|\\t)$/);
      }
    }
  });
});
