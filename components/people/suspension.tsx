import { useTranslations } from "next-intl";
import type { Person } from "@/lib/account/people-data";
import { SuspensionControls } from "./suspension-controls";

/** `today` is the admin's, and the first day that can be chosen. */
export function Suspension({
  person,
  isOwn,
  today,
  rules,
}: {
  person: Person;
  isOwn: boolean;
  today: string;
  rules: { id: string; title: string }[];
}) {
  const t = useTranslations("measures.suspension");
  return (
    <section aria-labelledby="suspension" className="grid content-start gap-3">
      <h2 id="suspension" className="font-serif text-lg">
        {t("title")}
      </h2>
      {isOwn ? (
        <p className="text-sm text-ink-faint">{t("own")}</p>
      ) : (
        <SuspensionControls memberId={person.id} until={person.noReviewsUntil} today={today} rules={rules} />
      )}
    </section>
  );
}
