/** How a text is written: one byte a character where all are below 256, else two; the first byte tells. */
const NARROW = 0;
const WIDE = 1;

/** A text as bytes: any text, lone surrogates too, which UTF-8 cannot hold. */
export function packText(text: string): Buffer {
  const narrow = Buffer.from(text, "latin1");
  const bytes = narrow.toString("latin1") === text ? narrow : Buffer.from(text, "utf16le");
  return Buffer.concat([Buffer.of(bytes === narrow ? NARROW : WIDE), bytes]);
}

/** @param bytes of `packText` */
export function unpackText(bytes: Buffer): string {
  return bytes[0] === WIDE ? bytes.toString("utf16le", 1) : bytes.toString("latin1", 1);
}
