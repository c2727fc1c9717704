import { describe, expect, it } from "vitest";
import { mapSlice } from "../../src/documents/mapped-text.ts";
import { readMarkdown } from "../../src/documents/markdown.ts";
import { readPlainText } from "../../src/documents/plain-text.ts";
import type { ReadDocument } from "../../src/documents/reader.ts";
import { textFormats } from "../../src/documents/readers.ts";
import fc from "../helpers/fast-check.ts";
import { checkReading } from "./reading.ts";

const MARKS =
  "# ¦## ¦> ¦>> ¦- ¦  - ¦1. ¦* ¦**¦_¦`¦```\n¦~~~\n¦    ¦\t¦\n¦\n\n¦\r\n¦\r¦---\n¦***\n¦===\n¦|¦\\¦| a | b |\n|---|---|\n| c | d |\n¦[x](y)¦![x](y)¦[a]: b\n¦[^1]¦[^1]: n\n¦- [ ] ¦~~¦\\*¦\\\n";
const HTML =
  "<b>¦</b>¦<div>¦</div>¦<p>¦<br>¦<br/>¦<ul><li>¦</ul>¦<table><tr><td>¦</table>¦<th>¦<td colspan=2>¦<td rowspan=3>¦<details><summary>¦</details>¦<pre>¦</pre>¦<code>¦</code>¦<!-- x -->¦<!--¦-->¦<script>¦</script>¦<dl><dt>¦<dd>¦<svg>¦<a href='#x'>¦</a>¦<sup>¦<plaintext>¦<title>¦<h2>¦<select>¦<template>¦<x-note id=1>";
const DIALECTS =
  "{{ x }}¦{% if a %}¦{% raw %}¦{% endraw %}¦{% comment %}¦{% endcomment %}¦{% highlight js %}¦{% endhighlight %}¦{{< note >}}¦{#-- x #}¦%%¦%% x %%¦[[page|label]]¦![[x]]¦==x==¦:::tip Title\n¦:::\n¦> [!NOTE] T\n¦[TOC]\n¦{#id}¦{: .x}¦: definition\n¦:tada:¦[12:03] Ana: hi\n¦<ana> hi\n¦Q: why?\n¦A: so.\n¦import A from 'b'\n¦{/* x */}¦<Tabs a={b}>¦</Tabs>¦\\[x]\\(<http://y>)";
const CHARACTERS =
  "&amp;¦&nbsp;¦&#x41;¦&#150;¦&copy¦&¦;¦\u00a0¦\u00ad¦\u200b¦\u200d¦👩‍💻¦e\u0301¦日本語。¦مرحبا؟¦😀¦\ufeff¦\ufffd¦\u0001¦\u2028¦\u0085¦\ufdd0¦\0¦“¦www.club.example¦—www.x.org ";

const piece = fc.oneof(
  fc.constantFrom(...[MARKS, HTML, DIALECTS, CHARACTERS].flatMap((pieces) => pieces.split("¦"))),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.lorem({ maxCount: 6 }),
);
const document = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(""));
const runs = { numRuns: 1_500 };

/** What a reader may say of a file that it cannot read: what is wrong, and the fix. */
const REFUSAL = /^(?:is|holds|has) [^\n]+: [^\n]+$/;

describe.each(textFormats)("any text", ({ name, load }) => {
  it(`is read as ${name} or refused in so many words, and every run of it is the file's`, async () => {
    const reader = await load();
    const check = (raw: string) => {
      const read = attempt(() => reader.read(raw));
      if (read instanceof Error) expect(read.message).toMatch(REFUSAL);
      else checkReading(read, raw);
    };
    fc.assert(fc.property(document, check), runs);
  });
});

function attempt(read: () => ReadDocument): ReadDocument | Error {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

describe("any text", () => {
  it("is read as Markdown without an error, and every run of its body is the file's", () => {
    fc.assert(
      fc.property(document, fc.boolean(), (raw, mdx) => checkReading(readMarkdown(raw, { mdx }), raw)),
      runs,
    );
  });

  it("is read as plain text so, and no letter or digit of it is lost", () => {
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(document, (raw) => {
        const read = readPlainText(raw);
        checkReading(read, raw);
        return words(read.text) === words(raw);
      }),
      runs,
    );
  });

  it("is read as a field of a front matter so", () => {
    fc.assert(
      fc.property(document, document, (label, value) => {
        const raw = `${label}${value}`;
        const field = { label: [mapSlice(raw, 0, label.length)], values: [mapSlice(raw, label.length)], role: null };
        checkReading(readMarkdown(raw, { start: raw.length, fields: [field] }), raw);
      }),
      runs,
    );
  });
});
