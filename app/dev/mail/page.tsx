import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ShownMailView } from "@/components/mail/shown-mail-view";
import { EmptyState } from "@/components/ui/empty-state";
import { env } from "@/lib/env";
import { listMails } from "@/lib/mail/data";

export async function generateMetadata(): Promise<Metadata> {
  if (!env().SORA_DEMO) return {};
  const t = await getTranslations("devMail");
  return { title: t("title") };
}

/** Mails that the demo does not send. Only the demo has this page: its passwords are public anyway. */
export default async function DevMailPage() {
  if (!env().SORA_DEMO) notFound();
  const [t, format, mails] = await Promise.all([getTranslations("devMail"), getFormatter(), listMails()]);

  return (
    <div className="wrap max-w-180 py-10 sm:py-14">
      <h1 className="font-serif text-title">{t("title")}</h1>
      <p className="mt-1.5 mb-8 text-ink-soft">{t("lead")}</p>
      {mails.length === 0 && <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
      <ul className="grid gap-5">
        {mails.map(({ id, to, subject, text, createdAt }) => (
          <li key={id}>
            <ShownMailView
              to={to}
              subject={subject}
              text={text}
              at={format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
