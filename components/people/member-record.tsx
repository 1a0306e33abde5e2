import { useLocale, useTranslations } from "next-intl";
import { localText } from "@/lib/gym/local-text";
import { queueHref } from "@/lib/review/desk/queue-query";
import type { MemberRecord as Record } from "@/lib/review/desk/member-record";
import { RecordLine } from "./record-line";
import { RecordSection } from "./record-section";

/** `ruleTitles`: by the rules' ids. */
export function MemberRecord({
  record,
  ruleTitles,
  isOfTeam,
}: {
  record: Record;
  ruleTitles: ReadonlyMap<string, string>;
  isOfTeam: boolean;
}) {
  const t = useTranslations("people.record");
  const locale = useLocale();
  const { reviews, reports, verdicts, recentReports, acts, actCount } = record;
  const gymName = (review: { gym: { name: string; nameEn: string | null } }) =>
    localText(locale, review.gym.name, review.gym.nameEn);
  const ruleOf = (id: string | null) => (id ? (ruleTitles.get(id) ?? id) : "none");
  const itemHref = (revisionId: string) => queueHref({ item: revisionId });
  const total = reviews.byStatus.reduce((sum, { count }) => sum + count, 0);
  const states = reviews.byStatus.map(({ status, count }) => t(`states.${status}`, { count })).join(" · ");

  return (
    <div className="grid gap-10">
      <RecordSection
        id="reviews"
        title={t("reviews.title")}
        lead={
          total === 0
            ? t("reviews.none")
            : `${t("reviews.lead", { count: total, published: reviews.published })} ${states}`
        }
      />
      <RecordSection
        id="verdicts"
        title={t("verdicts.title")}
        lead={t(verdicts.length > 0 ? "verdicts.lead" : "verdicts.none")}
      >
        {verdicts.map(({ id, revisionId, decision, decidedBy, rule, createdAt, moderator, revision }) => (
          <RecordLine key={id} href={itemHref(revisionId)} at={createdAt}>
            {t("verdicts.line", {
              gym: gymName(revision.review),
              decision,
              rule: ruleOf(rule),
              decidedBy,
              moderator: moderator?.name ?? "none",
            })}
          </RecordLine>
        ))}
      </RecordSection>
      <RecordSection id="reports" title={t("reports.title")} lead={t("reports.lead", reports)}>
        {recentReports.map(({ id, revisionId, reason, outcome, createdAt, review }) => (
          <RecordLine key={id} href={itemHref(revisionId)} at={createdAt}>
            {t("reports.line", { gym: gymName(review), reason: ruleOf(reason), outcome: outcome ?? "OPEN" })}
          </RecordLine>
        ))}
      </RecordSection>
      {(isOfTeam || actCount > 0) && (
        <RecordSection id="acts" title={t("acts.title")} lead={t("acts.lead", { count: actCount })}>
          {acts.map(({ id, kind, revisionId, createdAt, undoneAt, revision }) => (
            <RecordLine key={id} href={itemHref(revisionId)} at={createdAt}>
              {t("acts.line", { gym: gymName(revision.review), kind, undone: undoneAt ? "yes" : "no" })}
            </RecordLine>
          ))}
        </RecordSection>
      )}
    </div>
  );
}
