import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { SubmitButton } from "@/components/form/submit-button";
import { restoreReviewingAction } from "@/lib/account/people-actions";
import type { Person } from "@/lib/account/people-data";
import { SuspensionForm } from "./suspension-form";

/** Whether a member may write reviews, and until when not. `today` is the admin's, the first day that can be chosen. */
export function Suspension({ person, isOwn, today }: { person: Person; isOwn: boolean; today: string }) {
  const t = useTranslations("people.suspension");
  const format = useFormatter();
  const until = person.noReviewsUntil;
  return (
    <section aria-labelledby="suspension" className="grid content-start gap-3">
      <h2 id="suspension" className="font-serif text-lg">
        {t("title")}
      </h2>
      <p role="status">
        {until
          ? t("until", { date: format.dateTime(until, { dateStyle: "long", timeStyle: "short" }) })
          : t("none")}
      </p>
      {isOwn && <p className="text-sm text-ink-faint">{t("own")}</p>}
      {!isOwn && until && (
        <ActionForm action={restoreReviewingAction}>
          <input type="hidden" name="memberId" value={person.id} />
          <SubmitButton variant="secondary">{t("lift")}</SubmitButton>
        </ActionForm>
      )}
      {!isOwn && (
        <ClientMessages namespaces={["people"]}>
          <SuspensionForm
            // Made anew when it has been used: what was chosen then is what is said above now.
            key={until?.getTime() ?? 0}
            memberId={person.id}
            isSuspended={until !== null}
            today={today}
          />
        </ClientMessages>
      )}
    </section>
  );
}
