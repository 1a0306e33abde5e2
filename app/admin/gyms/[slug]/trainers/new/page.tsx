import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/gym/admin-page";
import { LocalText } from "@/components/gym/local-text";
import { PlaceForm } from "@/components/gym/place-form";
import { requireAdmin } from "@/lib/auth/viewer";
import { createTrainerAction } from "@/lib/gym/gym-actions";
import { findGym } from "@/lib/gym/gym-data";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("adminGym");
  return { title: t("newTrainer") };
}

export default async function NewTrainerPage({ params }: PageProps<"/admin/gyms/[slug]/trainers/new">) {
  await requireAdmin();
  const gym = await findGym((await params).slug);
  if (!gym) notFound();

  const t = await getTranslations("adminGym");
  return (
    <AdminPage
      back={{ href: `/admin/gyms/${gym.slug}`, label: <LocalText ko={gym.name} en={gym.nameEn} /> }}
      title={t("newTrainer")}
    >
      <PlaceForm kind="trainer" action={createTrainerAction.bind(null, gym.slug)} />
    </AdminPage>
  );
}
