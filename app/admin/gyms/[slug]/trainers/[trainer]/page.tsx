import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/gym/admin-page";
import { LocalText } from "@/components/gym/local-text";
import { TrainerForm } from "@/components/gym/trainer-form";
import { requireAdmin } from "@/lib/auth/viewer";
import { updateTrainerAction } from "@/lib/gym/gym-actions";
import { findTrainer } from "@/lib/gym/gym-data";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("adminGym");
  return { title: t("editTrainer") };
}

type Props = PageProps<"/admin/gyms/[slug]/trainers/[trainer]">;

export default async function EditTrainerPage({ params }: Props) {
  await requireAdmin();
  const { slug: gymSlug, trainer: trainerSlug } = await params;
  const found = await findTrainer(gymSlug, trainerSlug);
  if (!found) notFound();

  const { gym, trainer } = found;
  const { slug, name, nameEn, specialty, specialtyEn } = trainer;
  return (
    <AdminPage
      back={{ href: `/admin/gyms/${gym.slug}`, label: <LocalText ko={gym.name} en={gym.nameEn} /> }}
      title={<LocalText ko={name} en={nameEn} />}
    >
      <TrainerForm
        action={updateTrainerAction.bind(null, gym.slug, slug)}
        address={`/gyms/${gym.slug}/trainers/${slug}`}
        values={{ name, nameEn, specialty, specialtyEn }}
      />
    </AdminPage>
  );
}
