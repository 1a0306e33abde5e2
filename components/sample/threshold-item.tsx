import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { MeasuredThreshold } from "@/lib/review/sample/measured-thresholds";
import { minJudged } from "@/lib/review/sample/propose-threshold";
import { setThresholdAction, undoThresholdAction } from "@/lib/review/sample/threshold-actions";
import { useShare } from "./use-share";

export function ThresholdItem({
  threshold: { rule, value, set, proposal },
  title,
  promptVersion,
  isAdmin,
}: {
  threshold: MeasuredThreshold;
  title: string;
  promptVersion: string;
  isAdmin: boolean;
}) {
  const t = useTranslations("metrics.thresholds");
  const format = useFormatter();
  const { share } = useShare();
  const isProposed = proposal.kind === "VALUE" && proposal.value !== value;
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium wrap-anywhere">{title}</span>
        <span className="text-sm text-ink-soft tabular-nums">
          {set
            ? t("set", { value: share(value), date: format.dateTime(set.setAt, { dateStyle: "medium" }) })
            : t("default", { value: share(value) })}
        </span>
      </p>
      <Evidence proposal={proposal} />
      {isAdmin && (isProposed || set) && (
        <div className="flex flex-wrap gap-2 pt-1">
          {isProposed && (
            <ActionForm action={setThresholdAction}>
              <input type="hidden" name="rule" value={rule ?? ""} />
              <input type="hidden" name="value" value={proposal.value} />
              <input type="hidden" name="promptVersion" value={promptVersion} />
              <SubmitButton
                variant="secondary"
                aria-label={t("useLabel", { value: share(proposal.value), title })}
              >
                {t("use", { value: share(proposal.value) })}
              </SubmitButton>
            </ActionForm>
          )}
          {set && (
            <ActionForm action={undoThresholdAction}>
              <input type="hidden" name="id" value={set.id} />
              <SubmitButton variant="quiet" aria-label={t("undoLabel", { title })}>
                {t("undo")}
              </SubmitButton>
            </ActionForm>
          )}
        </div>
      )}
    </li>
  );
}

function Evidence({ proposal }: Pick<MeasuredThreshold, "proposal">) {
  const t = useTranslations("metrics.thresholds");
  const { share, interval } = useShare();
  const { agreement } = proposal;
  const words = agreement && {
    judged: agreement.drawn,
    share: share(agreement.share),
    interval: interval(agreement),
  };
  return (
    <p className="text-sm leading-relaxed text-ink-soft">
      {proposal.kind === "VALUE" && t("value", { value: share(proposal.value), ...words! })}
      {proposal.kind === "KEEP" && t("keep", words!)}
      {proposal.kind === "NOT_REACHED" && t("notReached", words!)}
      {proposal.kind === "TOO_FEW" && (
        <>
          {t(proposal.judged < minJudged ? "tooFew" : "undecided", {
            judged: proposal.judged,
            needed: minJudged,
          })}{" "}
          {words && t("soFar", words)}
        </>
      )}
    </p>
  );
}
