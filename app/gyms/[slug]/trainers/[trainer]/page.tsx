import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LocalText } from "@/components/gym/local-text";
import { PlaceHeader } from "@/components/gym/place-header";
import { ReviewSection } from "@/components/gym/review-section";
import { SummaryCard } from "@/components/gym/summary-card";
import { WriteReviewLink } from "@/components/gym/write-review-link";
import { OwnReviews } from "@/components/review/own-reviews";
import { getViewer } from "@/lib/auth/viewer";
import { findTrainer } from "@/lib/gym/gym-data";
import { subjectPath } from "@/lib/gym/gym-paths";
import { goWhereItIs } from "@/lib/gym/go-where-it-is";
import { localText } from "@/lib/gym/local-text";
import { reviewListQuerySchema } from "@/lib/review/review-list-query";
import { listShownReviews } from "@/lib/review/shown-reviews";
import { findSummary } from "@/lib/review/summary/data";

type Props = PageProps<"/gyms/[slug]/trainers/[trainer]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, trainer: trainerSlug } = await params;
  const found = await findTrainer(slug, trainerSlug);
  if (!found) return {};
  const [t, locale] = await Promise.all([getTranslations("gym"), getLocale()]);
  const [name, gym] = [found.trainer, found.gym].map((place) => localText(locale, place.name, place.nameEn));
  return {
    title: t("trainer.title", { name: name!, gym: gym! }),
    description: localText(locale, found.trainer.specialty, found.trainer.specialtyEn),
  };
}

export default async function TrainerPage({ params, searchParams }: Props) {
  const asked = await params;
  const found = await findTrainer(asked.slug, asked.trainer);
  const { gym, trainer } = found ?? (await goWhereItIs(asked.slug, asked.trainer));
  const query = { ...reviewListQuerySchema.parse(await searchParams), trainer: "" };
  const of = { trainerId: trainer.id };
  const locale = await getLocale();
  const [viewer, summary, page] = await Promise.all([
    getViewer(),
    findSummary(of, locale),
    listShownReviews({ of, summaryOf: of, query, locale }),
  ]);
  const path = subjectPath(gym.slug, trainer.slug);

  return (
    <div className="wrap grid gap-10 pt-6 pb-16 sm:pt-10 md:gap-14">
      <PlaceHeader
        back={{ href: subjectPath(gym.slug), label: <LocalText ko={gym.name} en={gym.nameEn} /> }}
        title={<LocalText ko={trainer.name} en={trainer.nameEn} />}
        lead={<LocalText ko={trainer.specialty} en={trainer.specialtyEn} />}
        tally={trainer}
        action={<WriteReviewLink gym={gym} trainer={trainer} />}
      />
      <div className="measure grid gap-10">
        <OwnReviews gymId={gym.id} trainerSlug={trainer.slug} />
        {summary && <SummaryCard summary={summary} path={path} />}
        <ReviewSection path={path} query={query} page={page} gymSlug={gym.slug} viewerId={viewer?.id} />
      </div>
    </div>
  );
}
