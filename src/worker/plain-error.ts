import { AttacheError, type ErrorCode } from "../errors.ts";

/** An error as another thread can be told of it: a copy would lose its class and its code. */
export interface PlainError {
  /** Null for one that is none of ours. */
  readonly code: ErrorCode | null;
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly cause: PlainError | null;
}

/** Causes that are told of at the most: one may be its own. */
const MAX_CAUSES = 5;

/** @param error what was thrown, be it an Error or not */
export function toPlainError(error: unknown, causes = MAX_CAUSES): PlainError {
  if (!(error instanceof Error)) {
    return { code: null, name: "Error", message: String(error), stack: undefined, cause: null };
  }
  const { name, message, stack, cause } = error;
  return {
    code: error instanceof AttacheError ? error.code : null,
    name,
    message,
    stack,
    cause: cause === undefined || causes === 0 ? null : toPlainError(cause, causes - 1),
  };
}

/** Makes an error of what `toPlainError` gave: of ours an AttacheError, else an Error of the same name. */
export function toError({ code, name, message, stack, cause }: PlainError): Error {
  const options = cause === null ? {} : { cause: toError(cause) };
  const error = code === null ? new Error(message, options) : new AttacheError(code, message, options);
  // Those of the other thread tell what went wrong, and where.
  return Object.assign(error, code === null ? { name } : {}, stack === undefined ? {} : { stack });
}
