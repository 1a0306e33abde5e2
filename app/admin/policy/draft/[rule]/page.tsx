import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PolicyPage } from "@/components/policy/policy-page";
import { RuleForm } from "@/components/policy/rule-form";
import { requireAdmin } from "@/lib/auth/viewer";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { findDraft, seenWithoutDraft } from "@/lib/moderation/policy/draft";

async function findEdited(id: string) {
  const [draft, policy] = await Promise.all([findDraft(), currentPolicy()]);
  const rule = (draft ?? policy).rules.find((one) => one.id === id);
  return rule ? { rule, seen: draft?.seen ?? seenWithoutDraft(policy) } : notFound();
}

export async function generateMetadata({
  params,
}: PageProps<"/admin/policy/draft/[rule]">): Promise<Metadata> {
  await requireAdmin();
  const [t, locale, { rule }] = await Promise.all([
    getTranslations("policy"),
    getLocale(),
    findEdited((await params).rule),
  ]);
  return { title: t("form.edit", { title: rule.wording[locale].title }) };
}

export default async function EditRulePage({ params }: PageProps<"/admin/policy/draft/[rule]">) {
  await requireAdmin();
  const [t, locale, { rule, seen }] = await Promise.all([
    getTranslations("policy"),
    getLocale(),
    findEdited((await params).rule),
  ]);
  return (
    <PolicyPage
      back={{ href: "/admin/policy/draft", label: t("draft.title") }}
      title={t("form.edit", { title: rule.wording[locale].title })}
      lead={<code className="text-sm">{rule.id}</code>}
    >
      <RuleForm rule={rule} seen={seen} />
    </PolicyPage>
  );
}
