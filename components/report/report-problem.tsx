import { useTranslations } from "next-intl";
import { NotSent } from "@/components/ui/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { SignInAgainLink } from "@/components/ui/sign-in-again-link";
import type { ReportFormState } from "@/lib/review/report-schema";

/** Why a report was not taken. `here` is the form's own address, to come back to. */
export function ReportProblem({
  state,
  hasFailed,
  here,
}: {
  state: ReportFormState;
  hasFailed: boolean;
  here: string;
}) {
  const t = useTranslations("report.errors");
  if (hasFailed) return <NotSent answer={state}>{t("FAILED")}</NotSent>;
  const { form } = state;
  if (!form) return null;

  const { error, retryAfterSeconds = 60 } = form;
  return (
    <NoticeBox
      kind="alert"
      action={error === "SIGNED_OUT" && <SignInAgainLink next={here}>{t("signIn")}</SignInAgainLink>}
    >
      {t(error, { minutes: Math.ceil(retryAfterSeconds / 60) })}
    </NoticeBox>
  );
}
