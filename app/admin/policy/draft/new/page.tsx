import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PolicyPage } from "@/components/policy/policy-page";
import { RuleForm } from "@/components/policy/rule-form";
import { requireAdmin } from "@/lib/auth/viewer";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { findDraft, seenWithoutDraft } from "@/lib/moderation/policy/draft";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("policy");
  return { title: t("form.new") };
}

export default async function NewRulePage() {
  await requireAdmin();
  const [t, draft, policy] = await Promise.all([getTranslations("policy"), findDraft(), currentPolicy()]);
  return (
    <PolicyPage back={{ href: "/admin/policy/draft", label: t("draft.title") }} title={t("form.new")}>
      <RuleForm seen={draft?.seen ?? seenWithoutDraft(policy)} />
    </PolicyPage>
  );
}
