import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PersonRow } from "@/components/people/person-row";
import { ChipLinks } from "@/components/ui/chip-links";
import { EmptyState } from "@/components/ui/empty-state";
import { NoticeBox } from "@/components/ui/notice-box";
import { PageLinks } from "@/components/ui/page-links";
import { SearchForm } from "@/components/ui/search-form";
import { listPeople } from "@/lib/account/people-data";
import { peopleGroups, peopleHref, peopleQuerySchema } from "@/lib/account/people-query";
import { requireAdmin } from "@/lib/auth/viewer";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  await requireAdmin();
  const query = peopleQuerySchema.parse(await searchParams);
  const { q, group } = query;
  const [t, { people, next, isSimilar }] = await Promise.all([getTranslations("people"), listPeople(query)]);

  return (
    <div className="wrap grid gap-5 py-9 sm:py-14">
      <h1 className="font-serif text-title">{t("title")}</h1>
      <div className="grid gap-2">
        <div className="measure w-full">
          <SearchForm action="/admin/people" q={q} label={t("search.label")} submit={t("search.submit")}>
            {group !== "everyone" && <input type="hidden" name="group" value={group} />}
          </SearchForm>
        </div>
        <ChipLinks
          label={t("groups.label")}
          chips={peopleGroups.map((other) => ({
            href: peopleHref({ q, group: other }),
            label: t(`groups.${other}`),
            isCurrent: other === group,
          }))}
        />
      </div>
      {isSimilar && <NoticeBox>{t("similar", { q })}</NoticeBox>}
      {people.length === 0 && <EmptyState title={t("none")} />}
      <ul>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      <PageLinks
        label={t("pages.label")}
        back={query.after ? { href: peopleHref({ q, group }), label: t("pages.first") } : null}
        next={next ? { href: peopleHref({ q, group, after: next }), label: t("pages.next") } : null}
      />
    </div>
  );
}
