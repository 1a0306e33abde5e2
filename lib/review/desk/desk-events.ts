import "server-only";

import { findViewer } from "../../auth/data.ts";
import type { SessionClaims } from "../../auth/session-cookie.ts";
import { type EventLine, EventLines } from "../../notice/event-lines.ts";
import { signedOutChannel } from "../../auth/sessions/signed-out-channel.ts";
import { backgroundLog } from "../../log/log.ts";
import { DatabaseListener } from "../../notice/database-listener.ts";
import { processWide } from "../../process-wide.ts";
import { deskChannel, presenceChannel } from "../revision/review-channel.ts";
import { type Looker, listLookers } from "./presence.ts";
import { listQueueChanges } from "./queue-changes.ts";
import { countQueue } from "./queue-counts.ts";

/** Also how often roles are read again: a former moderator's stream ends within this time. */
const pingMs = 5_000;
const gatherMs = 120;

/** The event streams of all moderators with an open queue on this server. */
export class DeskEvents {
  readonly #lines = new EventLines({ pingMs, onPing: () => void this.#check() });
  readonly #changed = new Set<string>();
  readonly #listener = new DatabaseListener({
    channels: [deskChannel, presenceChannel, signedOutChannel],
    onNotification: (channel, payload) => this.#hear(channel, payload),
    onConnect: () => this.#catchUp(),
  });
  #isListening = false;
  #lookers = "";
  #gathering: NodeJS.Timeout | undefined;
  #isTelling = false;

  watch(claims: SessionClaims): ReadableStream<Uint8Array> | null {
    return this.#lines.open(claims, (line) => {
      this.#listener.start();
      // Only after the listener has connected: a change before that would be lost.
      if (this.#isListening) void this.#greet([line]);
    });
  }

  get openLines(): number {
    return this.#lines.count;
  }

  close(): void {
    clearTimeout(this.#gathering);
    this.#listener.stop();
    this.#lines.close();
  }

  #hear(channel: string, payload: string): void {
    if (channel === signedOutChannel) void this.#checkRoles(payload);
    else {
      if (channel === deskChannel) this.#changed.add(payload);
      this.#gather();
    }
  }

  #gather(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      void this.#tellChanges();
    }, gatherMs).unref();
  }

  /** After a reconnect notifications may have been lost, so everyone gets the whole state. */
  #catchUp(): void {
    this.#isListening = true;
    void this.#greet(this.#lines.list());
    void this.#checkRoles();
  }

  async #greet(lines: EventLine[]): Promise<void> {
    if (lines.length === 0) return;
    const state = await attempt(() => Promise.all([countQueue(), listLookers()]));
    if (!state) return;
    const [counts, lookers] = state;
    this.#lines.tell(lines, "state", { counts, lookers });
  }

  async #tellChanges(): Promise<void> {
    if (this.#lines.isEmpty) return this.#changed.clear();
    if (this.#isTelling) return this.#gather();
    this.#isTelling = true;
    const at = Date.now();
    const revisionIds = [...this.#changed];
    this.#changed.clear();
    await attempt(async () => {
      const [changes, counts] =
        revisionIds.length > 0 ? await Promise.all([listQueueChanges(revisionIds), countQueue()]) : [];
      if (changes) this.#lines.tell(this.#lines.list(), "changed", { at, changes, counts });
      await this.#tellLookers();
    });
    this.#isTelling = false;
  }

  async #tellLookers(): Promise<void> {
    const lookers: Looker[] = await listLookers();
    const told = JSON.stringify(lookers);
    if (told !== this.#lookers) this.#lines.tell(this.#lines.list(), "lookers", lookers);
    this.#lookers = told;
  }

  async #check(): Promise<void> {
    if (this.#lines.isEmpty) return;
    this.#listener.check();
    await this.#checkRoles();
    // Also removes moderators whose presence has expired.
    await attempt(() => this.#tellLookers());
  }

  async #checkRoles(memberId?: string): Promise<void> {
    await Promise.all(
      this.#lines.list(memberId).map((line) =>
        attempt(async () => {
          const viewer = await findViewer(line.claims);
          if (!viewer || viewer.role === "MEMBER") this.#lines.end(line, "gone");
        }),
      ),
    );
  }
}

/** Without the database streams stay as they are. The next ping tries again. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    backgroundLog.warn("queue events not sent", { error });
    return undefined;
  }
}

export const deskEvents = () => processWide("desk-events", () => new DeskEvents());
