import "server-only";

import { findViewer } from "../../auth/data.ts";
import type { SessionClaims } from "../../auth/session-cookie.ts";
import { type EventLine, EventLines } from "../../event-lines.ts";
import { signedOutChannel } from "../../auth/sessions/signed-out-channel.ts";
import { backgroundLog } from "../../log/log.ts";
import { DatabaseListener } from "../../notice/database-listener.ts";
import { processWide } from "../../process-wide.ts";
import { deskChannel, presenceChannel } from "./desk-channel.ts";
import { type Looker, listLookers } from "./presence.ts";
import { listQueueChanges } from "./queue-changes.ts";
import { countQueue } from "./queue-counts.ts";

/** So often the role of everyone connected is read again: whoever is no moderator any more is told so and heard no more. */
const pingMs = 5_000;
/** What changes within this long is told together. */
const gatherMs = 120;

/** Every moderator whose queue is open on this server: told what is decided and opened, and who looks at what. */
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

  /** A moderator's stream of events. Null when this server is closing. */
  watch(claims: SessionClaims): ReadableStream<Uint8Array> | null {
    return this.#lines.open(claims, (line) => {
      this.#listener.start();
      // Before the listener is there, something could happen between this word and the next.
      if (this.#isListening) void this.#greet([line]);
    });
  }

  get openLines(): number {
    return this.#lines.count;
  }

  /** Ends every line and takes no new one. */
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

  /** What happened while nobody listened is not known: everyone is told the whole. */
  #catchUp(): void {
    this.#isListening = true;
    void this.#greet(this.#lines.list());
    void this.#checkRoles();
  }

  /** The whole of what those who have just come cannot know. */
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
    // Also those who left without a word.
    await attempt(() => this.#tellLookers());
  }

  /** Ends the lines of those who are no moderators any more, of one member or of all. */
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

/** While the database is away everyone keeps what they know; the next ping asks again. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    backgroundLog.warn("queue events not sent", { error });
    return undefined;
  }
}

export const deskEvents = () => processWide("desk-events", () => new DeskEvents());
