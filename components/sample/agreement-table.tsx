import { useFormatter, useTranslations } from "next-intl";
import { MetricTable } from "@/components/metrics/metric-table";
import { cohensKappa } from "@/lib/metrics/kappa";
import type { Agreement } from "@/lib/review/sample/agreement";
import { useShare } from "./use-share";

// In the order of `counts`. The sample contains no reviews that the model held.
const decisions = ["APPROVE", "REJECT", "HOLD"] as const;
const byModel = ["APPROVE", "REJECT"] as const;

export function AgreementTable({
  agreement: { counts, weighted, total, by, estimate, bothRejected, sameRule },
}: {
  agreement: Agreement;
}) {
  const t = useTranslations("sample.agreement");
  const format = useFormatter();
  const { share, interval } = useShare();
  const kappa = cohensKappa(weighted);
  if (!estimate) return <p className="text-[0.9375rem] text-ink-soft">{t("none")}</p>;
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-4">
      <MetricTable
        caption={t("caption", { total, by })}
        isCaptionHidden={false}
        head={[t("moderator"), ...byModel.map((model) => t(`model.${model}`, { by }))]}
        rows={decisions.map((mine, row) => ({
          key: mine,
          cells: [
            t(`mine.${mine}`),
            ...byModel.map((_, column) => format.number(counts[row]?.[column] ?? 0)),
          ],
        }))}
      />
      <p>
        <span className="font-serif text-xl tabular-nums">
          {t("share", { share: share(estimate.share) })}
        </span>{" "}
        <span className="text-sm text-ink-soft">{t("interval", { interval: interval(estimate) })}</span>
      </p>
      <p>
        {kappa === null ? (
          t("undefined")
        ) : (
          <>
            <span className="font-serif text-xl tabular-nums">
              {t("kappa", {
                kappa: format.number(kappa, {
                  minimumFractionDigits: 2,
                  maximumFractionDigits: 2,
                  signDisplay: "negative",
                }),
              })}
            </span>{" "}
            <span className="text-sm text-ink-soft">{t("scale")}</span>
          </>
        )}
      </p>
      <p className="text-sm text-ink-soft">
        {t("weights")} {t("prevalence")}
        {estimate.covered < 1 && <> {t("covered", { share: share(1 - estimate.covered) })}</>}
      </p>
      {bothRejected > 0 && (
        <p className="text-sm text-ink-soft">{t("sameRule", { both: bothRejected, same: sameRule })}</p>
      )}
    </div>
  );
}
