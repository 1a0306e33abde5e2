import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { restoreReviewingAction } from "@/lib/account/people-actions";
import { SuspensionForm } from "./suspension-form";

/** Until when a member may not write reviews, and what changes that. For admins. Its forms need the namespace "measures". */
export function SuspensionControls({
  memberId,
  until,
  today,
  rules,
}: {
  memberId: string;
  until: Date | null;
  /** The admin's, the first day that can be chosen. */
  today: string;
  rules: { id: string; title: string }[];
}) {
  const t = useTranslations("measures.suspension");
  const format = useFormatter();
  return (
    <>
      <p role="status">
        {until
          ? t("until", { date: format.dateTime(until, { dateStyle: "long", timeStyle: "short" }) })
          : t("none")}
      </p>
      {until && (
        <ActionForm action={restoreReviewingAction}>
          <input type="hidden" name="memberId" value={memberId} />
          <SubmitButton variant="secondary">{t("lift")}</SubmitButton>
        </ActionForm>
      )}
      <SuspensionForm
        // A new element after each change, so that the form starts with its defaults again.
        key={until?.getTime() ?? 0}
        memberId={memberId}
        isSuspended={until !== null}
        today={today}
        rules={rules}
      />
    </>
  );
}
