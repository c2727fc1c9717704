/** Words before a wish that are none of it: "so can you please show me a …". */
const LEADING = new Set(
  `so ok okay well now and please pls hey hi hello bot sorry can could would will you u someone anyone somebody anybody me
  us i we want need like d wanna to know have get see give show tell write make list print just quickly briefly a an the
  some quick short brief little good general full complete whole`.split(/\s+/),
);
const LEAD_IN =
  /^(?:(?:(?:i m|im|i am) new(?: here| to this)?|(?:i )?just (?:joined|got here)|quick question|(?:i (?:only )?have|i ve only|only) \d+ (?:seconds|secs|minutes|mins)|(?:(?:i m|im) )?in a (?:hurry|rush)) )+/;
const TRAILING =
  /(?: (?:please|pls|plz|lol|thanks|thx|ty|(?<!happened )then|now|though|tho|here|anyway|again|or not|for me|for us|bot|all of this|you have))+$/;

/** A part of a message. */
export interface Wording {
  readonly text: string;
  /** Where it stands in the message. */
  readonly start: number;
}

/** The message without more and more of what is only polite before it, each with and without what is polite behind it. */
export function withoutCourtesies(message: string): Wording[] {
  let start = LEAD_IN.exec(message)?.[0].length ?? 0;
  const starts = start === 0 ? [0] : [0, start];
  for (;;) {
    const end = message.indexOf(" ", start);
    if (end === -1 || !LEADING.has(message.slice(start, end))) break;
    start = end + 1;
    starts.push(start);
  }
  return starts.flatMap((from) => {
    const text = message.slice(from);
    const shorter = text.replace(TRAILING, "");
    return (shorter === text ? [text] : [shorter, text]).map((wording) => ({ text: wording, start: from }));
  });
}
