import "server-only";

import type { SessionClaims } from "../auth/session-cookie.ts";
import { errorName } from "../error-name.ts";
import { type EventLine, EventLines } from "../event-lines.ts";
import { processWide } from "../process-wide.ts";
import { noticeChannel, signedOutChannel } from "./channels.ts";
import { DatabaseListener } from "./database-listener.ts";
import { type MemberState, listMemberStates } from "./notice-data.ts";

/** Idle proxies close a silent line after 30 to 60 seconds. */
const pingMs = 20_000;

/** Everyone whose page is open on this server, and what they were told last. */
export class LiveNotices {
  readonly #lines = new EventLines<SessionClaims>({ pingMs, onPing: () => this.#check() });
  readonly #told = new WeakMap<EventLine<SessionClaims>, string>();
  readonly #due = new Set<string>();
  readonly #listener = new DatabaseListener({
    channels: [noticeChannel, signedOutChannel],
    onNotification: (channel, memberId) => {
      if (channel === signedOutChannel) this.#endAll(memberId);
      else this.#refresh([memberId]);
    },
    onConnect: () => this.#refresh(this.#lines.memberIds),
  });
  #isTelling = false;

  /** A member's stream of events: their present state, then each change. Null when this server is closing. */
  watch(claims: SessionClaims): ReadableStream<Uint8Array> | null {
    return this.#lines.open(claims, () => {
      this.#listener.start();
      this.#refresh([claims.memberId]);
    });
  }

  /** Ends every line and takes no new one. */
  close(): void {
    this.#listener.stop();
    this.#lines.close();
  }

  #endAll(memberId: string): void {
    for (const line of this.#lines.list(memberId)) this.#lines.end(line);
  }

  /** Also finds the sessions that are over, and what no notification told. */
  #check(): void {
    this.#listener.check();
    this.#refresh(this.#lines.memberIds);
  }

  /** Reads these members' state and tells it: one statement for all of them, and one at a time. */
  #refresh(memberIds: Iterable<string>): void {
    for (const memberId of memberIds) if (this.#lines.list(memberId).length > 0) this.#due.add(memberId);
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
    for (const line of this.#lines.list(memberId)) {
      if (state?.sessionVersion !== line.claims.sessionVersion) {
        this.#lines.end(line); // signed out everywhere, suspended or deleted
        continue;
      }
      const { unread, latest } = state;
      const told = `${unread} ${latest?.id}`;
      if (told !== this.#told.get(line)) this.#lines.tell([line], "state", { unread, latest });
      this.#told.set(line, told);
    }
  }
}

export const liveNotices = () => processWide("live-notices", () => new LiveNotices());
