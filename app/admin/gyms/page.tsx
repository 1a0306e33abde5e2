import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { GymSearch } from "@/components/gym/gym-search";
import { LocalText } from "@/components/gym/local-text";
import { OpenSuggestions } from "@/components/gym/open-suggestions";
import { RatingLine } from "@/components/gym/rating-line";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { Pager } from "@/components/ui/pager";
import { requireAdmin } from "@/lib/auth/viewer";
import { gymListHref, gymListQuerySchema } from "@/lib/gym/gym-list-query";
import { listGyms } from "@/lib/gym/list-gyms";
import { countOpenSuggestions, listOpenSuggestions } from "@/lib/gym/suggestion-data";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("adminGym");
  return { title: t("title") };
}

export default async function AdminGymsPage({ searchParams }: PageProps<"/admin/gyms">) {
  await requireAdmin();
  const { q, page: askedPage } = gymListQuerySchema.parse(await searchParams);
  const [t, gymT, locale, suggestions, suggestionCount] = await Promise.all([
    getTranslations("adminGym"),
    getTranslations("gym"),
    getLocale(),
    listOpenSuggestions(50),
    countOpenSuggestions(),
  ]);
  const { gyms, isSimilar, page, pageCount } = await listGyms({ q, sort: "name", page: askedPage, locale });

  return (
    <div className="wrap grid gap-8 py-9 sm:py-14">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-serif text-title">{t("title")}</h1>
        <LinkButton href="/admin/gyms/new">{t("add")}</LinkButton>
      </div>
      <OpenSuggestions suggestions={suggestions} moreCount={suggestionCount - suggestions.length} />
      <div className="grid gap-4">
        <div className="measure w-full">
          <GymSearch path="/admin/gyms" q={q} sort="rating" />
        </div>
        {isSimilar && <NoticeBox>{gymT("similar", { q })}</NoticeBox>}
        {gyms.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
        <ul>
          {gyms.map((gym) => (
            <li
              key={gym.id}
              className="relative flex items-center justify-between gap-x-6 gap-y-0.5 border-b max-sm:flex-col max-sm:items-start border-line py-3.5 transition-colors hover:bg-sunk"
            >
              <h2 className="font-medium wrap-anywhere">
                <Link href={`/admin/gyms/${gym.slug}`} className="after:absolute after:inset-0">
                  <LocalText ko={gym.name} en={gym.nameEn} />
                </Link>{" "}
                <span className="text-sm font-normal text-ink-faint">
                  <LocalText ko={gym.district} en={gym.districtEn} />
                </span>
              </h2>
              <RatingLine tally={gym} />
            </li>
          ))}
        </ul>
        <Pager
          page={page}
          pageCount={pageCount}
          hrefOf={(other) => gymListHref("/admin/gyms", { q, page: other })}
          labels={{
            navigation: gymT("pages.label"),
            previous: gymT("pages.previous"),
            next: gymT("pages.next"),
          }}
        />
      </div>
    </div>
  );
}
