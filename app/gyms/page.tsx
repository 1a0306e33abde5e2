import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { GymCard } from "@/components/gym/gym-card";
import { GymSearch } from "@/components/gym/gym-search";
import { NoGyms } from "@/components/gym/no-gyms";
import { PageFonts } from "@/components/shell/page-fonts";
import { ChipLinks } from "@/components/ui/chip-links";
import { NoticeBox } from "@/components/ui/notice-box";
import { Pager } from "@/components/ui/pager";
import { gymListHref, gymListQuerySchema, gymSorts } from "@/lib/gym/gym-list-query";
import { listDistricts } from "@/lib/gym/list-districts";
import { listGyms } from "@/lib/gym/list-gyms";
import { localText } from "@/lib/gym/local-text";
import { widenSearch } from "@/lib/gym/widen-search";
import { oneLineSummaries } from "@/lib/review/summary/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("gym");
  return { title: t("title"), description: t("lead") };
}

export default async function GymsPage({ searchParams }: PageProps<"/gyms">) {
  const query = gymListQuerySchema.parse(await searchParams);
  const [t, locale] = await Promise.all([getTranslations("gym"), getLocale()]);
  const [{ gyms, count, isSimilar, page, pageCount }, districts] = await Promise.all([
    listGyms({ ...query, locale }),
    listDistricts(),
  ]);
  if (query.page > pageCount) redirect(gymListHref("/gyms", { ...query, page: pageCount }));
  const { q, district, sort } = query;
  const [summaries, wider] = await Promise.all([
    oneLineSummaries(
      gyms.map(({ id }) => id),
      locale,
    ),
    gyms.length === 0 ? widenSearch(query) : [],
  ]);
  const chosen = districts.find((other) => other.district === district);
  const where = localText(locale, district, chosen?.districtEn ?? null);
  const found = { q, count, district: where };
  const foundWords = { all: "count", q: "found", district: "inDistrict", both: "foundInDistrict" } as const;
  const narrowedBy = q && district ? "both" : q ? "q" : district ? "district" : "all";

  return (
    <div className="wrap py-9 sm:py-14">
      <PageFonts />
      <h1 className="font-serif text-title">{t("title")}</h1>
      <p className="mt-1.5 mb-6 text-ink-soft">{t("lead")}</p>
      <div className="measure">
        <GymSearch path="/gyms" q={q} sort={sort} district={district} districts={districts} />
      </div>
      <div className="mt-3 mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <ChipLinks
          label={t("sort.label")}
          chips={gymSorts.map((other) => ({
            href: gymListHref("/gyms", { q, district, sort: other }),
            label: t(`sort.${other}`),
            isCurrent: other === sort,
          }))}
        />
        <p className="flex min-h-11 flex-wrap items-center text-sm text-ink-faint">
          {t(foundWords[narrowedBy], found)}
          {narrowedBy !== "all" && (
            <Link
              href={gymListHref("/gyms", { sort })}
              className="ml-3 inline-flex min-h-11 items-center text-ink-soft underline underline-offset-4 hover:text-ink"
            >
              {t("showAll")}
            </Link>
          )}
        </p>
      </div>
      {isSimilar && (
        <div className="mb-5" role="status">
          <NoticeBox>{t("similar", { q })}</NoticeBox>
        </div>
      )}
      {sort === "rating" && gyms.length > 1 && (
        <p className="-mt-3 mb-5 text-[0.8125rem] text-ink-faint">{t("sort.ratingNote")}</p>
      )}
      {gyms.length === 0 && <NoGyms q={q} district={where} wider={wider} />}
      <ul className="mb-10 grid gap-4 sm:grid-cols-2 sm:gap-5 lg:grid-cols-3">
        {gyms.map((gym) => (
          <li key={gym.id}>
            <GymCard gym={gym} summary={summaries.get(gym.id)} />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pageCount={pageCount}
        hrefOf={(other) => gymListHref("/gyms", { q, district, sort, page: other })}
        labels={{
          navigation: t("pages.label"),
          previous: t("pages.previous"),
          next: t("pages.next"),
        }}
      />
      {gyms.length > 0 && (
        <p className="mt-10 text-center text-[0.9375rem] text-ink-soft">
          {t("missing.text")}{" "}
          <Link
            href="/gyms/suggest"
            className="inline-flex min-h-11 items-center underline underline-offset-4 hover:text-ink"
          >
            {t("missing.link")}
          </Link>
        </p>
      )}
    </div>
  );
}
