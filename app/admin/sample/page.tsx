import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { AgreementTable } from "@/components/sample/agreement-table";
import { SampleForm } from "@/components/sample/sample-form";
import { EmptyState } from "@/components/ui/empty-state";
import { SubmitButton } from "@/components/form/submit-button";
import { requireModerator } from "@/lib/auth/viewer";
import { activeRules } from "@/lib/moderation/policy/rules";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { takeBackJudgementAction } from "@/lib/review/sample/actions";
import { agreementOf } from "@/lib/review/sample/agreement";
import { countJudgedBy, findSampleItem } from "@/lib/review/sample/blind-sample";
import { judgedBy } from "@/lib/review/sample/judged-by";
import { readMeasured } from "@/lib/review/sample/measured-thresholds";

/** Below this, results are hidden: they would be noise, and would bias further judgements. */
const enough = 20;

export async function generateMetadata(): Promise<Metadata> {
  await requireModerator();
  const t = await getTranslations("sample");
  return { title: t("title") };
}

export default async function SamplePage() {
  const viewer = await requireModerator();
  const [t, item, total, strata, policy] = await Promise.all([
    getTranslations("sample"),
    findSampleItem(viewer.id),
    countJudgedBy(viewer.id),
    readMeasured({ moderatorId: viewer.id }),
    currentPolicy(),
  ]);
  const agreement = agreementOf(strata);
  const by = judgedBy(strata);
  return (
    <div className="wrap grid grid-cols-1 gap-8 py-9 sm:py-14">
      <div className="measure">
        <h1 className="font-serif text-title">{t("title")}</h1>
        <p className="mt-1.5 text-ink-soft">{t("lead", { by })}</p>
      </div>
      <div className="grid grid-cols-1 gap-4">
        <div className="flex min-h-11 flex-wrap items-center gap-x-4 text-sm text-ink-soft">
          <p role="status">{t("judged", { total })}</p>
          {total > 0 && (
            <ActionForm action={takeBackJudgementAction}>
              <SubmitButton variant="quiet">{t("takeBack")}</SubmitButton>
            </ActionForm>
          )}
        </div>
        {item ? (
          <SampleForm item={item} rules={activeRules(policy)} />
        ) : (
          <EmptyState title={t("none")}>{t("noneLead", { by })}</EmptyState>
        )}
      </div>
      <section
        aria-labelledby="agreement"
        className="measure grid grid-cols-1 gap-4 border-t border-line pt-8"
      >
        <h2 id="agreement" className="font-serif text-xl">
          {t("agreement.title", { by: agreement.by })}
        </h2>
        {agreement.total < enough ? (
          <p className="text-ink-soft">
            {t("agreement.later", { by: agreement.by, left: enough - agreement.total })}
          </p>
        ) : (
          <AgreementTable agreement={agreement} />
        )}
      </section>
    </div>
  );
}
