import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface Site extends AsyncDisposable {
  /** "http://127.0.0.1:1234" */
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
}

/** A site on 127.0.0.1. @param pages what is at each path; what is at none is not found */
export async function openSite(pages: Readonly<Record<string, RequestListener>>): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const page = pages[path];
    if (page !== undefined) return page(request, response);
    response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { origin: `http://127.0.0.1:${port}`, asked, [Symbol.asyncDispose]: close };
}

export const serve =
  (content: string | Uint8Array, type = "text/html", headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, { "content-type": type, ...headers }).end(content);

export const redirect =
  (location: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location }).end();
