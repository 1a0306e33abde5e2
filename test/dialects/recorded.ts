import { readFileSync, readdirSync } from "node:fs";
import { type Server, type Socket, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";

const folder = import.meta.dirname;

export const recordedNames = (kind: "reply" | "judge") =>
  readdirSync(folder)
    .filter((file) => file.startsWith(`${kind}-`) && file.endsWith(".http"))
    .map((file) => file.replace(/\.http$/, ""));

export type Replay = { url: string; requests: { path: string; body: string }[]; close(): Promise<void> };

/** Answers each request with the next recording. The last one repeats. `cutBytes`: the size of the pieces sent. */
export async function replay(names: string[], { cutBytes = Infinity } = {}): Promise<Replay> {
  const requests: Replay["requests"] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (text) => {
      received += text;
      const request = readRequest(received);
      if (!request) return;
      received = "";
      requests.push(request);
      send(socket, names[Math.min(requests.length, names.length) - 1]!, cutBytes);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function readRequest(text: string): Replay["requests"][number] | null {
  const at = text.indexOf("\r\n\r\n");
  if (at < 0) return null;
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
  const body = text.slice(at + 4);
  return Buffer.byteLength(body) < length ? null : { path: text.split(" ")[1]!, body };
}

function send(socket: Socket, name: string, cutBytes: number): void {
  const bytes = readFileSync(join(folder, `${name}.http`));
  for (let at = 0; at < bytes.length; at += cutBytes) socket.write(bytes.subarray(at, at + cutBytes));
  // A recording does not show how the connection ended, so the file's name does.
  if (name.includes("-open")) return;
  if (name.includes("-reset")) setTimeout(() => socket.resetAndDestroy(), 50);
  else socket.end();
}
