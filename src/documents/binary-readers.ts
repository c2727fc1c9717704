import path from "node:path";
import type { BinaryReader } from "./reader.ts";

/** Every format that is no text, or that only a library reads, in the order in which a person is told of them. */
export const binaryReaders: readonly BinaryReader[] = [
  { name: "PDF", extensions: [".pdf"], load: async () => (await import("./pdf/read-pdf.ts")).readPdf },
  { name: "Word", extensions: [".docx", ".docm"], load: async () => (await import("./office/read-docx.ts")).readDocx },
  { name: "OpenDocument", extensions: [".odt"], load: async () => (await import("./office/read-odt.ts")).readOdt },
  { name: "Excel", extensions: [".xlsx", ".xlsm"], load: async () => (await import("./sheets/read-xlsx.ts")).readXlsx },
  { name: "EPUB", extensions: [".epub"], load: async () => (await import("./epub/read-epub.ts")).readEpub },
  { name: "mail", extensions: [".eml"], load: async () => (await import("./mail/read-mail.ts")).readEml },
  { name: "mailbox", extensions: [".mbox"], load: async () => (await import("./mail/read-mail.ts")).readMbox },
  {
    name: "chat export",
    extensions: [".json"],
    load: async () => (await import("./chat-export/read-export.ts")).readChatExport,
  },
];

/** @returns the reader for a file, by the ending of its name, or null */
export function binaryReaderOf(file: string): BinaryReader | null {
  const ending = path.posix.extname(file).toLowerCase();
  return binaryReaders.find(({ extensions }) => extensions.includes(ending)) ?? null;
}
