import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { PolicyPage } from "@/components/policy/policy-page";
import { PolicySection } from "@/components/policy/policy-section";
import { RejudgeForm } from "@/components/policy/rejudge-form";
import { RuleList } from "@/components/policy/rule-list";
import { RunList } from "@/components/policy/run-list";
import { VersionList } from "@/components/policy/version-list";
import { LinkButton } from "@/components/ui/link-button";
import { findNames } from "@/lib/account/people-data";
import { requireAdmin } from "@/lib/auth/viewer";
import { localDate } from "@/lib/time/local-date";
import { listGymChoices } from "@/lib/gym/gym-choice";
import { changedRules } from "@/lib/moderation/policy/changes";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { findDraft } from "@/lib/moderation/policy/draft";
import { listVersions } from "@/lib/moderation/policy/versions";
import { listRuns } from "@/lib/review/policy-run/list";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("policy");
  return { title: t("title") };
}

export default async function AdminPolicyPage() {
  const viewer = await requireAdmin();
  const [t, locale, format, policy, draft, { versions }, runs] = await Promise.all([
    getTranslations("policy"),
    getLocale(),
    getFormatter(),
    currentPolicy(),
    findDraft(),
    listVersions({ count: 3 }),
    listRuns(10),
  ]);
  const gyms = await listGymChoices(locale);
  const names = await findNames(versions.flatMap(({ publishedById }) => publishedById ?? []));
  const { publishedAt } = versions[0]!;
  const pending = draft ? changedRules(policy.rules, draft.rules).length : 0;

  return (
    <PolicyPage title={t("title")} lead={t("lead")}>
      <PolicySection
        title={`${t("current.title")} · ${t("current.version", { version: policy.version })}`}
        lead={
          <>
            {publishedAt
              ? t("current.published", { date: format.dateTime(publishedAt, { dateStyle: "long" }) })
              : t("current.builtIn")}
            {pending > 0 && <> {t("current.pending", { count: pending })}</>}
          </>
        }
        action={
          <LinkButton href="/admin/policy/draft">{t(draft ? "current.draft" : "current.begin")}</LinkButton>
        }
      >
        <RuleList rules={policy.rules} />
      </PolicySection>
      <div className="grid grid-cols-1 items-start gap-9 lg:grid-cols-2 lg:gap-14">
        <PolicySection title={t("rejudge.title")} lead={t("rejudge.lead")}>
          <RejudgeForm
            today={localDate(viewer.timeZone)}
            rules={policy.rules.map(({ id, wording }) => ({ id, title: wording[locale].title }))}
            gyms={gyms}
          />
        </PolicySection>
        <div className="grid grid-cols-1 gap-9">
          <PolicySection title={t("runs.title")}>
            <RunList runs={runs} />
          </PolicySection>
          <PolicySection
            title={t("versions.title")}
            action={
              <LinkButton href="/admin/policy/versions" variant="quiet">
                {t("versions.all")}
              </LinkButton>
            }
          >
            <VersionList versions={versions} current={policy.version} names={names} />
          </PolicySection>
        </div>
      </div>
    </PolicyPage>
  );
}
