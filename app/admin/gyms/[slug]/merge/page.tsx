import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { GymSearch } from "@/components/gym/gym-search";
import { LocalText } from "@/components/gym/local-text";
import { MergeChoices } from "@/components/gym/merge-choices";
import { MergePage } from "@/components/gym/merge-page";
import { MergePlan } from "@/components/gym/merge-plan";
import { MergeSide } from "@/components/gym/merge-side";
import { RatingLine } from "@/components/gym/rating-line";
import { NoticeBox } from "@/components/ui/notice-box";
import { requireAdmin } from "@/lib/auth/viewer";
import { findGym, type GymPage } from "@/lib/gym/gym-data";
import { gymListQuerySchema } from "@/lib/gym/gym-list-query";
import { subjectPath } from "@/lib/gym/gym-paths";
import { listGyms } from "@/lib/gym/list-gyms";
import { localText } from "@/lib/gym/local-text";
import { mergeGymsAction } from "@/lib/merge/actions";
import { countMove } from "@/lib/merge/move-reviews";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("adminGym.merge");
  return { title: t("gymTitle") };
}

const mergePath = (slug: string) => `/admin/gyms/${slug}/merge`;

export default async function MergeGymPage({ params, searchParams }: PageProps<"/admin/gyms/[slug]/merge">) {
  await requireAdmin();
  const gym = await findGym((await params).slug);
  if (!gym) notFound();

  const asked = await searchParams;
  const into = typeof asked.into === "string" ? await findGym(asked.into) : null;
  const t = await getTranslations("adminGym.merge");
  return (
    <MergePage
      back={{ href: `/admin/gyms/${gym.slug}`, label: <LocalText ko={gym.name} en={gym.nameEn} /> }}
      title={t("gymTitle")}
    >
      {into && into.id !== gym.id ? (
        <Plan gym={gym} into={into} />
      ) : (
        <Choice gym={gym} q={gymListQuerySchema.parse(asked).q} />
      )}
    </MergePage>
  );
}

async function Choice({ gym, q }: { gym: GymPage; q: string }) {
  const [t, gymT, admin, locale] = await Promise.all([
    getTranslations("adminGym.merge"),
    getTranslations("gym"),
    getTranslations("adminGym"),
    getLocale(),
  ]);
  const { gyms, isSimilar } = await listGyms({ q, sort: "name", page: 1, locale });
  const others = gyms.filter(({ id }) => id !== gym.id);
  return (
    <div className="measure grid w-full gap-4">
      <p>{t("chooseGym", { name: localText(locale, gym.name, gym.nameEn) })}</p>
      <GymSearch path={mergePath(gym.slug)} q={q} sort="rating" />
      {isSimilar && <NoticeBox>{gymT("similar", { q })}</NoticeBox>}
      {others.length === 0 && <p className="text-ink-soft">{admin("none")}</p>}
      <MergeChoices
        choices={others.map((other) => ({
          id: other.id,
          href: `${mergePath(gym.slug)}?into=${other.slug}`,
          name: <LocalText ko={other.name} en={other.nameEn} />,
          more: <LocalText ko={other.district} en={other.districtEn} />,
        }))}
      />
    </div>
  );
}

async function Plan({ gym, into }: { gym: GymPage; into: GymPage }) {
  const counts = await countMove({ of: "gym", fromId: gym.id, toId: into.id });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Side gym={gym} fate="goes" />
        <Side gym={into} fate="stays" />
      </div>
      <MergePlan
        counts={counts}
        trainers={gym.trainers.length}
        action={mergeGymsAction}
        fromId={gym.id}
        intoId={into.id}
        hrefs={{
          swap: `${mergePath(into.slug)}?into=${gym.slug}`,
          again: mergePath(gym.slug),
          cancel: `/admin/gyms/${gym.slug}`,
        }}
      />
    </>
  );
}

async function Side({ gym, fate }: { gym: GymPage; fate: "goes" | "stays" }) {
  const t = await getTranslations("adminGym.merge");
  return (
    <MergeSide
      fate={t(fate)}
      name={<LocalText ko={gym.name} en={gym.nameEn} />}
      facts={[
        { label: t("district"), value: <LocalText ko={gym.district} en={gym.districtEn} /> },
        { label: t("address"), value: <LocalText ko={gym.address} en={gym.addressEn} /> },
        { label: t("reviews"), value: <RatingLine tally={gym} /> },
        { label: t("trainers"), value: t("people", { count: gym.trainers.length }) },
        { label: t("page"), value: subjectPath(gym.slug) },
      ]}
    />
  );
}
