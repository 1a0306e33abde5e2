import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Rule } from "@/lib/moderation/policy";

/** All that a rule says, to members and to the model. */
export function RuleText({ rule }: { rule: Rule }) {
  const t = useTranslations("policy.rule");
  const { id, wording, forModel } = rule;
  return (
    <dl className="grid gap-3 text-[0.9375rem] leading-relaxed">
      <Line name={t("ko")}>
        <Wording lang="ko" {...wording.ko} />
      </Line>
      <Line name={t("en")}>
        <Wording lang="en" {...wording.en} />
      </Line>
      <Line name={t("forModel")}>{forModel}</Line>
      <Line name={t("id")}>
        <code className="text-sm">{id}</code>
      </Line>
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

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:grid-cols-[11rem_1fr] sm:gap-4">
      <dt className="text-sm text-ink-faint sm:pt-px">{name}</dt>
      <dd className="measure wrap-anywhere">{children}</dd>
    </div>
  );
}
