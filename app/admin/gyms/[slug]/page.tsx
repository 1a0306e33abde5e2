import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/gym/admin-page";
import { LocalText } from "@/components/gym/local-text";
import { PlaceForm } from "@/components/gym/place-form";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { requireAdmin } from "@/lib/auth/viewer";
import { updateGymAction } from "@/lib/gym/gym-actions";
import { findGym } from "@/lib/gym/gym-data";
import { subjectPath } from "@/lib/gym/gym-paths";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("adminGym");
  return { title: t("editGym") };
}

export default async function EditGymPage({ params, searchParams }: PageProps<"/admin/gyms/[slug]">) {
  await requireAdmin();
  const gym = await findGym((await params).slug);
  if (!gym) notFound();

  const t = await getTranslations("adminGym");
  const { slug, name, nameEn, district, districtEn, address, addressEn, nearby, nearbyEn, trainers } = gym;
  return (
    <AdminPage back={{ href: "/admin/gyms", label: t("title") }} title={<LocalText ko={name} en={nameEn} />}>
      {(await searchParams).merged !== undefined && (
        <div className="mb-6">
          <NoticeBox kind="done">{t("merge.done")}</NoticeBox>
        </div>
      )}
      <PlaceForm
        kind="gym"
        action={updateGymAction.bind(null, slug)}
        address={subjectPath(slug)}
        values={{ name, nameEn, district, districtEn, address, addressEn, nearby, nearbyEn }}
      />
      <section aria-labelledby="trainers" className="mt-10 border-t border-line pt-8">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h2 id="trainers" className="font-serif text-lg">
            {t("trainers")}
          </h2>
          <LinkButton href={`/admin/gyms/${slug}/trainers/new`} variant="secondary">
            {t("addTrainer")}
          </LinkButton>
        </div>
        {trainers.length === 0 && <p className="mt-3 text-ink-soft">{t("noTrainers")}</p>}
        <ul className="mt-2">
          {trainers.map((trainer) => (
            <li
              key={trainer.id}
              className="relative border-b border-line py-3.5 transition-colors hover:bg-sunk"
            >
              <Link
                href={`/admin/gyms/${slug}/trainers/${trainer.slug}`}
                className="font-medium wrap-anywhere after:absolute after:inset-0"
              >
                <LocalText ko={trainer.name} en={trainer.nameEn} />
              </Link>{" "}
              <span className="text-sm text-ink-faint">
                <LocalText ko={trainer.specialty} en={trainer.specialtyEn} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <p className="mt-10 border-t border-line pt-6">
        <LinkButton href={`/admin/gyms/${slug}/merge`} variant="secondary">
          {t("merge.open")}
        </LinkButton>
      </p>
    </AdminPage>
  );
}
