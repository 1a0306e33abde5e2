"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { reportReviewAction } from "@/lib/review/report/actions";
import { maxReportChars } from "@/lib/review/text-limits";
import { ReasonInput, type Reason } from "./reason-input";
import { ReportProblem } from "./report-problem";

export function ReportForm({
  reviewId,
  revisionId,
  memberId,
  reasons,
  here,
}: {
  reviewId: string;
  revisionId: string;
  /** Null only after a plain post whose sender is no longer signed in. */
  memberId: string | null;
  reasons: Reason[];
  here: string;
}) {
  const t = useTranslations("report");
  const { state, problem, isPending, formProps } = useForm(reportReviewAction);
  const { fields, values } = state;
  const reporterId = memberId ?? values?.member;

  return (
    <form {...formProps} noValidate className="grid gap-6">
      <NotSent problem={problem} />
      {!problem && <ReportProblem state={state} here={here} />}
      <input type="hidden" name="review" value={reviewId} />
      <input type="hidden" name="revision" value={revisionId} />
      {reporterId && <input type="hidden" name="member" value={reporterId} />}
      <ReasonInput
        reasons={reasons}
        chosen={values?.reason}
        error={fields?.reason && t(`errors.${fields.reason}`)}
      />
      <TextAreaField
        name="text"
        label={t("text")}
        hint={t("textHint", { max: maxReportChars })}
        error={fields?.text && t(`errors.${fields.text}`, { max: maxReportChars })}
        defaultValue={values?.text}
      />
      <Button type="submit" pending={isPending} className="justify-self-start">
        {t("submit")}
      </Button>
    </form>
  );
}
