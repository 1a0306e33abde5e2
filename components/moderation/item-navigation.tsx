import { useTranslations } from "next-intl";
import { BackLink } from "@/components/ui/back-link";
import { Key } from "@/components/ui/key";
import { LinkButton } from "@/components/ui/link-button";

/** To the item before and the one after; on a narrow screen, back to the list as well. */
export function ItemNavigation({
  back,
  next,
  previous,
}: {
  back: string;
  next: string | undefined;
  previous: string | undefined;
}) {
  const t = useTranslations("moderation.item");
  const link = { variant: "quiet", prefetch: false, replace: true } as const;
  return (
    <nav aria-label={t("navigation")} className="flex flex-wrap items-center gap-1">
      <div className="mr-auto lg:hidden">
        <BackLink href={back}>{t("back")}</BackLink>
      </div>
      {previous && (
        <LinkButton {...link} href={previous} data-key="k" aria-keyshortcuts="K">
          {t("previous")} <Key name="k" />
        </LinkButton>
      )}
      {next && (
        <LinkButton {...link} href={next} data-key="j" aria-keyshortcuts="J">
          {t("next")} <Key name="j" />
        </LinkButton>
      )}
    </nav>
  );
}
