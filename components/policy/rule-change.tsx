import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Paper } from "@/components/ui/paper";
import { SubmitButton } from "@/components/ui/submit-button";
import { restoreRuleAction } from "@/lib/moderation/policy-actions";
import type { RuleChange as Change } from "@/lib/moderation/policy-changes";
import { ChangedText } from "./changed-text";
import { Mark } from "./rule-list";
import { RuleText } from "./rule-text";

/** What the draft does to one rule, and how to take it back. */
export function RuleChange({ change, seen }: { change: Change; seen: string }) {
  const t = useTranslations("policy");
  const locale = useLocale();
  const { before, after } = change;
  const { title } = after.wording[locale];
  return (
    <Paper className="grid gap-4 p-5 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
          {title}
          {!before && <Mark>{t("draft.added")}</Mark>}
          {!before && after.isOff && <Mark>{t("rule.off")}</Mark>}
        </h3>
        <div className="flex flex-wrap gap-1">
          <form action={restoreRuleAction}>
            <input type="hidden" name="id" value={after.id} />
            <input type="hidden" name="seen" value={seen} />
            <SubmitButton variant="quiet" aria-label={t("draft.restoreLabel", { title })}>
              {t("draft.restore")}
            </SubmitButton>
          </form>
          <LinkButton
            href={`/admin/policy/draft/${after.id}`}
            variant="secondary"
            aria-label={t("draft.editLabel", { title })}
          >
            {t("draft.edit")}
          </LinkButton>
        </div>
      </div>
      {before ? <Changes before={before} after={after} /> : <RuleText rule={after} />}
    </Paper>
  );
}

function Changes({ before, after }: { before: NonNullable<Change["before"]>; after: Change["after"] }) {
  const t = useTranslations("policy");
  const texts = [
    [t("form.titleKo"), before.wording.ko.title, after.wording.ko.title],
    [t("form.textKo"), before.wording.ko.text, after.wording.ko.text],
    [t("form.titleEn"), before.wording.en.title, after.wording.en.title],
    [t("form.textEn"), before.wording.en.text, after.wording.en.text],
    [t("form.forModel"), before.forModel, after.forModel],
  ] as const;
  return (
    <>
      {before.isOff !== after.isOff && (
        <p className="text-[0.9375rem]">{t(after.isOff ? "draft.switchedOff" : "draft.switchedOn")}</p>
      )}
      <dl className="grid gap-3 text-[0.9375rem] leading-relaxed empty:hidden">
        {texts
          .filter(([, was, is]) => was !== is)
          .map(([name, was, is]) => (
            <Line key={name} name={name}>
              <ChangedText before={was} after={is} />
            </Line>
          ))}
      </dl>
    </>
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
