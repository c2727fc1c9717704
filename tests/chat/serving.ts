import { createServer, type Socket } from "node:net";
import process from "node:process";
import type { Adapter } from "../../src/chat/bot.ts";
import { firstSignal, serve } from "../../src/chat/serve.ts";
import { createLog } from "../../src/log.ts";

const sockets = new Set<Socket>();
const server = createServer((socket) => sockets.add(socket));
const adapter: Adapter = {
  name: "echo",
  isConnected: () => server.listening,
  start: () => new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)),
  async stop() {
    process.stdout.write("stopping\n");
    // In flight until whoever is connected hangs up.
    await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.on("close", resolve).resume())));
    await new Promise((resolve) => server.close(resolve));
  },
};
const log = createLog({ level: "info", write: (line) => process.stdout.write(`${line}\n`) });
const stop = firstSignal(process, () => process.exit(3));
const served = serve([adapter], stop, log);
server.once("listening", () => {
  const { port } = server.address() as { port: number };
  process.stdout.write(`port ${port}\n`);
});
await served;
process.stdout.write("stopped\n");
