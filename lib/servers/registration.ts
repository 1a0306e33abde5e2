import "server-only";

import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

import { actionKeyId, actionKeyOf } from "../crypto/action-key.ts";
import { keyEncryptionKeys } from "../crypto/data-key.ts";
import { env } from "../env.ts";
import { backgroundLog } from "../log/log.ts";
import { processWide } from "../process-wide.ts";
import { buildId, version } from "./build.ts";
import { differenceLine, differencesBetween } from "./differences.ts";
import { newestEnvelopeFormat } from "./envelope-format.ts";
import { isFirstProcess } from "./first-process.ts";
import {
  type ServerRow,
  listLiveServers,
  removeServer,
  removeStaleServers,
  saveServer,
} from "./server-data.ts";

const renewMs = 10_000;
const lookEvery = 3;

export class Registration {
  readonly #server: ServerRow = {
    id: randomUUID(),
    hostName: hostname(),
    version,
    buildId,
    actionKeyId: actionKeyId(actionKeyOf(env().AUTH_SECRET)),
    diaryKeyIds: keyEncryptionKeys().map(({ id }) => id),
    envelopeFormat: newestEnvelopeFormat,
  };
  #timer: NodeJS.Timeout | undefined;
  #renewing = Promise.resolve();
  #isFailing = false;
  #renewals = 0;
  #warned = "";

  /** @throws {Error} when the database is unreachable: a server does not start without one */
  async begin(everyMs = renewMs): Promise<void> {
    await removeStaleServers();
    await saveServer(this.#server);
    await this.#look();
    this.#timer = setInterval(() => (this.#renewing = this.#renewing.then(() => this.#renew())), everyMs);
    this.#timer.unref();
  }

  /** Call last: a server that still finishes replies needs its keys. */
  async leave(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing; // otherwise it would insert the row again
    await removeServer(this.#server.id);
  }

  async #renew(): Promise<void> {
    try {
      await saveServer(this.#server);
      this.#renewals += 1;
      if (this.#renewals % lookEvery === 0) await this.#look();
      this.#isFailing = false;
    } catch (error) {
      // One record per outage of the database: other parts log it too.
      if (!this.#isFailing) backgroundLog.warn("server not registered", { error });
      this.#isFailing = true;
    }
  }

  async #look(): Promise<void> {
    if (!isFirstProcess()) return;
    const differences = differencesBetween(await listLiveServers());
    const warned = JSON.stringify(differences);
    if (warned === this.#warned) return;
    this.#warned = warned;
    for (const difference of differences)
      backgroundLog.warn("servers differ", { note: differenceLine(difference) });
  }
}

export const registration = () => processWide("registration", () => new Registration());
