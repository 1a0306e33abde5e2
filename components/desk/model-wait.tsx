import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/form/submit-button";
import type { ModelPause } from "@/lib/ai/circuit-breaker";
import { retryWaitingAction } from "@/lib/review/desk/queue-actions";

/** Above what waits for the model: what happens to it by itself, since when the model fails, and how to try at once. */
export function ModelWait({ pause, count, now }: { pause: ModelPause | null; count: number; now: Date }) {
  const t = useTranslations("moderation.waiting");
  const format = useFormatter();
  return (
    <NoticeBox
      action={
        count > 0 && (
          <ActionForm action={retryWaitingAction} className="max-sm:w-full">
            <SubmitButton variant="secondary">{t("tryNow")}</SubmitButton>
          </ActionForm>
        )
      }
    >
      <p>{t("lead")}</p>
      {pause && (
        <p className="mt-1">
          {t("pause", { since: format.relativeTime(pause.since, now) })}{" "}
          {pause.retryAt > now
            ? t("retryAt", { at: format.dateTime(pause.retryAt, { timeStyle: "medium" }) })
            : t("retryNow")}
        </p>
      )}
    </NoticeBox>
  );
}
