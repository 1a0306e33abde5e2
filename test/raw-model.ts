import { readFileSync } from "node:fs";
import { type Server, type Socket, createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { projectPath } from "../scripts/project.ts";

export type RawRequest = { head: string; body: Record<string, unknown> };

/** A complete recorded HTTP answer (test/dialects), byte for byte. */
export const dialect = (name: string): string =>
  readFileSync(projectPath(`test/dialects/${name}.http`), "utf8");

export const jsonAnswer = (body: unknown, status = "200 OK"): string => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const length = Buffer.byteLength(text);
  return `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${text}`;
};

/** Writes answers directly to the socket, so that no library normalises them. */
export class RawModel {
  readonly requests: RawRequest[] = [];
  readonly #server: Server;
  readonly #answer: (request: RawRequest) => string;

  private constructor(answer: (request: RawRequest) => string) {
    this.#answer = answer;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  static async start(answer: (request: RawRequest) => string): Promise<RawModel> {
    const model = new RawModel(answer);
    model.#server.listen(0, "127.0.0.1");
    await once(model.#server, "listening");
    return model;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }

  #serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = received.subarray(0, end).toString();
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      const body = received.subarray(end + 4);
      if (body.length < length) return;
      const request = { head, body: JSON.parse(body.toString()) as Record<string, unknown> };
      this.requests.push(request);
      socket.end(this.#answer(request));
    });
  }
}
