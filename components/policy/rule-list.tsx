import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { Rule } from "@/lib/moderation/policy/rules";
import { Mark } from "./mark";
import { RuleText } from "./rule-text";

export function RuleList({
  rules,
  markOf,
  actionOf,
}: {
  rules: Rule[];
  markOf?: (rule: Rule) => ReactNode;
  actionOf?: (rule: Rule) => ReactNode;
}) {
  const t = useTranslations("policy.rule");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rules.map((rule) => (
        <li key={rule.id} className="flex items-start gap-2">
          <details className="group min-w-0 flex-1">
            <summary className="flex min-h-12 list-none items-center gap-2.5 py-1.5 [&::-webkit-details-marker]:hidden">
              <Icon
                name="chevronDown"
                className="size-4.5 text-ink-faint transition-transform duration-200 group-open:rotate-180"
              />
              <span className={rule.isOff ? "text-ink-faint line-through" : ""}>
                {rule.wording[locale].title}
              </span>
              {rule.isOff && <Mark>{t("off")}</Mark>}
              {markOf?.(rule)}
            </summary>
            <div className="pb-5 pl-7">
              <RuleText rule={rule} />
            </div>
          </details>
          {actionOf && <div className="shrink-0 py-0.5">{actionOf(rule)}</div>}
        </li>
      ))}
    </ul>
  );
}
