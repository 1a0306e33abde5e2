"use client";

import { useTranslations } from "next-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import { Key } from "@/components/ui/key";
import { digitKeys, ruleKey } from "./rule-key";

export type ShownRule = { id: string; title: string };

/** Rejecting takes a rule: the button unfolds them, and each sends the form it is in. */
export function RuleChoice({
  rules,
  suggested,
  label,
  isPending = false,
  isFloating = false,
}: {
  rules: ShownRule[];
  suggested: string | null;
  label: string;
  isPending?: boolean;
  /** Over what is below it, so that no button moves; its row must be what it is placed by (`relative`). */
  isFloating?: boolean;
}) {
  const t = useTranslations("moderation.decide");
  return (
    <details
      name={digitKeys}
      data-choice
      data-floating={isFloating || undefined}
      className={`group/reject ${isFloating ? "" : "open:order-last open:basis-full"}`}
    >
      <summary
        data-key="r"
        aria-keyshortcuts="R"
        className={buttonStyles({
          variant: "danger",
          className: "list-none group-open/reject:bg-danger-soft [&::-webkit-details-marker]:hidden",
        })}
      >
        {label} <Key name="r" />
      </summary>
      <fieldset
        className={`mt-2 rounded-sheet border border-line-strong bg-sheet p-2 ${isFloating ? "absolute inset-x-0 top-full z-20 shadow-float" : ""}`}
      >
        <legend className="float-left w-full px-2.5 pt-1 pb-1.5 text-sm font-medium">{t("whichRule")}</legend>
        <div className="clear-both grid gap-0.5 sm:grid-cols-2 xl:grid-cols-3">
          {rules.map(({ id, title }, at) => (
            <button
              key={id}
              name="rule"
              value={id}
              disabled={isPending}
              data-key={ruleKey(at)}
              aria-keyshortcuts={ruleKey(at)}
              className="flex min-h-11 items-center gap-2.5 rounded-control px-2.5 text-left text-[0.9375rem] hover:bg-danger-soft hover:text-danger-strong"
            >
              {ruleKey(at) && <Key name={ruleKey(at)!} />}
              <span>
                {title}
                {suggested === id && <span className="block text-xs text-ink-faint">{t("suggested")}</span>}
              </span>
            </button>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
