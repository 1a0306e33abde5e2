import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Mark } from "@/components/policy/mark";
import { PolicyPage } from "@/components/policy/policy-page";
import { PolicySection } from "@/components/policy/policy-section";
import { RuleChange } from "@/components/policy/rule-change";
import { RuleList } from "@/components/policy/rule-list";
import { VersionNote } from "@/components/policy/version-note";
import { PageLinks } from "@/components/ui/page-links";
import { requireModerator } from "@/lib/auth/viewer";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { parsePolicyVersion, policyVersionHref } from "@/lib/moderation/policy/version-href";
import { findVersion } from "@/lib/moderation/policy/versions";

async function getVersion(text: string) {
  const version = parsePolicyVersion(text);
  return (version === null ? null : await findVersion(version)) ?? notFound();
}

type Props = PageProps<"/admin/policy/versions/[version]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireModerator();
  const [t, { version }] = await Promise.all([getTranslations("policy"), getVersion((await params).version)]);
  return { title: t("version.title", { version }) };
}

/** Moderators see the rules of a verdict. Notes are for admins only. */
export default async function PolicyVersionPage({ params }: Props) {
  const { role } = await requireModerator();
  const isAdmin = role === "ADMIN";
  const [t, format, policy, found] = await Promise.all([
    getTranslations("policy"),
    getFormatter(),
    currentPolicy(),
    getVersion((await params).version),
  ]);
  const { version, rules, changes, publishedAt } = found;
  const isCurrent = version === policy.version;
  const linkTo = (other: number) => ({
    href: policyVersionHref(other),
    label: t("current.version", { version: other }),
  });

  return (
    <PolicyPage
      back={isAdmin ? { href: "/admin/policy/versions", label: t("versions.title") } : undefined}
      title={t("version.title", { version })}
      lead={
        <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          {publishedAt
            ? t("current.published", { date: format.dateTime(publishedAt, { dateStyle: "long" }) })
            : t("current.builtIn")}
          {isCurrent && <Mark>{t("versions.inForce")}</Mark>}
        </p>
      }
    >
      {isAdmin && <VersionNote version={found} />}
      <PolicySection
        title={version === 1 ? t("version.changes") : t("version.changedSince", { version: version - 1 })}
      >
        {version === 1 && <p className="text-ink-soft">{t("version.first")}</p>}
        {changes.map((change) => (
          <RuleChange key={change.after.id} change={change} />
        ))}
      </PolicySection>
      <PolicySection title={t("version.rules")}>
        <RuleList rules={rules} />
      </PolicySection>
      <PageLinks
        label={t("version.others")}
        back={version > 1 ? { ...linkTo(version - 1), rel: "prev" } : null}
        next={isCurrent ? null : linkTo(version + 1)}
      />
    </PolicyPage>
  );
}
