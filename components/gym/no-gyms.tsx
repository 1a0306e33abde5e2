import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { gymListHref } from "@/lib/gym/gym-list-query";

type Wider = { q: string; district: string; count: number };

/** `wider`: similar searches with results. */
export function NoGyms({ q, district, wider }: { q: string; district: string; wider: Wider[] }) {
  const t = useTranslations("gym");
  const suggest = (
    <LinkButton href="/gyms/suggest" variant="secondary">
      {t("missing.link")}
    </LinkButton>
  );
  if (!q && !district) {
    return (
      <EmptyState title={t("empty.nothing")} action={suggest}>
        {t("empty.nothingText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={q ? t("empty.title", { q }) : t("empty.inDistrict", { district })}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {wider.map((other) => (
            <LinkButton key={gymListHref("/gyms", other)} href={gymListHref("/gyms", other)}>
              {other.q === q
                ? t("empty.everyDistrict", { count: other.count })
                : t("empty.onlyWord", { word: other.q, count: other.count })}
            </LinkButton>
          ))}
          <LinkButton href="/gyms" variant={wider.length > 0 ? "secondary" : undefined}>
            {t("showAll")}
          </LinkButton>
          {suggest}
        </div>
      }
    >
      {t("empty.text")}
    </EmptyState>
  );
}
