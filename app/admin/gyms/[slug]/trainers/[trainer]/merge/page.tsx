import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { LocalText } from "@/components/gym/local-text";
import { MergeChoices } from "@/components/gym/merge-choices";
import { MergePage } from "@/components/gym/merge-page";
import { MergePlan } from "@/components/gym/merge-plan";
import { MergeSide } from "@/components/gym/merge-side";
import { RatingLine } from "@/components/gym/rating-line";
import { requireAdmin } from "@/lib/auth/viewer";
import { findTrainer, type TrainerPage } from "@/lib/gym/gym-data";
import { subjectPath } from "@/lib/gym/gym-paths";
import { localText } from "@/lib/gym/local-text";
import { mergeTrainersAction } from "@/lib/merge/actions";
import { countMove } from "@/lib/merge/move-reviews";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("adminGym.merge");
  return { title: t("trainerTitle") };
}

type Props = PageProps<"/admin/gyms/[slug]/trainers/[trainer]/merge">;

export default async function MergeTrainerPage({ params, searchParams }: Props) {
  await requireAdmin();
  const asked = await params;
  const found = await findTrainer(asked.slug, asked.trainer);
  if (!found) notFound();

  const { gym, trainer } = found;
  const { into: intoSlug } = await searchParams;
  const others = gym.trainers.filter(({ id }) => id !== trainer.id);
  const into = others.find(({ slug }) => slug === intoSlug);
  const [t, locale] = await Promise.all([getTranslations("adminGym.merge"), getLocale()]);
  const adminPath = (slug: string) => `/admin/gyms/${gym.slug}/trainers/${slug}`;
  return (
    <MergePage
      back={{ href: adminPath(trainer.slug), label: <LocalText ko={trainer.name} en={trainer.nameEn} /> }}
      title={t("trainerTitle")}
    >
      {into ? (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Side gymSlug={gym.slug} trainer={trainer} fate="goes" />
            <Side gymSlug={gym.slug} trainer={into} fate="stays" />
          </div>
          <MergePlan
            counts={await countMove({ of: "trainer", fromId: trainer.id, toId: into.id })}
            trainers={0}
            action={mergeTrainersAction}
            fromId={trainer.id}
            intoId={into.id}
            hrefs={{
              swap: `${adminPath(into.slug)}/merge?into=${trainer.slug}`,
              again: `${adminPath(trainer.slug)}/merge`,
              cancel: adminPath(trainer.slug),
            }}
          />
        </>
      ) : (
        <div className="measure grid w-full gap-4">
          <p>
            {others.length > 0
              ? t("chooseTrainer", { name: localText(locale, trainer.name, trainer.nameEn) })
              : t("noOther")}
          </p>
          <MergeChoices
            choices={others.map((other) => ({
              id: other.id,
              href: `${adminPath(trainer.slug)}/merge?into=${other.slug}`,
              name: <LocalText ko={other.name} en={other.nameEn} />,
              more: <LocalText ko={other.specialty} en={other.specialtyEn} />,
            }))}
          />
        </div>
      )}
    </MergePage>
  );
}

async function Side({
  gymSlug,
  trainer,
  fate,
}: {
  gymSlug: string;
  trainer: TrainerPage;
  fate: "goes" | "stays";
}) {
  const t = await getTranslations("adminGym.merge");
  return (
    <MergeSide
      fate={t(fate)}
      name={<LocalText ko={trainer.name} en={trainer.nameEn} />}
      facts={[
        { label: t("specialty"), value: <LocalText ko={trainer.specialty} en={trainer.specialtyEn} /> },
        { label: t("reviews"), value: <RatingLine tally={trainer} /> },
        { label: t("page"), value: subjectPath(gymSlug, trainer.slug) },
      ]}
    />
  );
}
