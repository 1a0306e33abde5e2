import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LocalText } from "@/components/gym/local-text";
import { PlaceHeader } from "@/components/gym/place-header";
import { ReviewSection } from "@/components/gym/review-section";
import { SummaryCard } from "@/components/gym/summary-card";
import { TrainerFilter } from "@/components/gym/trainer-filter";
import { TrainerList } from "@/components/gym/trainer-list";
import { WriteReviewLink } from "@/components/gym/write-review-link";
import { OwnReviews } from "@/components/review/own-reviews";
import { getViewer } from "@/lib/auth/viewer";
import { findGym } from "@/lib/gym/gym-data";
import { subjectPath } from "@/lib/gym/gym-paths";
import { goWhereItIs } from "@/lib/gym/go-where-it-is";
import { localText } from "@/lib/gym/local-text";
import { reviewListQuerySchema } from "@/lib/review/review-list-query";
import { listShownReviews } from "@/lib/review/shown-reviews";
import { findSummary } from "@/lib/review/summary/data";

export async function generateMetadata({ params }: PageProps<"/gyms/[slug]">): Promise<Metadata> {
  const gym = await findGym((await params).slug);
  if (!gym) return {};
  const [t, locale] = await Promise.all([getTranslations("gym"), getLocale()]);
  const district = localText(locale, gym.district, gym.districtEn);
  return {
    title: localText(locale, gym.name, gym.nameEn),
    description: t("description", { district, count: gym.reviewCount }),
  };
}

export default async function GymPage({ params, searchParams }: PageProps<"/gyms/[slug]">) {
  const { slug: asked } = await params;
  const gym = (await findGym(asked)) ?? (await goWhereItIs(asked));
  const query = reviewListQuerySchema.parse(await searchParams);
  const trainer = gym.trainers.find(({ slug }) => slug === query.trainer);
  const locale = await getLocale();
  const [t, viewer, summary, page] = await Promise.all([
    getTranslations("gym"),
    getViewer(),
    findSummary({ gymId: gym.id }, locale),
    listShownReviews({
      of: trainer ? { trainerId: trainer.id } : { gymId: gym.id },
      summaryOf: { gymId: gym.id },
      query,
      locale,
    }),
  ]);
  const path = subjectPath(gym.slug);

  return (
    <div className="wrap grid gap-10 pt-6 pb-16 sm:pt-10 md:gap-14">
      <PlaceHeader
        back={{ href: "/gyms", label: t("title") }}
        title={<LocalText ko={gym.name} en={gym.nameEn} />}
        lead={
          <address className="not-italic">
            <LocalText ko={gym.address} en={gym.addressEn} />
            {gym.nearby && (
              <>
                {" · "}
                <LocalText ko={gym.nearby} en={gym.nearbyEn} />
              </>
            )}
          </address>
        }
        tally={gym}
        action={<WriteReviewLink gym={gym} />}
      />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,40rem)_minmax(0,18rem)] lg:grid-rows-[auto_1fr] lg:justify-between lg:gap-y-12">
        <div className="grid gap-10 empty:hidden">
          <OwnReviews gymId={gym.id} />
          {summary && <SummaryCard summary={summary} path={path} />}
        </div>
        <aside className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <TrainerList gymSlug={gym.slug} trainers={gym.trainers} />
        </aside>
        <ReviewSection
          path={path}
          query={{ ...query, trainer: trainer?.slug ?? "" }}
          page={page}
          gymSlug={gym.slug}
          viewerId={viewer?.id}
          showsTrainers={!trainer}
        >
          {!page.sentence && (
            <TrainerFilter path={path} sort={query.sort} trainers={gym.trainers} chosen={trainer?.slug} />
          )}
        </ReviewSection>
      </div>
    </div>
  );
}
