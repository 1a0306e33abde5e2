import "server-only";

import { findViewer } from "../../auth/data.ts";
import type { SessionClaims } from "../../auth/session-cookie.ts";
import { errorName } from "../../error-name.ts";
import { signedOutChannel } from "../../notice/channels.ts";
import { DatabaseListener } from "../../notice/database-listener.ts";
import { processWide } from "../../process-wide.ts";
import { deskChannel, presenceChannel } from "./desk-channel.ts";
import { type Looker, listLookers } from "./presence.ts";
import { listQueueChanges } from "./queue-changes.ts";
import { countQueue } from "./queue-counts.ts";

/** So often the role of everyone connected is read again: whoever is no moderator any more is told so and heard no more. */
const pingMs = 5_000;
/** A line ends after this long; its tab comes back at once and shows its cookie again. */
const maxLineMs = 15 * 60_000;
const maxLinesPerMember = 12;
/** What changes within this long is told together. */
const gatherMs = 120;

type Line = {
  claims: SessionClaims;
  controller: ReadableStreamDefaultController<Uint8Array>;
  endsAt: number;
};

const encoder = new TextEncoder();
const frame = (event: string, data: unknown) =>
  encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
const pingFrame = frame("ping", null);
const goneFrame = frame("gone", null);
const fullFrame = frame("full", null);

/** Every moderator whose queue is open on this server: told what is decided and opened, and who looks at what. */
export class DeskEvents {
  readonly #lines = new Set<Line>();
  readonly #changed = new Set<string>();
  readonly #listener = new DatabaseListener({
    channels: [deskChannel, presenceChannel, signedOutChannel],
    onNotification: (channel, payload) => this.#hear(channel, payload),
    onConnect: () => this.#catchUp(),
  });
  #isListening = false;
  #lookers = "";
  #pings: NodeJS.Timeout | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #isTelling = false;
  #isClosed = false;

  /** A moderator's stream of events. Null when this server is closing. */
  watch(claims: SessionClaims): ReadableStream<Uint8Array> | null {
    if (this.#isClosed) return null;
    this.#listener.start();
    this.#pings ??= setInterval(() => void this.#ping(), pingMs).unref();
    let line: Line;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          line = { claims, controller, endsAt: Date.now() + maxLineMs };
          controller.enqueue(encoder.encode(`retry: ${Math.round(1000 + Math.random() * 2000)}\n\n`));
          this.#add(line);
          // Before the listener is there, something could happen between this word and the next.
          if (this.#isListening) void this.#greet(line);
        },
        cancel: () => void this.#lines.delete(line),
      },
      { highWaterMark: Infinity },
    );
  }

  /** Ends every line and takes no new one. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#pings);
    clearTimeout(this.#gathering);
    this.#listener.stop();
    for (const line of this.#lines) this.#end(line);
  }

  #add(line: Line): void {
    this.#lines.add(line);
    const theirs = [...this.#lines].filter(({ claims }) => claims.memberId === line.claims.memberId);
    const [oldest] = theirs;
    if (oldest && theirs.length > maxLinesPerMember) this.#end(oldest, fullFrame);
  }

  #end(line: Line, last?: Uint8Array): void {
    if (!this.#lines.delete(line)) return;
    if (last) line.controller.enqueue(last);
    line.controller.close();
  }

  #tell(told: Uint8Array): void {
    for (const line of this.#lines) line.controller.enqueue(told);
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
    for (const line of this.#lines) void this.#greet(line);
    void this.#checkRoles();
  }

  /** The whole of what one who has just come cannot know. */
  async #greet(line: Line): Promise<void> {
    const state = await attempt(async () => ({ counts: await countQueue(), lookers: await listLookers() }));
    if (state && this.#lines.has(line)) line.controller.enqueue(frame("state", state));
  }

  async #tellChanges(): Promise<void> {
    if (this.#lines.size === 0) return this.#changed.clear();
    if (this.#isTelling) return this.#gather();
    this.#isTelling = true;
    const at = Date.now();
    const revisionIds = [...this.#changed];
    this.#changed.clear();
    await attempt(async () => {
      const [changes, counts] =
        revisionIds.length > 0 ? await Promise.all([listQueueChanges(revisionIds), countQueue()]) : [];
      if (changes) this.#tell(frame("changed", { at, changes, counts }));
      await this.#tellLookers();
    });
    this.#isTelling = false;
  }

  async #tellLookers(): Promise<void> {
    const lookers: Looker[] = await listLookers();
    const told = JSON.stringify(lookers);
    if (told !== this.#lookers) this.#tell(frame("lookers", lookers));
    this.#lookers = told;
  }

  async #ping(): Promise<void> {
    if (this.#lines.size === 0) return;
    this.#listener.check();
    const now = Date.now();
    for (const line of this.#lines) {
      if (line.endsAt < now) this.#end(line);
      else line.controller.enqueue(pingFrame);
    }
    await this.#checkRoles();
    // Also those who left without a word.
    await attempt(() => this.#tellLookers());
  }

  /** Ends the lines of those who are no moderators any more, of one member or of all. */
  async #checkRoles(memberId?: string): Promise<void> {
    const lines = [...this.#lines].filter(({ claims }) => !memberId || claims.memberId === memberId);
    await Promise.all(
      lines.map((line) =>
        attempt(async () => {
          const viewer = await findViewer(line.claims);
          if (!viewer || viewer.role === "MEMBER") this.#end(line, goneFrame);
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
    console.warn(`queue: ${errorName(error)}`);
    return undefined;
  }
}

export const deskEvents = () => processWide("desk-events", () => new DeskEvents());
