import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

async function listen(port: number, host: string): Promise<number> {
  const server = createServer();
  server.listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return bound;
}

export async function freePort(): Promise<number> {
  return listen(0, "127.0.0.1");
}

export async function assertPortIsFree(port: number, host: string) {
  await listen(port, host);
}
