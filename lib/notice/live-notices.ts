import "server-only";

import type { SessionClaims } from "../auth/session-cookie.ts";
import { errorName } from "../error-name.ts";
import { processWide } from "../process-wide.ts";
import { noticeChannel, signedOutChannel } from "./channels.ts";
import { DatabaseListener } from "./database-listener.ts";
import { type MemberState, listMemberStates } from "./notice-data.ts";

/** Idle proxies close a silent line after 30 to 60 seconds. */
const pingMs = 20_000;
/** A line ends after this long; its tab comes back at once and shows its cookie again. */
const maxLineMs = 15 * 60_000;
/** Tabs of one member that are seen at one time, on one server. */
const maxLinesPerMember = 12;

type Line = {
  claims: SessionClaims;
  controller: ReadableStreamDefaultController<Uint8Array>;
  endsAt: number;
  told: string;
};

const encoder = new TextEncoder();
const frame = (event: string, data: unknown) =>
  encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
const pingFrame = frame("ping", null);
const fullFrame = frame("full", null);

/** Everyone whose page is open on this server, and what they were told last. */
export class LiveNotices {
  readonly #lines = new Map<string, Set<Line>>();
  readonly #due = new Set<string>();
  readonly #listener = new DatabaseListener({
    channels: [noticeChannel, signedOutChannel],
    onNotification: (channel, memberId) => {
      if (channel === signedOutChannel) this.#closeAll(memberId);
      else this.#refresh([memberId]);
    },
    onConnect: () => this.#refresh(this.#lines.keys()),
  });
  #isTelling = false;
  #isClosed = false;
  #pings: NodeJS.Timeout | undefined;

  /** A member's stream of events: their present state, then each change. Null when this server is closing. */
  watch(claims: SessionClaims): ReadableStream<Uint8Array> | null {
    if (this.#isClosed) return null;
    this.#listener.start();
    this.#pings ??= setInterval(() => this.#ping(), pingMs).unref();
    let line: Line;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          line = { claims, controller, endsAt: Date.now() + maxLineMs, told: "" };
          // Not all at once when a server goes and everyone comes back.
          controller.enqueue(encoder.encode(`retry: ${Math.round(1000 + Math.random() * 3000)}\n\n`));
          this.#add(line);
          this.#refresh([claims.memberId]);
        },
        cancel: () => this.#remove(line),
      },
      { highWaterMark: Infinity },
    );
  }

  /** Ends every line and takes no new one: their tabs come back to another server, or to this one's successor. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#pings);
    this.#listener.stop();
    for (const memberId of this.#lines.keys()) this.#closeAll(memberId);
  }

  #add(line: Line): void {
    const { memberId } = line.claims;
    const lines = this.#lines.get(memberId) ?? new Set();
    this.#lines.set(memberId, lines.add(line));
    const [oldest] = lines;
    if (!oldest || lines.size <= maxLinesPerMember) return;
    oldest.controller.enqueue(fullFrame);
    this.#end(oldest);
  }

  #remove(line: Line): void {
    const { memberId } = line.claims;
    const lines = this.#lines.get(memberId);
    lines?.delete(line);
    if (lines?.size === 0) this.#lines.delete(memberId);
  }

  #end(line: Line): void {
    this.#remove(line);
    line.controller.close();
  }

  #closeAll(memberId: string): void {
    for (const line of this.#lines.get(memberId) ?? []) this.#end(line);
  }

  #ping(): void {
    this.#listener.check();
    const now = Date.now();
    for (const lines of this.#lines.values()) {
      for (const line of lines) {
        if (line.endsAt < now) this.#end(line);
        else line.controller.enqueue(pingFrame);
      }
    }
    // Also finds the sessions that are over, and what no notification told.
    this.#refresh(this.#lines.keys());
  }

  /** Reads these members' state and tells it: one statement for all of them, and one at a time. */
  #refresh(memberIds: Iterable<string>): void {
    for (const memberId of memberIds) if (this.#lines.has(memberId)) this.#due.add(memberId);
    if (!this.#isTelling) void this.#tellDue();
  }

  async #tellDue(): Promise<void> {
    this.#isTelling = true;
    try {
      while (this.#due.size > 0) {
        const memberIds = [...this.#due];
        this.#due.clear();
        const states = new Map((await listMemberStates(memberIds)).map((state) => [state.memberId, state]));
        for (const memberId of memberIds) this.#tell(memberId, states.get(memberId));
      }
    } catch (error) {
      // The database is away: everyone keeps what they know, and the next ping asks again.
      console.warn(`notices: ${errorName(error)}`);
    } finally {
      this.#isTelling = false;
    }
  }

  #tell(memberId: string, state: MemberState | undefined): void {
    for (const line of this.#lines.get(memberId) ?? []) {
      if (state?.sessionVersion !== line.claims.sessionVersion) {
        this.#end(line); // signed out everywhere, suspended or deleted
        continue;
      }
      const { unread, latest } = state;
      const told = `${unread} ${latest?.id}`;
      if (told !== line.told) line.controller.enqueue(frame("state", { unread, latest }));
      line.told = told;
    }
  }
}

export const liveNotices = () => processWide("live-notices", () => new LiveNotices());
