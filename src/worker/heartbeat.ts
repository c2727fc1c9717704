/** Milliseconds between two beats, unless another time is given. */
const INTERVAL = 5_000;
/** Beats in a row that stay unanswered before somebody counts as hanging: longer than any work takes at one go. */
const MOST_MISSED = 6;

interface HeartbeatOptions {
  readonly interval?: number;
  /** Asks for a sign of life. */
  readonly beat: () => void;
  /** Told once no sign of life has come for long. */
  readonly onSilent: () => void;
}

/**
 * Asks somebody who owes an answer for a sign of life now and then. Beats are counted rather than the time, which goes on
 * while a machine sleeps.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #timer: NodeJS.Timeout | undefined;
  #missed = 0;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Whether the last beat but one was answered, as far as there were any. */
  get isAlive(): boolean {
    return this.#missed < 2;
  }

  /** An answer is owed from now on. It does not keep the process running. */
  start(): void {
    this.#timer ??= setInterval(() => this.#next(), this.#options.interval ?? INTERVAL).unref();
  }

  /** A sign of life came. */
  hear(): void {
    this.#missed = 0;
  }

  /** Nothing is owed any more. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#missed = 0;
  }

  #next(): void {
    if (this.#missed < MOST_MISSED) {
      this.#missed++;
      this.#options.beat();
      return;
    }
    this.stop();
    this.#missed = MOST_MISSED;
    this.#options.onSilent();
  }
}
