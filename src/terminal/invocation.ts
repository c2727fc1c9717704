/** What the command line asks for. */
export type Invocation =
  | { readonly mode: "start"; readonly knowledge: string | undefined }
  | {
      readonly mode: "ask";
      readonly knowledge: string | undefined;
      readonly question: string;
      readonly format: "text" | "json" | "jsonl";
      readonly limit: number | undefined;
      readonly explain: boolean;
    }
  | {
      readonly mode: "register";
      /** One server's id, or undefined for every server. */
      readonly guild: string | undefined;
    }
  | {
      readonly mode: "check-folder";
      readonly folder: string | undefined;
      readonly json: boolean;
      readonly verbose: boolean;
    }
  | {
      readonly mode: "eval";
      readonly knowledge: string | undefined;
      readonly questions: string;
      readonly json: boolean;
      /** Percent: of the answerable questions that are to be answered rightly at the least, and of all wrongly at the most. */
      readonly minRight: number | undefined;
      readonly maxWrong: number | undefined;
    }
  | {
      readonly mode: "report";
      readonly knowledge: string | undefined;
      readonly format: "page" | "csv" | "json";
      /** The file to write; undefined for report.html, or standard output for what is no page. */
      readonly out: string | undefined;
      /** Days until now; undefined for as long as things are kept. */
      readonly since: number | undefined;
      readonly withPeople: boolean;
      readonly withPrivate: boolean;
    }
  | {
      readonly mode: "fetch";
      readonly knowledge: string | undefined;
      readonly pages: readonly string[];
      readonly feeds: readonly string[];
      /** Milliseconds after which it is all fetched again; null for once. */
      readonly every: number | null;
      readonly allowPrivate: boolean;
    }
  | { readonly mode: "index"; readonly folder: string | undefined }
  | { readonly mode: "init"; readonly folder: string }
  | { readonly mode: "mcp"; readonly knowledge: string | undefined }
  | { readonly mode: "manifest"; readonly url: string | undefined; readonly prefix: string | undefined }
  | { readonly mode: "shown"; readonly text: string };
