import "server-only";

import nodemailer, { type Transporter } from "nodemailer";

import { env } from "../env.ts";
import { processWide } from "../process-wide.ts";
import type { MailText } from "./render-mail.ts";

type MailOutcome = { kind: "SENT" } | { kind: "REFUSED"; code: string } | { kind: "LATER"; code: string };

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

function transport(url: string): Transporter {
  return processWide("mail-transport", () => {
    const { hostname } = new URL(url);
    return nodemailer.createTransport({
      url,
      ...timeouts,
      // Links that open accounts must not cross a network unencrypted. A local mail server may lack TLS.
      requireTLS: !["localhost", "127.0.0.1", "[::1]"].includes(hostname),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  });
}

/**
 * `id` becomes the Message-ID: when a retry follows a lost answer, the recipient's server recognises the same mail.
 */
export async function sendMail(mail: { id: string; to: string } & MailText): Promise<MailOutcome> {
  const { SMTP_URL, MAIL_FROM, AUTH_URL } = env();
  if (!SMTP_URL || !MAIL_FROM) return { kind: "SENT" };
  const { id, to, subject, text, html } = mail;
  try {
    await transport(SMTP_URL).sendMail({
      from: MAIL_FROM,
      // An object, so that an address is never parsed as two.
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

/** Keeps only codes: the server's text may quote the address. */
function outcomeOf(error: unknown): MailOutcome {
  const { code = "UNKNOWN", responseCode } = error as { code?: string; responseCode?: number };
  const name = [code, responseCode].filter(Boolean).join(":");
  // EENVELOPE and EMESSAGE with a 5xx concern this mail. Failed authentication and unknown hosts are for the operator
  // to fix.
  const isAboutMail = code === "EENVELOPE" || code === "EMESSAGE";
  return isAboutMail && (responseCode ?? 500) >= 500
    ? { kind: "REFUSED", code: name }
    : { kind: "LATER", code: name };
}
