import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { Mark } from "@/components/policy/mark";
import { PolicyPage } from "@/components/policy/policy-page";
import { PolicySection } from "@/components/policy/policy-section";
import { PublishForm } from "@/components/policy/publish-form";
import { RuleChange } from "@/components/policy/rule-change";
import { RuleChangeActions } from "@/components/policy/rule-change-actions";
import { RuleList } from "@/components/policy/rule-list";
import { TrialForm } from "@/components/policy/trial-form";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/form/submit-button";
import { requireAdmin } from "@/lib/auth/viewer";
import { discardDraftAction } from "@/lib/moderation/policy/actions";
import { changedRules } from "@/lib/moderation/policy/changes";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { findDraft, seenWithoutDraft } from "@/lib/moderation/policy/draft";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("policy");
  return { title: t("draft.title") };
}

export default async function PolicyDraftPage({ searchParams }: PageProps<"/admin/policy/draft">) {
  await requireAdmin();
  const hasChanged = (await searchParams).changed !== undefined;
  const [t, locale, format, policy, draft] = await Promise.all([
    getTranslations("policy"),
    getLocale(),
    getFormatter(),
    currentPolicy(),
    findDraft(),
  ]);
  const rules = draft?.rules ?? policy.rules;
  const seen = draft?.seen ?? seenWithoutDraft(policy);
  const changes = changedRules(policy.rules, rules);
  const isChanged = new Set(changes.map(({ after }) => after.id));

  return (
    <PolicyPage
      back={{ href: "/admin/policy", label: t("title") }}
      title={t("draft.title")}
      lead={
        <>
          <p>{t("draft.lead")}</p>
          {draft && (
            <p className="mt-1 text-sm text-ink-faint">
              {t("draft.based", { version: draft.baseVersion })}{" "}
              {t("draft.saved", {
                date: format.dateTime(draft.savedAt, { dateStyle: "medium", timeStyle: "short" }),
              })}
            </p>
          )}
        </>
      }
    >
      {hasChanged && <NoticeBox kind="alert">{t("draft.changed")}</NoticeBox>}
      <PolicySection title={t("draft.changes")}>
        {changes.length === 0 && <p className="text-ink-soft">{t("draft.noChanges")}</p>}
        {changes.map((change) => (
          <RuleChange
            key={change.after.id}
            change={change}
            actions={<RuleChangeActions rule={change.after} seen={seen} />}
          />
        ))}
      </PolicySection>
      {draft && changes.length > 0 && (
        <div className="grid grid-cols-1 items-start gap-9 lg:grid-cols-2 lg:gap-14">
          <PolicySection title={t("trial.title")} lead={t("trial.lead")}>
            <TrialForm />
          </PolicySection>
          <PolicySection title={t("publish.title")} lead={t("publish.lead")}>
            <PublishForm seen={seen} version={policy.version + 1} />
          </PolicySection>
        </div>
      )}
      <PolicySection
        title={t("draft.rules")}
        action={
          <LinkButton href="/admin/policy/draft/new" variant="secondary">
            {t("draft.add")}
          </LinkButton>
        }
      >
        <RuleList
          rules={rules}
          markOf={({ id }) => isChanged.has(id) && <Mark>{t("draft.mark")}</Mark>}
          actionOf={({ id, wording }) => (
            <LinkButton
              href={`/admin/policy/draft/${id}`}
              variant="quiet"
              aria-label={t("draft.editLabel", { title: wording[locale].title })}
            >
              {t("draft.edit")}
            </LinkButton>
          )}
        />
      </PolicySection>
      {draft && (
        <ActionForm action={discardDraftAction} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <input type="hidden" name="seen" value={seen} />
          <SubmitButton variant="danger">{t("draft.discard")}</SubmitButton>
          <p className="text-sm text-ink-soft">{t("draft.discardLead")}</p>
        </ActionForm>
      )}
    </PolicyPage>
  );
}
