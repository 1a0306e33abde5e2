import { getTranslations } from "next-intl/server";
import { ChipLinks } from "@/components/ui/chip-links";
import { requireModerator } from "@/lib/auth/viewer";
import { type QueueQuery, filterOf, queueHref } from "@/lib/review/desk/queue-query";
import { listSavedFilters } from "@/lib/review/desk/saved-filter/data";
import { FilterForms } from "./filter-forms";
import { TakenCount } from "./taken-count";

/** The moderator's taken items and saved filters. */
export async function OwnFilters({ query, taken }: { query: QueueQuery; taken: number }) {
  const viewer = await requireModerator();
  const [t, filters] = await Promise.all([getTranslations("moderation.own"), listSavedFilters(viewer.id)]);
  const here = filterOf(queueHref(query));
  const mine = queueHref({ taken: viewer.id });
  const isHere = (href: string) => filterOf(href) === here;
  return (
    <div className="flex flex-wrap items-start gap-x-3">
      <ChipLinks
        label={t("label")}
        chips={[
          {
            href: mine,
            isCurrent: isHere(mine),
            label: (
              <span className="inline-flex items-baseline gap-1.5">
                {t("mine")} <TakenCount count={taken} />
              </span>
            ),
          },
          ...filters.map(({ href, name }) => ({
            href,
            isCurrent: isHere(href),
            label: <bdi className="max-w-60 truncate">{name}</bdi>,
          })),
        ]}
      />
      <FilterForms
        // Mounted again when the filters change: typed names are saved then.
        key={filters.map(({ id, name }) => id + name).join(" ")}
        filters={filters}
        here={here !== "" && !filters.some(({ href }) => isHere(href)) ? queueHref(query) : null}
      />
    </div>
  );
}
