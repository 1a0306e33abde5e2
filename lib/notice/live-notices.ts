import "server-only";

import type { SessionClaims } from "../auth/session-cookie.ts";
import { type EventLine, EventLines } from "../event-lines.ts";
import { backgroundLog } from "../log/log.ts";
import { processWide } from "../process-wide.ts";
import { cutEndedStreams, cutStreamsOf } from "../auth/sessions/open-streams.ts";
import { signedOutChannel } from "../auth/sessions/signed-out-channel.ts";
import { buildId } from "../servers/build.ts";
import { noticeChannel } from "./channels.ts";
import { DatabaseListener } from "./database-listener.ts";
import { type MemberState, listMemberStates } from "./notice-data.ts";

/** Idle proxies close a silent line after 30 to 60 seconds. */
const pingMs = 20_000;

/** Everyone whose page is open on this server, and what they were told last. */
export class LiveNotices {
  readonly #lines = new EventLines({ pingMs, onPing: () => this.#check() });
  readonly #told = new WeakMap<EventLine, string>();
  readonly #due = new Set<string>();
  readonly #listener = new DatabaseListener({
    channels: [noticeChannel, signedOutChannel],
    onNotification: (channel, memberId) => {
      if (channel === signedOutChannel) void cutStreamsOf(memberId);
      else this.#refresh([memberId]);
    },
    onConnect: () => this.#catchUp(),
  });
  #isTelling = false;

  /** Listens from now on: replies are cut with their session too, on a server that nobody watches notices on. */
  start(): void {
    this.#listener.start();
  }

  /** A member's stream of events: their present state, then each change. Null when this server is closing. */
  watch(claims: SessionClaims): ReadableStream<Uint8Array> | null {
    return this.#lines.open(claims, (line) => {
      // A tab whose server was replaced comes back here: its own build may be another.
      this.#lines.tell([line], "build", buildId);
      this.#listener.start();
      this.#refresh([claims.memberId]);
    });
  }

  get openLines(): number {
    return this.#lines.count;
  }

  /** Ends every line and takes no new one. */
  close(): void {
    this.#listener.stop();
    this.#lines.close();
  }

  /** What no notification told, as there was no connection for it. */
  #catchUp(): void {
    void cutEndedStreams();
    this.#refresh(this.#lines.memberIds);
  }

  #check(): void {
    this.#listener.check();
    this.#catchUp();
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
        // Nothing is said in a session that is over, also when its end was not heard of.
        const [rows] = await Promise.all([listMemberStates(memberIds), cutEndedStreams(memberIds)]);
        const states = new Map(rows.map((state) => [state.memberId, state]));
        for (const memberId of memberIds) this.#tell(memberId, states.get(memberId));
      }
    } catch (error) {
      // The database is away: everyone keeps what they know, and the next ping asks again.
      backgroundLog.warn("notices not read", { error });
    } finally {
      this.#isTelling = false;
    }
  }

  #tell(memberId: string, state: MemberState | undefined): void {
    if (!state) return; // deleted: their lines have ended
    for (const line of this.#lines.list(memberId)) {
      const { unread, latest } = state;
      const told = `${unread} ${latest?.id}`;
      if (told !== this.#told.get(line)) this.#lines.tell([line], "state", { unread, latest });
      this.#told.set(line, told);
    }
  }
}

export const liveNotices = () => processWide("live-notices", () => new LiveNotices());
