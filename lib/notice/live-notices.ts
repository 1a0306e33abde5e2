import "server-only";

import type { SessionClaims } from "../auth/session-cookie.ts";
import { type EventLine, EventLines } from "./event-lines.ts";
import { backgroundLog } from "../log/log.ts";
import { processWide } from "../process-wide.ts";
import { cutEndedStreams, cutStreamsOf } from "../auth/sessions/open-streams.ts";
import { signedOutChannel } from "../auth/sessions/signed-out-channel.ts";
import { buildId } from "../servers/build.ts";
import { noticeChannel } from "./channels.ts";
import { DatabaseListener } from "./database-listener.ts";
import { type MemberState, listMemberStates } from "./notice-data.ts";

/** Idle proxies close silent connections after 30 to 60 seconds. */
const pingMs = 20_000;

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

  /** Needed on every server, also without notice streams: the listener also ends reply streams of ended sessions. */
  start(): void {
    this.#listener.start();
  }

  /** A member's event stream: the current state, then each change. Null while this server shuts down. */
  watch(claims: SessionClaims): ReadableStream<Uint8Array> | null {
    return this.#lines.open(claims, (line) => {
      // A tab reconnects here after its server was replaced, and may run an older build.
      this.#lines.tell([line], "build", buildId);
      this.#listener.start();
      this.#refresh([claims.memberId]);
    });
  }

  get openLines(): number {
    return this.#lines.count;
  }

  close(): void {
    this.#listener.stop();
    this.#lines.close();
  }

  #catchUp(): void {
    void cutEndedStreams();
    this.#refresh(this.#lines.memberIds);
  }

  #check(): void {
    this.#listener.check();
    this.#catchUp();
  }

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
        // Cuts ended sessions first, in case their notification was lost.
        const [rows] = await Promise.all([listMemberStates(memberIds), cutEndedStreams(memberIds)]);
        const states = new Map(rows.map((state) => [state.memberId, state]));
        for (const memberId of memberIds) this.#tell(memberId, states.get(memberId));
      }
    } catch (error) {
      // Without the database, tabs keep their state until the next ping.
      backgroundLog.warn("notices not read", { error });
    } finally {
      this.#isTelling = false;
    }
  }

  #tell(memberId: string, state: MemberState | undefined): void {
    if (!state) return; // deleted: the streams have ended
    for (const line of this.#lines.list(memberId)) {
      const { unread, latest } = state;
      const told = `${unread} ${latest?.id}`;
      if (told !== this.#told.get(line)) this.#lines.tell([line], "state", { unread, latest });
      this.#told.set(line, told);
    }
  }
}

export const liveNotices = () => processWide("live-notices", () => new LiveNotices());
