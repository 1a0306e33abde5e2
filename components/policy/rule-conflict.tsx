import { useTranslations } from "next-intl";
import type { Rule } from "@/lib/moderation/policy/rules";
import { RuleText } from "./rule-text";

/** Another admin saved while this form was open. Shows their rule if it differs from the typed one. */
export function RuleConflict({ saved }: { saved: Rule | null }) {
  const t = useTranslations("policy.form");
  return (
    <section aria-label={t("conflict")} className="rounded-control border border-danger p-4 sm:p-5">
      <div role="alert">
        <p className="font-semibold">{t("conflict")}</p>
        <p className="mt-1 text-sm text-ink-soft">{t("conflictLead")}</p>
      </div>
      {saved && (
        <div className="mt-4 grid gap-2 rounded-control bg-sunk p-4">
          <p className="text-sm font-medium">{t("theirs")}</p>
          <RuleText rule={saved} />
        </div>
      )}
    </section>
  );
}
