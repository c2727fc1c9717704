/** Where the program says what it does. A message is one line; fields hold no secret and no text of a question. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** From the most talkative on: each level says what the next ones say, too. */
export const logLevels = ["info", "warn", "error", "silent"] as const;

export type LogLevel = (typeof logLevels)[number];

export interface LogOptions {
  readonly level: LogLevel;
  /** Takes one line, without its end. */
  readonly write: (line: string) => void;
  /** Values that must never be written, whatever they look like. */
  readonly secrets?: readonly string[];
  readonly now?: () => Date;
}

/**
 * A log of one line an event: time, level, message, then fields as name=JSON. What looks like a token is taken out of
 * the whole line, so it does not matter how it got in: by a message, a field, an error's text or a URL.
 */
export function createLog({ level, write, secrets = [], now = () => new Date() }: LogOptions): Log {
  const least = logLevels.indexOf(level);
  const at =
    (own: LogLevel): Log["info"] =>
    (message, fields = {}) => {
      if (logLevels.indexOf(own) < least) return;
      const parts = Object.entries(fields).flatMap(([name, value]) => {
        const text = SECRET_NAME.test(name) ? HIDDEN : toJson(value);
        return text === undefined ? [] : `${name}=${text}`;
      });
      const line = [now().toISOString(), own.padEnd(5), message, ...parts].join(" ");
      write(oneLine(redact(line, secrets)));
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

/** A log that tells what happens over and over once a minute. */
export interface SummedLog extends Log {
  /** Tells at once what is counted and not told yet. */
  flush(): void;
}

/** Kinds that are counted at one time: beyond them each is told. */
const MAX_KINDS = 1_000;

/**
 * Sums up warnings and errors: the first of a kind is told at once, and of those that follow within a minute one line
 * tells how many they were (`again`), with the fields of the last. A kind is a message with its code or cause.
 *
 * @param every milliseconds of that minute
 */
export function sumUp(log: Log, every = 60_000): SummedLog {
  const minutes = new Map<string, { again: number; tell: () => void; timer: NodeJS.Timeout }>();

  function end(kind: string): void {
    const minute = minutes.get(kind);
    if (minute === undefined) return;
    if (minute.again === 0) minutes.delete(kind);
    else {
      minute.tell();
      minute.again = 0;
      minute.timer = setTimeout(end, every, kind).unref();
    }
  }

  const at =
    (level: "warn" | "error"): Log["info"] =>
    (message, fields = {}) => {
      const { code, cause, error } = fields;
      const kind = JSON.stringify([level, message, String(code ?? cause ?? error)]);
      const minute = minutes.get(kind);
      if (minute !== undefined) {
        minute.again++;
        minute.tell = () => log[level](message, { ...fields, again: minute.again });
        return;
      }
      log[level](message, fields);
      if (minutes.size >= MAX_KINDS) return;
      minutes.set(kind, { again: 0, tell: () => {}, timer: setTimeout(end, every, kind).unref() });
    };

  return {
    info: (message, fields) => log.info(message, fields),
    warn: at("warn"),
    error: at("error"),
    flush() {
      for (const { again, tell, timer } of minutes.values()) {
        clearTimeout(timer);
        if (again > 0) tell();
      }
      minutes.clear();
    },
  };
}

const HIDDEN = "[hidden]";
const SECRET_NAME = /token|secret|authorization|password|cookie/i;

const patterns: readonly (readonly [RegExp, string])[] = [
  // Slack: https://docs.slack.dev/authentication/tokens
  [/(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[\w.%-]+/gi, HIDDEN],
  // Discord's bot token: the application's id in base 64, a time, a signature
  [/[A-Za-z\d_-]{20,30}\.[A-Za-z\d_-]{5,8}\.[A-Za-z\d_-]{25,}/g, HIDDEN],
  // The addresses by which an interaction is answered hold its token.
  [/(\/(?:webhooks|interactions)\/\d+\/)[\w%.-]+/g, `$1${HIDDEN}`],
  [/(hooks\.slack\.com\/)[^\s"'\\]+/gi, `$1${HIDDEN}`],
  [/(\bticket=)[^\s"'&\\]+/gi, `$1${HIDDEN}`],
  [/\b(Bot|Bearer|Basic)\s+(?=\S*\d)[\w.~+/=-]{20,}/g, `$1 ${HIDDEN}`],
  [/(authorization\\?["']?\s*[:=]\s*\\?["']?)(?!\[)[^\s"'\\,}]+(?:\s+(?!\[)[\w.~+/=-]{8,})?/gi, `$1${HIDDEN}`],
];

/** Takes secrets out of a text. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) if (secret !== "") clean = clean.replaceAll(secret, HIDDEN);
  for (const [pattern, instead] of patterns) clean = clean.replace(pattern, instead);
  return clean;
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(plain(value), (name, inner) => (SECRET_NAME.test(name) ? HIDDEN : plain(inner)));
  } catch {
    // A circle, or a getter that throws.
    return "[no JSON]";
  }
}

/** What JSON would not show, or not bear. Texts are redacted before JSON's escapes change them. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value === "bigint") return String(value);
  if (!(value instanceof Error)) return value;
  const { name, message, cause } = value;
  const { code } = value as { code?: unknown };
  return { name, message, ...(code === undefined ? {} : { code }), ...(cause === undefined ? {} : { cause }) };
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
