import { useTranslations } from "next-intl";
import { NoticeBox } from "@/components/ui/notice-box";
import { SignInAgainLink } from "@/components/form/sign-in-again-link";
import type { ReportFormState } from "@/lib/review/report/schema";

/** `here`: the form's address, to return to. */
export function ReportProblem({ state, here }: { state: ReportFormState; here: string }) {
  const t = useTranslations("report.errors");
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
