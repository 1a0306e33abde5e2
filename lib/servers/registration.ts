import "server-only";

import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

import { actionKeyId, actionKeyOf } from "../crypto/action-key.ts";
import { keyEncryptionKeys } from "../crypto/data-key.ts";
import { env } from "../env.ts";
import { errorName } from "../error-name.ts";
import { processWide } from "../process-wide.ts";
import { buildId, version } from "./build.ts";
import { type ServerRow, removeServer, removeStaleServers, saveServer } from "./server-data.ts";

const renewMs = 10_000;

/** This process's own entry in the table of servers. */
export class Registration {
  readonly #server: ServerRow = {
    id: randomUUID(),
    hostName: hostname(),
    version,
    buildId,
    actionKeyId: actionKeyId(actionKeyOf(env().AUTH_SECRET)),
    diaryKeyIds: keyEncryptionKeys().map(({ id }) => id),
  };
  #timer: NodeJS.Timeout | undefined;
  #renewing = Promise.resolve();
  #isFailing = false;

  /** @throws {Error} when the database is away: a server starts only with one. */
  async begin(everyMs = renewMs): Promise<void> {
    await removeStaleServers();
    await saveServer(this.#server);
    this.#timer = setInterval(() => (this.#renewing = this.#renewing.then(() => this.#renew())), everyMs);
    this.#timer.unref();
  }

  /** Removes the entry. For the very end: a server that still finishes replies needs its keys. */
  async leave(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing; // which would put the row back
    await removeServer(this.#server.id);
  }

  async #renew(): Promise<void> {
    try {
      await saveServer(this.#server);
      this.#isFailing = false;
    } catch (error) {
      // The database is away, which others complain about as well: one line for all of it.
      if (!this.#isFailing) console.warn(`server registration: ${errorName(error)}`);
      this.#isFailing = true;
    }
  }
}

export const registration = () => processWide("registration", () => new Registration());
