import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

type Refusal = { code: number; at: "recipient" | "data" };

/** A real SMTP server on this machine. `refuse` sets its next refusal. */
export class MailServer {
  readonly taken: { to: string; source: string }[] = [];
  refuse: Refusal | null = null;
  readonly #server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => done(this.#refusal("recipient")),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const refusal = this.#refusal("data");
        const to = envelope.rcptTo.map(({ address }) => address).join();
        if (!refusal) this.taken.push({ to, source: Buffer.concat(chunks).toString() });
        done(refusal);
      });
    },
  });

  #refusal(at: Refusal["at"]) {
    if (this.refuse?.at !== at) return null;
    return Object.assign(new Error("refused, for somebody@example.org"), { responseCode: this.refuse.code });
  }

  async listen(): Promise<string> {
    this.#server.on("error", () => {});
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server.server, "listening");
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
