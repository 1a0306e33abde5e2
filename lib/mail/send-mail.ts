import "server-only";

import nodemailer, { type Transporter } from "nodemailer";

import { env } from "../env.ts";
import { processWide } from "../process-wide.ts";
import type { MailText } from "./render-mail.ts";

type MailOutcome =
  | { kind: "SENT" }
  /** The server will refuse it the next time too. */
  | { kind: "REFUSED"; code: string }
  | { kind: "LATER"; code: string };

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

function transport(url: string): Transporter {
  return processWide("mail-transport", () => {
    const { hostname } = new URL(url);
    return nodemailer.createTransport({
      url,
      ...timeouts,
      // Links that open accounts do not cross a network in clear. A mail server on this very machine may lack TLS.
      requireTLS: !["localhost", "127.0.0.1", "[::1]"].includes(hostname),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  });
}

/**
 * Hands one mail to the mail server. `id` becomes its Message-ID: a mail that is sent again, since nobody knows whether
 * the server took it, is the same mail to those who receive it.
 */
export async function sendMail(mail: { id: string; to: string } & MailText): Promise<MailOutcome> {
  const { SMTP_URL, MAIL_FROM, AUTH_URL } = env();
  // Shown at /dev/mail only.
  if (!SMTP_URL || !MAIL_FROM) return { kind: "SENT" };
  const { id, to, subject, text, html } = mail;
  try {
    await transport(SMTP_URL).sendMail({
      from: MAIL_FROM,
      // An object: nothing in an address is taken for a second one.
      to: { name: "", address: to },
      subject,
      text,
      html,
      messageId: `<${id}@${new URL(AUTH_URL!).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return { kind: "SENT" };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** The server's words may quote the address: only codes are kept. */
function outcomeOf(error: unknown): MailOutcome {
  const { code = "UNKNOWN", responseCode } = error as { code?: string; responseCode?: number };
  const name = [code, responseCode].filter(Boolean).join(":");
  // EENVELOPE and EMESSAGE with a 5xx are about this mail. A refused sign-in or a missing host is the operator's to mend.
  const isAboutMail = code === "EENVELOPE" || code === "EMESSAGE";
  return isAboutMail && (responseCode ?? 500) >= 500
    ? { kind: "REFUSED", code: name }
    : { kind: "LATER", code: name };
}
