import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleSearch } from "@/components/people/people-search";
import { PersonRow } from "@/components/people/person-row";
import { ChipLinks } from "@/components/ui/chip-links";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
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
  const [t, { people, next }] = await Promise.all([getTranslations("people"), listPeople(query)]);

  return (
    <div className="wrap grid gap-5 py-9 sm:py-14">
      <h1 className="font-serif text-title">{t("title")}</h1>
      <div className="grid gap-2">
        <div className="measure w-full">
          <PeopleSearch q={q} group={group} />
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
      {people.length === 0 && <EmptyState title={t("none")} />}
      <ul>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {(query.after || next) && (
        <nav aria-label={t("pages.label")} className="flex flex-wrap justify-between gap-2">
          {query.after && (
            <LinkButton href={peopleHref({ q, group })} variant="secondary">
              <Icon name="chevronLeft" className="size-4.5" />
              {t("pages.first")}
            </LinkButton>
          )}
          {next && (
            <LinkButton
              href={peopleHref({ q, group, after: next })}
              rel="next"
              variant="secondary"
              className="ml-auto"
            >
              {t("pages.next")}
              <Icon name="chevronRight" className="size-4.5" />
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  );
}
