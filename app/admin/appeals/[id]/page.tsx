import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AppealDesk } from "@/components/appeal/appeal-desk";
import { AppealThread } from "@/components/appeal/appeal-thread";
import { AppealedReview } from "@/components/appeal/appealed-review";
import { FirstDecision } from "@/components/appeal/first-decision";
import { LiveAppeals } from "@/components/appeal/live-appeals";
import { BackLink } from "@/components/ui/back-link";
import { requireModerator } from "@/lib/auth/viewer";
import { subjectName } from "@/lib/gym/subject-name";
import { findAppeal } from "@/lib/review/appeal/data";
import { appealsHref } from "@/lib/review/appeal/queue-query";

export async function generateMetadata(): Promise<Metadata> {
  await requireModerator();
  const t = await getTranslations("appeal");
  return { title: t("one") };
}

export default async function AppealPage({ params }: PageProps<"/admin/appeals/[id]">) {
  const moderator = await requireModerator();
  const appeal = await findAppeal((await params).id);
  if (!appeal) notFound();

  const [t, locale] = await Promise.all([getTranslations("appeal"), getLocale()]);
  return (
    <div className="wrap py-6 sm:py-10">
      <BackLink href={appealsHref({ state: appeal.outcome ? "decided" : "open" })}>{t("title")}</BackLink>
      <h1 className="mt-1 font-serif text-title wrap-anywhere">{subjectName(locale, appeal)}</h1>
      <p className="mt-1 text-ink-soft wrap-anywhere">{t("by", { name: appeal.author.name })}</p>
      <LiveAppeals revisionIds={[appeal.revision.id]} />
      <div className="mt-8 grid gap-10 lg:grid-cols-2 lg:gap-16">
        <div className="grid min-w-0 content-start gap-8">
          <AppealedReview appeal={appeal} />
          <FirstDecision decision={appeal.firstDecision} />
        </div>
        <div className="grid min-w-0 content-start gap-8">
          <section aria-labelledby="thread" className="grid gap-4">
            <h2 id="thread" className="font-serif text-lg">
              {t("thread")}
            </h2>
            <AppealThread appeal={appeal} />
          </section>
          <AppealDesk appeal={appeal} moderatorId={moderator.id} />
        </div>
      </div>
    </div>
  );
}
