import { createTranslator } from "next-intl";

import en from "../../messages/en.json";
import ko from "../../messages/ko.json";
import { linkToken } from "../crypto/link-token.ts";
import type { Locale } from "../i18n/locale.ts";
import { publicUrl } from "../public-url.ts";
import type { MailContent } from "./schema.ts";

export type MailText = { subject: string; text: string; html: string };

type Parts = { subject: string; paragraphs: string[]; action: string; url: string; after: string };

/**
 * Contains no text of members, not even a name: somebody who signs up with another person's address must not choose
 * what that person reads.
 */
export function renderMail(mail: MailContent & { locale: Locale; at: Date }): MailText {
  const parts = partsOf(mail);
  return { subject: parts.subject, text: textOf(parts), html: htmlOf(parts, mail.locale) };
}

function partsOf(mail: MailContent & { locale: Locale; at: Date }): Parts {
  if (mail.kind === "SECURITY") return securityParts(mail);
  return mail.kind === "ACCOUNT_DELETED" ? deletionParts(mail) : linkParts(mail);
}

type ContentOf<Kind extends MailContent["kind"]> = Extract<MailContent, { kind: Kind }>;

const messages = { ko, en };
const translator = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: "mail" });

const pages = { VERIFY_EMAIL: "verify", CHANGE_EMAIL: "verify", RESET_PASSWORD: "reset" } as const;

function linkParts({ kind, data, locale }: ContentOf<keyof typeof pages> & { locale: Locale }): Parts {
  const t = translator(locale);
  return {
    subject: t(`${kind}.subject`),
    paragraphs: [t(`${kind}.body`)],
    action: t(`${kind}.action`),
    url: `${publicUrl()}/${pages[kind]}/${linkToken(data.linkId)}`,
    after: t(`${kind}.after`),
  };
}

type OfDevice = { data: { device: string; timeZone: string }; locale: Locale; at: Date };

function whenLine({ data: { device, timeZone }, locale, at }: OfDevice): string {
  const t = translator(locale);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone });
  const time = format.format(at);
  return device ? t("security.when", { time, device }) : t("security.whenUnknown", { time });
}

function securityParts(mail: ContentOf<"SECURITY"> & { locale: Locale; at: Date }): Parts {
  const t = translator(mail.locale);
  const { event } = mail.data;
  return {
    subject: t(`security.subjects.${event}`),
    paragraphs: [t(`security.bodies.${event}`), whenLine(mail)],
    action: t("security.action"),
    url: `${publicUrl()}/settings`,
    after: t("security.after"),
  };
}

function deletionParts(mail: ContentOf<"ACCOUNT_DELETED"> & { locale: Locale; at: Date }): Parts {
  const t = translator(mail.locale);
  return {
    subject: t("ACCOUNT_DELETED.subject"),
    paragraphs: [t("ACCOUNT_DELETED.body"), whenLine(mail)],
    action: t("ACCOUNT_DELETED.action"),
    url: publicUrl(),
    after: t("ACCOUNT_DELETED.after"),
  };
}

function textOf({ paragraphs, action, url, after }: Parts): string {
  return [...paragraphs, `${action}:\n${url}`, after, "—\nSora", ""].join("\n\n");
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** Mail clients support few styles, and only inline. */
function htmlOf({ subject, paragraphs, action, url, after }: Parts, locale: Locale): string {
  const line = (text: string, style = "") =>
    `<p style="margin:0 0 16px;line-height:1.7;word-break:keep-all;${style}">${escaped(text)}</p>`;
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:32px 16px;background:#f4f3ee;color:#16262d;font-family:sans-serif;font-size:16px">',
    '<div style="max-width:480px;margin:0 auto;padding:32px;background:#fcfbf8;border:1px solid #dad8ce;border-radius:12px">',
    ...paragraphs.map((text) => line(text)),
    `<p style="margin:24px 0"><a href="${escaped(url)}" style="display:inline-block;padding:12px 20px;`,
    `border-radius:10px;background:#163e4c;color:#f7f6f1;text-decoration:none">${escaped(action)}</a></p>`,
    line(after, "font-size:14px;color:#596970"),
    '<p style="margin:24px 0 0;font-size:14px;color:#596970">Sora</p></div></body></html>',
  ].join("\n");
}
