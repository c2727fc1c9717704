import { setImmediate as nextRound } from "node:timers/promises";
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";

/** Elements of a list that are taken at a time: a thousand are a millisecond or two. */
const AT_A_TIME = 500;

/**
 * Packs a list that another thread is to take in, however long it is, without a long stop.
 *
 * @returns what is to be transferred to that thread, which takes the list from it with `takeParts`
 */
export function inParts(list: readonly unknown[]): MessagePort {
  const { port1, port2 } = new MessageChannel();
  putParts(port1, list);
  port1.close();
  return port2;
}

/** Puts a list on a port, in parts. */
export function putParts(port: MessagePort, list: readonly unknown[]): void {
  for (let i = 0; i < list.length; i += AT_A_TIME) port.postMessage(list.slice(i, i + AT_A_TIME));
}

/** Takes in a list of another thread as it comes, until the port is closed: what a thread that ends has not put on it is missing. */
export function awaitParts<T>(port: MessagePort): Promise<T[]> {
  const { promise, resolve } = Promise.withResolvers<T[]>();
  const list: T[] = [];
  port.on("message", (part: readonly T[]) => list.push(...part));
  port.on("close", () => resolve(list));
  return promise;
}

/** Takes in a list of another thread, a part of it in a round of the event loop. */
export async function takeParts<T>(port: MessagePort): Promise<T[]> {
  const list: T[] = [];
  for (let part = receiveMessageOnPort(port); part !== undefined; part = receiveMessageOnPort(port)) {
    for (const element of part.message as T[]) list.push(element);
    await nextRound();
  }
  port.close();
  return list;
}
