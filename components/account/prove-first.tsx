import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";

export async function ProveFirst({ anchor }: { anchor: string }) {
  const t = await getTranslations("settings.proof");
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-sm text-ink-soft">{t("needed")}</p>
      <LinkButton variant="secondary" href={`/reauth?next=${encodeURIComponent(`/settings#${anchor}`)}`}>
        {t("link")}
      </LinkButton>
    </div>
  );
}
