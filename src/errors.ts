/** What can go wrong in a way that the person at the keyboard can mend. The message names the thing and the fix. */
export type ErrorCode =
  | "knowledge"
  | "usage"
  | "config"
  | "weights"
  | "integrity"
  | "store"
  | "start"
  | "discord"
  | "encoder"
  | "index"
  | "fetch";

export class AttacheError extends Error {
  override readonly name = "AttacheError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
