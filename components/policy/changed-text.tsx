import { useTranslations } from "next-intl";
import { textChange } from "@/lib/moderation/policy/changes";

export function ChangedText({ before, after }: { before: string; after: string }) {
  const t = useTranslations("policy.draft");
  const { start, removed, added, end } = textChange(before, after);
  return (
    <>
      {start}
      {removed && (
        <del className="bg-danger-soft text-danger decoration-1">
          <span className="sr-only">{t("removed")}</span>
          {removed}
        </del>
      )}
      {removed && added && " "}
      {added && (
        <ins className="bg-tone-t-soft font-medium text-tone-t no-underline forced-colors:underline">
          <span className="sr-only">{t("inserted")}</span>
          {added}
        </ins>
      )}
      {end}
    </>
  );
}
