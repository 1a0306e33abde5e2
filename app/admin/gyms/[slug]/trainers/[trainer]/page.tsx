import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/gym/admin-page";
import { LocalText } from "@/components/gym/local-text";
import { PlaceForm } from "@/components/gym/place-form";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { requireAdmin } from "@/lib/auth/viewer";
import { updateTrainerAction } from "@/lib/gym/gym-actions";
import { findTrainer } from "@/lib/gym/gym-data";
import { subjectPath } from "@/lib/gym/gym-paths";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("adminGym");
  return { title: t("editTrainer") };
}

type Props = PageProps<"/admin/gyms/[slug]/trainers/[trainer]">;

export default async function EditTrainerPage({ params, searchParams }: Props) {
  await requireAdmin();
  const { slug: gymSlug, trainer: trainerSlug } = await params;
  const found = await findTrainer(gymSlug, trainerSlug);
  if (!found) notFound();

  const t = await getTranslations("adminGym");
  const { gym, trainer } = found;
  const { slug, name, nameEn, specialty, specialtyEn } = trainer;
  return (
    <AdminPage
      back={{ href: `/admin/gyms/${gym.slug}`, label: <LocalText ko={gym.name} en={gym.nameEn} /> }}
      title={<LocalText ko={name} en={nameEn} />}
    >
      {(await searchParams).merged !== undefined && (
        <div className="mb-6">
          <NoticeBox kind="done">{t("merge.done")}</NoticeBox>
        </div>
      )}
      <PlaceForm
        kind="trainer"
        action={updateTrainerAction.bind(null, gym.slug, slug)}
        address={subjectPath(gym.slug, slug)}
        values={{ name, nameEn, specialty, specialtyEn }}
      />
      <p className="mt-10 border-t border-line pt-6">
        <LinkButton href={`/admin/gyms/${gym.slug}/trainers/${slug}/merge`} variant="secondary">
          {t("merge.openTrainer")}
        </LinkButton>
      </p>
    </AdminPage>
  );
}
