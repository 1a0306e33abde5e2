// A push service: issues subscriptions, checks, decrypts and keeps what is pushed, and answers with faults on request.
import { type ECDH, createECDH, randomBytes } from "node:crypto";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { decryptPush } from "./decrypt.ts";
import { vapidFault } from "./vapid.ts";

type Push = { message: string; ttl: number; urgency: string; topic: string | undefined; at: number };
type Answer = { status: number; headers?: Record<string, string>; hang?: boolean };

type Client = {
  keys: ECDH;
  auth: Buffer;
  received: Push[];
  /** Faults of the requests. A real service would only answer 400 or 403. */
  faults: string[];
  answers: Answer[];
};

export type PushSubscriptionJson = { endpoint: string; keys: { p256dh: string; auth: string } };

export class PushService {
  readonly #clients = new Map<string, Client>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  static async start(port = 0): Promise<PushService> {
    const service = new PushService();
    await new Promise<void>((listening) => {
      service.#server.listen(port, "127.0.0.1", listening);
    });
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => {
      this.#server.close(closed);
    });
  }

  /** `answers` are returned to pushes in order; after them 201. */
  subscribe(...answers: Answer[]): PushSubscriptionJson {
    const id = randomBytes(16).toString("base64url");
    const keys = createECDH("prime256v1");
    keys.generateKeys();
    const auth = randomBytes(16);
    this.#clients.set(id, { keys, auth, received: [], faults: [], answers });
    return {
      endpoint: `${this.origin}/push/${id}`,
      keys: { p256dh: keys.getPublicKey("base64url"), auth: auth.toString("base64url") },
    };
  }

  received({ endpoint }: PushSubscriptionJson): Push[] {
    return this.#clientOf(endpoint).received;
  }

  faults({ endpoint }: PushSubscriptionJson): string[] {
    return this.#clientOf(endpoint).faults;
  }

  #clientOf(endpoint: string): Client {
    const client = this.#clients.get(endpoint.split("/").at(-1)!);
    if (!client) throw new Error("not a subscription of this push service");
    return client;
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const client = this.#clients.get(request.url?.split("/").at(-1) ?? "");
    if (!client) return void response.writeHead(404).end();

    const fault = this.#take(client, request, Buffer.concat(chunks));
    if (fault) {
      client.faults.push(fault);
      return void response.writeHead(400).end(fault);
    }
    const { status, headers, hang } = client.answers.shift() ?? { status: 201 };
    if (!hang) response.writeHead(status, headers).end(`status ${status}`);
  }

  #take(client: Client, { headers, method }: IncomingMessage, body: Buffer): string | null {
    if (method !== "POST") return `${method}, not POST`;
    if (headers["content-encoding"] !== "aes128gcm") return "not encrypted";
    if (!/^\d+$/.test(headers.ttl as string)) return "no TTL";
    if (headers.topic !== undefined && !/^[\w-]{1,32}$/.test(headers.topic as string)) return "bad topic";
    const fault = vapidFault(headers.authorization, this.origin);
    if (fault) return fault;
    try {
      client.received.push({
        message: decryptPush(body, client),
        ttl: Number(headers.ttl),
        urgency: String(headers.urgency),
        topic: headers.topic as string | undefined,
        at: Date.now(),
      });
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : "cannot be decrypted";
    }
  }
}
