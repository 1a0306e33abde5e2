import "server-only";

import type { SessionClaims } from "../auth/session-cookie.ts";
import { holdStream } from "../auth/sessions/open-streams.ts";

/** A stream ends after this time. Its tab reconnects at once and sends its cookie again. */
const maxLineMs = 15 * 60_000;
const maxLinesPerMember = 12;

const encoder = new TextEncoder();
const frame = (event: string, data: unknown = null) =>
  encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
const pingFrame = frame("ping");

export type EventLine = {
  claims: SessionClaims;
  controller: ReadableStreamDefaultController<Uint8Array>;
  endsAt: number;
  release: () => void;
};

/**
 * The event streams of one kind on this server, one per tab. A stream ends with the session in which it was opened.
 */
export class EventLines {
  readonly #lines = new Map<string, Set<EventLine>>();
  readonly #pingMs: number;
  readonly #onPing: () => void;
  #pings: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor({ pingMs, onPing }: { pingMs: number; onPing: () => void }) {
    this.#pingMs = pingMs;
    this.#onPing = onPing;
  }

  open(claims: SessionClaims, onOpen: (line: EventLine) => void): ReadableStream<Uint8Array> | null {
    if (this.#isClosed) return null;
    this.#pings ??= setInterval(() => this.#ping(), this.#pingMs).unref();
    let line: EventLine;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          const release = holdStream(claims, () => this.end(line, "gone"));
          line = { claims, controller, release, endsAt: Date.now() + maxLineMs };
          // Random, so that not all tabs reconnect at once after a server ends.
          controller.enqueue(encoder.encode(`retry: ${Math.round(1000 + Math.random() * 3000)}\n\n`));
          this.#add(line);
          onOpen(line);
        },
        cancel: () => void this.#remove(line),
      },
      { highWaterMark: Infinity },
    );
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  get count(): number {
    return this.list().length;
  }

  get memberIds(): MapIterator<string> {
    return this.#lines.keys();
  }

  list(memberId?: string): EventLine[] {
    if (memberId === undefined) return [...this.#lines.values()].flatMap((lines) => [...lines]);
    return [...(this.#lines.get(memberId) ?? [])];
  }

  tell(lines: EventLine[], event: string, data: unknown): void {
    const told = frame(event, data);
    for (const line of lines) if (this.#isOpen(line)) line.controller.enqueue(told);
  }

  end(line: EventLine, last?: "full" | "gone"): void {
    if (!this.#remove(line)) return;
    if (last) line.controller.enqueue(frame(last));
    line.controller.close();
  }

  /** Ends every stream and opens no more. The tabs reconnect to another server, or to this one's successor. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#pings);
    for (const line of this.list()) this.end(line);
  }

  #add(line: EventLine): void {
    const { memberId } = line.claims;
    const lines = this.#lines.get(memberId) ?? new Set();
    this.#lines.set(memberId, lines.add(line));
    const [oldest] = lines;
    if (oldest && lines.size > maxLinesPerMember) this.end(oldest, "full");
  }

  #isOpen(line: EventLine): boolean {
    return this.#lines.get(line.claims.memberId)?.has(line) ?? false;
  }

  #remove(line: EventLine): boolean {
    const { memberId } = line.claims;
    const lines = this.#lines.get(memberId);
    const wasOpen = lines?.delete(line) ?? false;
    if (lines?.size === 0) this.#lines.delete(memberId);
    line.release();
    return wasOpen;
  }

  #ping(): void {
    const now = Date.now();
    for (const line of this.list()) {
      if (line.endsAt < now) this.end(line);
      else line.controller.enqueue(pingFrame);
    }
    this.#onPing();
  }
}
