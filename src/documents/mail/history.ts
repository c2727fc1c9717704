/** What programs write above the message that is answered: "On 3 May 2024 at 10:04, Ana wrote:", over two lines too. */
const WROTE =
  /^(?:On|Am|Le|El|Il|Op|Em|Den)\s[^\n]{4,200}(?:\n[^\n]{0,120})?(?:wrote|schrieb[^\n]{0,80}|a écrit|escribió|ha scritto|schreef[^\n]{0,80}|escreveu|skrev)\s?:$/m;
/** Its length at the most. */
const MAX_WROTE = 420;
/** Outlook's: a rule, or nothing, above the head of the message that is answered. */
const OUTLOOK =
  /^(?:-{3,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original)\s*-{3,}|_{10,}\s*\n\s*(?:From|Von|De|Da):[^\n]*\n(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato):|(?:From|Von|De|Da): [^\n]*\n(?:Sent|Gesendet|Envoyé|Enviado|Inviato): [^\n]*\n)/gm;
/** RFC 3676, 4.3: what stands below is the sender's signature, a few lines. */
const SIGNATURE = /\n-- ?\n(?:[^\n]*\n){0,12}[^\n]*$/;
/** Characters of it at the most. */
const MAX_SIGNATURE = 1_000;
/** Where a mail program puts the answered message in HTML. */
const HTML_HISTORY =
  /<(?:div|blockquote|section)\b[^>]*(?:class\s*=\s*["']?[^"'>]*(?:gmail_quote|moz-cite-prefix|yahoo_quoted|protonmail_quote)|type\s*=\s*["']?cite|id\s*=\s*["']?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container))/i;

/**
 * Takes the message that is answered off the end of a text, with the signature: it stands where it was written. What is
 * answered piece by piece stays.
 */
export function withoutHistory(text: string): string {
  const above = Array.from(text.matchAll(OUTLOOK), ({ index }) => index).find(
    (index) => text.slice(0, index).trim() !== "",
  );
  const own = withoutQuoted(text.slice(0, above)) ?? withoutQuoted(withoutSignature(text.slice(0, above)));
  const kept = withoutSignature(own ?? text.slice(0, above));
  return kept.trim() === "" ? text : kept;
}

function withoutSignature(text: string): string {
  const end = text.trimEnd();
  const tail = Math.max(0, end.length - MAX_SIGNATURE);
  const found = SIGNATURE.exec(end.slice(tail));
  return found === null ? text : text.slice(0, tail + found.index + 1);
}

/** @returns the text above the quoted lines at its end and the line that says whose they are, or null where it has none */
function withoutQuoted(text: string): string | null {
  let end = text.length;
  for (let quoted = false; ; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end);
    const isQuoted = line.startsWith(">");
    if (!isQuoted && line.trim() !== "") return quoted ? aboveIntroduction(text.slice(0, end)) : null;
    quoted ||= isQuoted;
    end = start - 1;
    // Before the first line there is nothing to look for.
    if (end <= 0) return null;
  }
}

function aboveIntroduction(text: string): string | null {
  const tail = Math.max(0, text.length - MAX_WROTE);
  const last = text.slice(tail);
  // The introduction takes one line, or two.
  for (const lines of [1, 2]) {
    const start = last.split("\n").slice(0, -lines).join("\n").length;
    const found = WROTE.exec(last.slice(start).trim());
    if (found?.index === 0) return text.slice(0, tail + start);
  }
  return null;
}

/** The same for HTML. */
export function withoutHtmlHistory(html: string): string {
  const start = HTML_HISTORY.exec(html)?.index;
  if (start === undefined) return html;
  const kept = html.slice(0, start);
  return kept.replace(/<[^>]*>|&nbsp;/g, "").trim() === "" ? html : kept;
}
