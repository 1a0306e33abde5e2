import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/gym/admin-page";
import { PlaceForm } from "@/components/gym/place-form";
import { requireAdmin } from "@/lib/auth/viewer";
import { createGymAction } from "@/lib/gym/gym-actions";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("adminGym");
  return { title: t("newGym") };
}

export default async function NewGymPage() {
  await requireAdmin();
  const t = await getTranslations("adminGym");
  return (
    <AdminPage back={{ href: "/admin/gyms", label: t("title") }} title={t("newGym")}>
      <PlaceForm kind="gym" action={createGymAction} />
    </AdminPage>
  );
}
