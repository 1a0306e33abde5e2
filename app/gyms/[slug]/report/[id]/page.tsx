import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ReportForm } from "@/components/report/report-form";
import { ReportObstacle } from "@/components/report/report-obstacle";
import { FoldedText } from "@/components/review/folded-text";
import { ClientMessages } from "@/components/shell/client-messages";
import { BackLink } from "@/components/ui/back-link";
import { Stars } from "@/components/ui/stars";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { isFormPost } from "@/lib/web/form-post";
import { localText } from "@/lib/gym/local-text";
import { reportPath, subjectPath } from "@/lib/gym/gym-paths";
import { activeRules } from "@/lib/moderation/policy/rules";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { findReportable } from "@/lib/review/report/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report");
  return { title: t("title"), robots: { index: false } };
}

export default async function ReportPage({ params }: PageProps<"/gyms/[slug]/report/[id]">) {
  // A plain post without a session still shows the form with its text.
  const viewer = (await isFormPost()) ? await getViewer() : await requireViewer();
  const { slug: gymSlug, id: reviewId } = await params;
  const found = await findReportable({ gymSlug, reviewId, viewerId: viewer?.id ?? null });
  if (!found) notFound();

  const { gym, trainer, authorName } = found;
  const back = subjectPath(gym.slug, trainer?.slug);
  if (found.obstacle) return <ReportObstacle obstacle={found.obstacle} back={back} />;

  const [t, gymT, locale, policy] = await Promise.all([
    getTranslations("report"),
    getTranslations("gym.rating"),
    getLocale(),
    currentPolicy(),
  ]);
  const place = trainer ?? gym;
  const { id: revisionId, stars, body, locale: writtenIn } = found.revision;
  return (
    <div className="wrap py-6 sm:py-10">
      <div className="measure mx-auto">
        <BackLink href={back}>{localText(locale, place.name, place.nameEn)}</BackLink>
        <h1 className="mt-1 font-serif text-title">{t("title")}</h1>
        <p className="mt-2 leading-relaxed text-ink-soft">{t("lead")}</p>
        <figure className="my-7 rounded-sheet bg-sunk px-5 py-4.5">
          <figcaption className="flex flex-wrap items-center gap-x-2.5 text-sm text-ink-soft">
            <Stars value={stars} label={gymT("stars", { rating: stars })} className="h-3.5" />
            <bdi className="font-medium text-ink wrap-anywhere">{authorName}</bdi>
          </figcaption>
          <blockquote className="mt-2">
            <FoldedText body={body} lang={writtenIn} />
          </blockquote>
        </figure>
        <ClientMessages namespaces={["report"]}>
          <ReportForm
            reviewId={reviewId}
            revisionId={revisionId}
            memberId={viewer?.id ?? null}
            reasons={activeRules(policy).map(({ id, wording }) => ({ id, ...wording[locale] }))}
            here={reportPath(gym.slug, reviewId)}
          />
        </ClientMessages>
      </div>
    </div>
  );
}
