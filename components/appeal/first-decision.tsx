import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { RejectionReasons } from "@/components/review/rejection-reasons";
import { policyVersionHref } from "@/lib/moderation/policy/version-href";
import type { AppealCase } from "@/lib/review/appeal/data";

export function FirstDecision({ decision }: { decision: AppealCase["firstDecision"] }) {
  const t = useTranslations("appeal");
  const format = useFormatter();
  const {
    id,
    decidedBy,
    moderator,
    rule,
    policyVersion,
    evidence,
    alsoBroken,
    note,
    model,
    confidence,
    createdAt,
  } = decision;
  return (
    <section aria-labelledby="first" className="grid gap-3.5">
      <h2 id="first" className="font-serif text-lg">
        {t("first")}
      </h2>
      <p className="text-[0.9375rem] text-ink-soft wrap-anywhere">
        {t(`firstBy.${decidedBy}`, { name: moderator?.name ?? t("formerModerator") })}
        {decidedBy !== "MODERATOR" && model && ` · ${model}`}
        {confidence !== null &&
          ` · ${t("confidence", { share: format.number(confidence, { style: "percent" }) })}`}
        {" · "}
        <Link
          href={policyVersionHref(policyVersion)}
          className="underline decoration-line-strong underline-offset-4 hover:decoration-current"
        >
          {t("policyVersion", { version: policyVersion })}
        </Link>
      </p>
      <RejectionReasons
        reasons={{
          verdictId: id,
          decidedBy,
          rule,
          policyVersion,
          evidence,
          alsoBroken,
          isAutomatic: decidedBy !== "MODERATOR",
          note,
        }}
        decidedAt={createdAt}
        canAppeal={false}
      />
    </section>
  );
}
