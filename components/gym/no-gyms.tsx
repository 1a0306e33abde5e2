import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export function NoGyms({ q }: { q: string }) {
  const t = useTranslations("gym");
  const suggest = (
    <LinkButton href="/gyms/suggest" variant="secondary">
      {t("missing.link")}
    </LinkButton>
  );
  if (!q) {
    return (
      <EmptyState title={t("empty.nothing")} action={suggest}>
        {t("empty.nothingText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("empty.title", { q })}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <LinkButton href="/gyms">{t("showAll")}</LinkButton>
          {suggest}
        </div>
      }
    >
      {t("empty.text")}
    </EmptyState>
  );
}
