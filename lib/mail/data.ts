import "server-only";

import { prisma } from "../db.ts";
import { isLocale } from "../i18n/locale.ts";
import { type MailText, renderMail } from "./render-mail.ts";
import { mailContentSchema } from "./schema.ts";

const shownMails = 50;

export type ShownMail = MailText & { id: string; to: string; createdAt: Date };

/** The latest mails to all addresses. Only for the demo's page: their links open every account. */
export async function listMails(): Promise<ShownMail[]> {
  const rows = await prisma.mail.findMany({
    where: { sentAt: { not: null } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shownMails,
  });
  return rows.flatMap(({ id, to, locale, createdAt, ...content }) => {
    const parsed = mailContentSchema.safeParse(content);
    if (!parsed.success || !isLocale(locale)) return [];
    return [{ id, to, createdAt, ...renderMail({ ...parsed.data, locale, at: createdAt }) }];
  });
}
