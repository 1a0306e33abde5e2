import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PolicyPage } from "@/components/policy/policy-page";
import { VersionList } from "@/components/policy/version-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { findNames } from "@/lib/account/people-data";
import { requireAdmin } from "@/lib/auth/viewer";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { listVersions } from "@/lib/moderation/policy/versions";

const path = "/admin/policy/versions";
const querySchema = z.object({
  /** Keyset: versions with lower numbers. */
  before: z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("policy");
  return { title: t("versions.title") };
}

export default async function PolicyVersionsPage({ searchParams }: PageProps<"/admin/policy/versions">) {
  await requireAdmin();
  const { before } = querySchema.parse(await searchParams);
  const [t, policy, { versions, next }] = await Promise.all([
    getTranslations("policy"),
    currentPolicy(),
    listVersions({ before, count: 20 }),
  ]);
  const names = await findNames(versions.flatMap(({ publishedById }) => publishedById ?? []));

  return (
    <PolicyPage
      back={{ href: "/admin/policy", label: t("title") }}
      title={t("versions.title")}
      lead={t("versions.lead")}
    >
      {versions.length === 0 ? (
        <EmptyState title={t("versions.none")} />
      ) : (
        <VersionList versions={versions} current={policy.version} names={names} />
      )}
      <PageLinks
        label={t("versions.pages")}
        back={before === undefined ? null : { href: path, label: t("versions.newest") }}
        next={next === null ? null : { href: `${path}?before=${next}`, label: t("versions.older") }}
      />
    </PolicyPage>
  );
}
