import { useTranslations } from "next-intl";
import type { Rule } from "@/lib/moderation/policy/rules";
import { RuleLine } from "./rule-line";

export function RuleText({ rule }: { rule: Rule }) {
  const t = useTranslations("policy.rule");
  const { id, wording, forModel } = rule;
  return (
    <dl className="grid gap-3 text-[0.9375rem] leading-relaxed">
      <RuleLine name={t("ko")}>
        <Wording lang="ko" {...wording.ko} />
      </RuleLine>
      <RuleLine name={t("en")}>
        <Wording lang="en" {...wording.en} />
      </RuleLine>
      <RuleLine name={t("forModel")}>{forModel}</RuleLine>
      <RuleLine name={t("id")}>
        <code className="text-sm">{id}</code>
      </RuleLine>
    </dl>
  );
}

function Wording({ lang, title, text }: { lang: string; title: string; text: string }) {
  return (
    <span lang={lang}>
      <span className="font-medium">{title}</span>
      <span className="block text-ink-soft">{text}</span>
    </span>
  );
}
